// The kept server of the built site: compressed copies, the production headers, and the page for every address of the app.

import { createServer } from 'node:http';
import sirv from 'sirv';
import { cacheControl, HEADERS } from './headers.mjs';

/** Whether the browser wants a page at an address of the app: `/history`, but not `/missing.js`. */
export function isNavigation(request) {
  const path = new URL(request.url, 'http://localhost').pathname;
  const lastPart = path.slice(path.lastIndexOf('/') + 1);
  return (request.headers.accept ?? '').includes('text/html') && !lastPart.includes('.');
}

function refuse(response, status, text) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

/** A server for the folder; it does not listen yet. `dev`: the files may change while it runs. */
export function siteServer(folder, { dev = false } = {}) {
  const serve = sirv(folder, {
    dev,
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, path) => {
      response.setHeader('Cache-Control', cacheControl(path));
      if (path.endsWith('.txt')) response.setHeader('Content-Type', 'text/plain; charset=utf-8');
      if (path.endsWith('.ics')) response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
    },
  });
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (!['GET', 'HEAD'].includes(request.method)) return refuse(response, 405, 'Only GET and HEAD are answered here.');
    serve(request, response, () => {
      if (!URL.canParse(request.url, 'http://localhost') || !isNavigation(request)) {
        return refuse(response, 404, 'There is no such file.');
      }
      request.url = '/index.html';
      // The parser keeps what it read from the old address.
      request._parsedUrl = undefined;
      serve(request, response, () => refuse(response, 404, 'The site is not built: run make run.'));
    });
  });
}

/** Starts to listen; the promise fails when the port is taken. */
export function listen(server, port, host) {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => done(server.address().port));
  });
}
