import assert from 'node:assert/strict';
import { Agent, createServer, request } from 'node:http';
import { after, test } from 'node:test';
import { listen } from '../../scripts/site/server.mjs';
import { oneAtATime } from '../../scripts/test/one-at-a-time.mjs';

const open = [];
after(() => {
  for (const server of open) {
    server.closeAllConnections();
    server.close();
  }
});

async function started(server) {
  open.push(server);
  return listen(server, 0, '127.0.0.1');
}

/** Asks the proxy for an address, as a browser does. */
function throughProxy(port, address, agent) {
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port, path: address, agent }, async (answer) => {
      const text = (await answer.toArray()).join('');
      done({ status: answer.statusCode, type: answer.headers['content-type'], text });
    });
    asked.on('error', fail);
    asked.end();
  });
}

test('the server behind the proxy never has two connections, and each answer comes as it was given', async () => {
  let connections = 0;
  let most = 0;
  const server = createServer((asked, answer) => {
    answer.setHeader('Content-Type', 'text/plain');
    setTimeout(() => answer.end(`for ${asked.url}`), 5);
  });
  server.on('connection', (socket) => {
    connections += 1;
    most = Math.max(most, connections);
    socket.on('close', () => {
      connections -= 1;
    });
  });
  const port = await started(server);
  const proxy = await started(oneAtATime());
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const names = [...Array(12).keys()].map((number) => `/file-${number}`);
  const answers = await Promise.all(names.map((name) => throughProxy(proxy, `http://127.0.0.1:${port}${name}`, agent)));
  agent.destroy();
  assert.deepEqual(
    answers,
    names.map((name) => ({ status: 200, type: 'text/plain', text: `for ${name}` })),
  );
  assert.equal(most, 1);
});

test('a server that is gone is an answer too', async () => {
  const server = createServer();
  const port = await listen(server, 0, '127.0.0.1');
  await new Promise((done) => server.close(done));
  const proxy = await started(oneAtATime());
  assert.equal((await throughProxy(proxy, `http://127.0.0.1:${port}/`)).status, 502);
});

test('no other computer is asked', async () => {
  const proxy = await started(oneAtATime());
  assert.equal((await throughProxy(proxy, 'http://example.invalid/')).status, 403);
  assert.equal((await throughProxy(proxy, '/')).status, 403);
});

test('a question that was given up does not hold up the next one', async () => {
  const server = createServer((asked, answer) => {
    answer.write('the beginning');
    if (asked.url !== '/endless') answer.end();
  });
  const port = await started(server);
  const proxy = await started(oneAtATime());
  await new Promise((done) => {
    const asked = request({ host: '127.0.0.1', port: proxy, path: `http://127.0.0.1:${port}/endless` }, () => {
      asked.on('close', done);
      asked.destroy();
    });
    asked.end();
  });
  assert.equal((await throughProxy(proxy, `http://127.0.0.1:${port}/next`)).text, 'the beginning');
});
