// A service worker in a world made for it: caches that can be damaged, filled or silent, and a server that can be gone.

import { createHash, webcrypto } from 'node:crypto';
import vm from 'node:vm';
import { shortHash } from '../../../scripts/lib/fingerprint.mjs';
import { addWorker } from '../../../scripts/site/worker.mjs';

const ORIGIN = 'https://diary.example';
/** The worker's waits, in a test: all shorter, in the same order, and none so short that a busy machine passes for silent. */
const shorter = (wait) => 250 + wait / 100;
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', wasm: 'application/wasm' };
const NAMED = /(?:src|href)="(\/[^"]+)"/g;

const never = () => new Promise(() => {});
const bytes = (text) => Buffer.from(text);
const typeOf = (path) =>
  TYPES[path === '/' ? 'html' : path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

/** A version of a site: a page, what it can't start without, and what it fetches later. */
export async function version(number) {
  const files = new Map();
  const named = (name, ending, text) => {
    const path = `${name}-${shortHash(text)}.${ending}`;
    files.set(path, bytes(text));
    return `/${path}`;
  };
  const script = named('app', 'js', `script ${number}`);
  const style = named('style', 'css', 'the style sheet of all versions');
  const program = named('app', 'wasm', `program ${number}`);
  const part = named('app-pages', 'wasm', `pages ${number}`);
  const seldom = named('app-seldom', 'wasm', `what few need, ${number}`);
  files.set('rescue.html', bytes('<title>rescue</title>'));
  const html = `<html><head><link rel="stylesheet" href="${style}"><link rel="preload" href="${program}"></head><script src="${script}"></script></html>`;
  const site = { html, files };
  await addWorker(site, `## ${number}\n\n* News of ${number}.\n`);
  const code = site.files.get('sw.js').toString();
  const build = site.html.match(/name="ldn-build" content="(\w+)"/)[1];
  const paths = new Map([...site.files].map(([path, content]) => [`/${path}`, content]));
  paths.set('/', bytes(site.html));
  return { number, build, code, part, seldom, files: paths };
}

/** The browser's caches: name → path → what was kept, `{ content, headers, status }`. `state` is "well", "full", "silent" or "refusing". */
class Caches {
  state = 'well';
  held = new Map();

  async #door(writes) {
    if (this.state === 'silent') await never();
    if (this.state === 'refusing' || (writes && this.state === 'full')) throw new Error(this.state);
  }

  async keys() {
    await this.#door();
    return [...this.held.keys()];
  }

  async has(name) {
    await this.#door();
    return this.held.has(name);
  }

  async delete(name) {
    await this.#door();
    return this.held.delete(name);
  }

  async open(name) {
    await this.#door(!this.held.has(name));
    if (!this.held.has(name)) this.held.set(name, new Map());
    const held = this.held.get(name);
    return {
      put: async (path, answer) => {
        await this.#door(true);
        const content = Buffer.from(await answer.arrayBuffer());
        held.set(path, { content, headers: Object.fromEntries(answer.headers) });
      },
    };
  }

  async match(path, { cacheName }) {
    await this.#door();
    const kept = this.held.get(cacheName)?.get(path);
    return kept && new Response(kept.content, kept);
  }
}

/** One browser, one server. */
export class World {
  caches = new Caches();
  /** "up", "down" or "silent". */
  server = 'up';
  /** What the server has: a version's files. */
  online = undefined;
  /** The headers that the server adds of its own. */
  adds = {};
  /** How many bodies the server has sent. */
  sent = 0;
  /** The version whose worker is active, and that worker; the version that waits. */
  active = undefined;
  worker = undefined;
  waiting = undefined;

  async fetch(path, { integrity, signal } = {}) {
    if (this.server === 'silent')
      await new Promise((_, fail) => signal?.addEventListener('abort', () => fail(new Error('aborted'))));
    if (this.server === 'down') throw new TypeError('Failed to fetch');
    const address = typeof path === 'string' ? path : new URL(path.url).pathname;
    const asPage = path.mode === 'navigate' && !this.online.files.has(address) ? '/' : address;
    const content = this.online.files.get(asPage);
    if (!content) return new Response('not found', { status: 404 });
    this.sent += 1;
    const hash = createHash('sha256').update(content).digest('base64');
    if (integrity && integrity !== `sha256-${hash}`) throw new TypeError('integrity');
    return new Response(content, { headers: { 'Content-Type': typeOf(asPage), ...this.adds } });
  }

  /** A worker of this version begins to live: nothing of an earlier life is left in its memory. */
  #live(of) {
    const listeners = {};
    const registration = this;
    const context = vm.createContext({
      addEventListener: (name, listener) => {
        listeners[name] = listener;
      },
      setTimeout: (work, wait, ...given) => setTimeout(work, shorter(wait), ...given),
      clearTimeout,
      caches: this.caches,
      clients: { claim: async () => {}, matchAll: async () => [{}] },
      crypto: webcrypto,
      fetch: (path, options) => this.fetch(path, options),
      location: { origin: ORIGIN },
      registration: {
        get waiting() {
          return registration.waiting;
        },
      },
      skipWaiting: () => {},
      AbortController,
      Response,
      TextEncoder,
      URL,
      btoa,
    });
    vm.runInContext(of.code, context);
    return async (name, event) => {
      let answer;
      const stays = [];
      listeners[name]({
        ports: [],
        ...event,
        waitUntil: (work) => stays.push(work),
        respondWith: (work) => {
          answer = work;
        },
      });
      return { answer: await answer, done: Promise.all(stays) };
    };
  }

  /** The browser ends the worker and begins another when it is next needed. */
  restart() {
    if (this.active) this.worker = this.#live(this.active);
  }

  /** The browser finds the worker of what is online, and installs it; whether that succeeded. */
  async install() {
    if (this.server !== 'up' || this.active === this.online) return false;
    const worker = this.#live(this.online);
    try {
      await (await worker('install', {})).done;
    } catch {
      return false;
    }
    this.waiting = this.online;
    return true;
  }

  /** The version that waits takes over. */
  async activate() {
    if (!this.waiting) return;
    [this.active, this.waiting] = [this.waiting, undefined];
    this.restart();
    await (await this.worker('activate', {})).done;
  }

  /** What the browser gets at an address; undefined where that fails. */
  async get(path, mode = 'no-cors') {
    const request = { url: ORIGIN + path, method: 'GET', mode };
    if (!this.worker) return this.fetch(request).catch(() => undefined);
    const { answer } = await this.worker('fetch', { request });
    return (answer === undefined ? await this.fetch(request).catch(() => undefined) : answer)?.type === 'error'
      ? undefined
      : answer;
  }

  /** Opens the app at an address: the number of the version that starts; undefined where none does. */
  async open(versions, path = '/') {
    const html = await (await this.get(path, 'navigate'))?.text();
    const shown = versions.find(({ files }) => files.get('/').toString() === html);
    if (!shown) return undefined;
    for (const [, named] of html.matchAll(NAMED)) {
      const answer = await this.get(named);
      if (!answer?.ok || (await answer.text()) !== shown.files.get(named).toString()) return undefined;
    }
    return shown.number;
  }

  /** The page says that it works; ends when the worker has looked through its files. */
  async works(number, hasDiary = false) {
    if (this.active?.number !== number) return;
    for (const ask of ['it works', 'look through']) {
      const { done } = await this.worker('message', { data: { ask, build: this.active.build, hasDiary } });
      await done;
    }
  }

  /** Asks the worker something. */
  async ask(ask) {
    let told;
    const port = { postMessage: (data) => (told = structuredClone(data)) };
    const { done } = await this.worker('message', { data: { ask }, ports: [port] });
    await done;
    return told;
  }

  /** Whether all that this version needs to start is kept as it should be. */
  isWhole({ build, files }) {
    const held = this.caches.held.get(`ldn-diary-version-${build}`);
    const needed = ['/', ...[...files.get('/').toString().matchAll(NAMED)].map(([, path]) => path)];
    return Boolean(held) && needed.every((path) => held.get(path)?.content.equals(files.get(path)));
  }
}
