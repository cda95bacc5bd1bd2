// A proxy between the browser and the server of wasm-bindgen-test-runner.
//
// That server (tiny_http 0.12) has four threads, and may give two connections to one of them. The second waits until the
// first is closed, which a browser never does: the page stays half loaded for good. It happens once a page has more
// files than threads. So the proxy asks for one file at a time, each on a connection of its own.

import { createServer, request } from 'node:http';

const HERE = '127.0.0.1';

function refuse(answer, status, text) {
  answer.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}

/** Answers what was asked with what its server gives. Resolves when the connection to that server is gone. */
function passOn(asked, answer) {
  return new Promise((done) => {
    const options = { method: asked.method, headers: { ...asked.headers, connection: 'close' }, agent: false };
    const passedOn = request(asked.url, options, (given) => {
      answer.writeHead(given.statusCode, given.headers);
      given.pipe(answer);
    });
    passedOn.on('error', (error) => (answer.headersSent ? answer.destroy() : refuse(answer, 502, error.message)));
    passedOn.on('close', done);
    // Also when the browser wants it no more.
    answer.on('close', () => passedOn.destroy());
    asked.pipe(passedOn);
  });
}

/** A forward proxy to this computer's own servers, and to no other; it does not listen yet. */
export function oneAtATime() {
  let before = Promise.resolve();
  return createServer((asked, answer) => {
    if (!URL.canParse(asked.url) || new URL(asked.url).hostname !== HERE)
      return refuse(answer, 403, 'Tests ask this computer alone.');
    before = before.then(() => passOn(asked, answer));
  });
}
