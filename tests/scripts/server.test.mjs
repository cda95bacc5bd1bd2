import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { HEADERS } from '../../scripts/site/headers.mjs';
import { listen, siteServer } from '../../scripts/site/server.mjs';

const folder = mkdtempSync(join(tmpdir(), 'ldn-diary-server-'));
let server;
let address;

before(async () => {
  const names = [
    'index.html',
    'app-0123456789abcdef.wasm',
    'a.js',
    'b.mjs',
    'app.webmanifest',
    'alarm.ics',
    'files.json',
    'terms.txt',
  ];
  for (const name of names) writeFileSync(join(folder, name), name);
  writeFileSync(join(folder, 'a.js.gz'), gzipSync('a.js'));
  server = siteServer(folder);
  address = `http://localhost:${await listen(server, 0, 'localhost')}`;
});

after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const PAGE = { headers: { accept: 'text/html,*/*' } };

test('every kind of file has its type', async () => {
  const types = {
    '/': 'text/html;charset=utf-8',
    '/app-0123456789abcdef.wasm': 'application/wasm',
    '/a.js': 'text/javascript',
    '/b.mjs': 'text/javascript',
    '/app.webmanifest': 'application/manifest+json',
    '/alarm.ics': 'text/calendar; charset=utf-8',
    '/files.json': 'application/json',
    '/terms.txt': 'text/plain; charset=utf-8',
  };
  for (const [path, type] of Object.entries(types)) {
    const answer = await fetch(address + path);
    assert.equal(answer.headers.get('content-type'), type, path);
    for (const [name, value] of Object.entries(HEADERS))
      assert.equal(answer.headers.get(name), value, `${path} ${name}`);
  }
});

test('an address of the app gives the page; a missing file, or one outside, gives 404', async () => {
  for (const path of ['/history', '/results/2', '/history?day=2026-01-05', '/%E0%A4%A']) {
    const answer = await fetch(address + path, PAGE);
    assert.equal(answer.status, 200, path);
    assert.equal(await answer.text(), 'index.html', path);
  }
  for (const path of ['/missing.js', '/history.png', '//', '/..%2f..%2fetc/passwd.txt']) {
    assert.equal((await fetch(address + path, PAGE)).status, 404, path);
  }
  assert.equal((await fetch(`${address}/history`, { headers: { accept: 'application/json' } })).status, 404);
});

test('a compressed copy is taken only by those who can read it', async () => {
  const packed = await fetch(`${address}/a.js`, { headers: { 'accept-encoding': 'gzip' } });
  assert.equal(packed.headers.get('content-encoding'), 'gzip');
  assert.equal(await packed.text(), 'a.js');
  const plain = await fetch(`${address}/a.js`, { headers: { 'accept-encoding': 'identity' } });
  assert.equal(plain.headers.get('content-encoding'), null);
  assert.equal(plain.headers.get('vary'), 'Accept-Encoding');
});

test('nothing can be sent to the server', async () => {
  assert.equal((await fetch(address, { method: 'POST', body: 'x' })).status, 405);
});
