// What the worker remembers from one of its lives to the next: which version was seen to work (`works`), and how often a
// newer one has been tried since (`tries`). It may be missing, torn or of another time, and then it says nothing.

import { besides, CACHE_WAIT, within } from './waiting.js';

const CACHE = 'ldn-diary-worker';

let memory;

async function read() {
  const told = await (await caches.match('/', { cacheName: CACHE }))?.json();
  return {
    works: typeof told?.works === 'string' ? told.works : undefined,
    tries: Number.isSafeInteger(told?.tries) && told.tries > 0 ? told.tries : 0,
  };
}

export function remembered() {
  memory ??= within(CACHE_WAIT, read).then((told) => told ?? { works: undefined, tries: 0 });
  return memory;
}

/** Remembers what has changed. In this life of the worker it holds even where it can't be written, and nobody waits for
 * that. */
export async function remember(change) {
  const now = await remembered();
  if (Object.entries(change).every(([key, value]) => now[key] === value)) return;
  Object.assign(now, change);
  besides(async () => (await caches.open(CACHE)).put('/', new Response(JSON.stringify(now))));
}
