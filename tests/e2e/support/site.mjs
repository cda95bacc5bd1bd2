// The built site on a server of the test's own, which can be stopped, and can bring out another version of it.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { filesBelow } from '../../../scripts/lib/fingerprint.mjs';
import { DIST } from '../../../scripts/lib/paths.mjs';
import { cacheControl } from '../../../scripts/site/headers.mjs';
import { fileList } from '../../../scripts/site/list.mjs';
import { listen, siteServer } from '../../../scripts/site/server.mjs';
import { addWorker } from '../../../scripts/site/worker.mjs';

/** The built site as the last step of the build finds it: without the service worker, and without a name for the build. */
function built() {
  const files = new Map(
    filesBelow(DIST)
      .map((file) => [relative(DIST, file).split(sep).join('/'), readFileSync(file)])
      .filter(([path]) => path !== 'sw.js' && !/\.(br|gz)$/.test(path)),
  );
  const html = files
    .get('index.html')
    .toString()
    .replace(/<meta name="ldn-build"[^>]*>/, '');
  files.delete('index.html');
  return { html, files };
}

const leftOver = [];
process.once('exit', () => {
  for (const folder of leftOver) rmSync(folder, { recursive: true, force: true });
});

/** A version of the site in a folder, on a server. */
export class Site {
  #server;
  #folder = mkdtempSync(join(tmpdir(), 'ldn-diary-site-'));

  /** Hears of each request. */
  onRequest = () => {};
  /** Whether it sends the browser from `/rescue.html` on to `/rescue`, as some hosts do. */
  sendsOn = false;
  /** Gives what is sent instead, once, or nothing. */
  answerOnce = () => {};
  /** May answer itself, and says whether it did. */
  answers = () => false;

  /** Starts to serve the site as it was built. */
  static async start() {
    const site = new Site();
    site.bringOutBuilt();
    await site.listen(0);
    return site;
  }

  async listen(port) {
    this.#server = siteServer(this.#folder, { dev: true });
    const [answer] = this.#server.listeners('request');
    this.#server.removeAllListeners('request');
    this.#server.on('request', (request, response) => {
      this.onRequest(request.url);
      if (this.answers(request, response)) return;
      if (this.sendsOn && request.url === '/rescue.html') {
        response.writeHead(308, { Location: '/rescue' });
        return response.end();
      }
      if (this.sendsOn && request.url === '/rescue') request.url = '/rescue.html';
      const bad = this.answerOnce(request.url);
      if (!bad) return answer(request, response);
      // As a host that takes a file which is not there yet for a page, and lets the browser keep it for ever.
      this.answerOnce = () => {};
      response.writeHead(200, { 'Content-Type': 'text/html', 'Cache-Control': cacheControl(request.url) });
      response.end(bad);
    });
    this.port = await listen(this.#server, port, 'localhost');
    this.address = `http://localhost:${this.port}`;
  }

  /** The site as it was built, again. */
  bringOutBuilt() {
    rmSync(this.#folder, { recursive: true, force: true });
    cpSync(DIST, this.#folder, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
  }

  /** Another version, with this news; `change` may alter its page and files. */
  async bringOut(news, change = () => {}) {
    const site = built();
    change(site);
    await addWorker(site, `## 9.9.9\n\n* ${news}\n`);
    site.files.set('index.html', Buffer.from(site.html)).delete('files.json');
    site.files.set('files.json', Buffer.from(fileList(site.files)));
    for (const [path, content] of site.files) writeFileSync(join(this.#folder, path), content);
  }

  /** Damages a file that is served, behind the back of everything that knows its hash. */
  damage(path, content) {
    writeFileSync(join(this.#folder, path), content);
  }

  /** Takes one file away. */
  removeFile(path) {
    rmSync(join(this.#folder, path));
  }

  /** From now on nobody answers. */
  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** The folder goes when all is over: an answer that is on its way may be about to open a file of it. */
  remove() {
    this.stop();
    leftOver.push(this.#folder);
  }
}
