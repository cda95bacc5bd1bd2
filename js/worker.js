// The service worker: keeps the whole app on the device, so that it opens without a network.
//
// The build makes `sw.js` of this and puts three constants in front: BUILD, a name for this version; FILES, each file
// with its hash; NEWS, what this version brings. Three promises: a version is kept whole or not at all; a new one waits
// until the app is opened anew, unless the patient asks for it; and one that does not start gives way to the last that did.

/* global BUILD, FILES, NEWS */

/** The caches of versions. The diary's own note stands in another cache, which is none of our business. */
const VERSIONS = 'ldn-diary-version-';
const MINE = VERSIONS + BUILD;
/** Remembers which version was seen to work, and how often a new one was tried. */
const MEMORY = 'ldn-diary-worker';
/** How often a version may fail to say that it works before the last working one is shown again. */
const TRIES = 3;
/** How many files are fetched at a time. */
const AT_ONCE = 4;

const LISTED = new Set(FILES.map(([path]) => path));
const hasHash = (path) => /-[0-9a-f]{16}\.\w+$/.test(path);
const isAppAddress = (path) => path === '/index.html' || !path.slice(path.lastIndexOf('/')).includes('.');
const isVersion = (name) => name.startsWith(VERSIONS);

async function fetched([path, hash]) {
  // A name with a hash never stands for other content: what an older version has need not travel again.
  const known = hasHash(path) && (await caches.match(path));
  if (known) return known;
  const answer = await fetch(path, { cache: 'reload', credentials: 'omit', integrity: `sha256-${hash}` });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

/** All files of this version, or none. */
async function keepVersion() {
  const cache = await caches.open(MINE);
  const waiting = [...FILES];
  const keepSome = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) await cache.put(file[0], await fetched(file));
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, keepSome));
    if (!(await caches.has(MINE))) throw new Error('it was let go while it came');
  } catch (error) {
    await caches.delete(MINE);
    throw error;
  }
}

let turn = Promise.resolve();

/** Changes what is remembered, one change after the other; `change` gets what is there and gives what shall be. */
function remember(change) {
  turn = turn.then(async () => {
    const cache = await caches.open(MEMORY);
    const before = await (await cache.match('/'))?.json();
    const after = change(before ?? {});
    await cache.put('/', new Response(JSON.stringify(after)));
    return after;
  });
  return turn;
}

/** Lets go of every version but these; while a newer one comes or waits, of none: it is among them. */
async function letGo(except) {
  const names = (await caches.keys()).filter((name) => isVersion(name) && !except.includes(name));
  if (registration.installing || registration.waiting) return;
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function takeOver() {
  const { works } = await remember((memory) => ({ ...memory, tries: 0 }));
  await letGo([MINE, VERSIONS + works]);
  await clients.claim();
}

/** The cache whose page is shown: ours, unless it was tried in vain and an older one works. */
async function shown() {
  const { works, tries } = await remember((memory) => ({ ...memory, tries: (memory.tries ?? 0) + 1 }));
  const older = VERSIONS + works;
  return works !== BUILD && tries > TRIES && (await caches.has(older)) ? older : MINE;
}

/** A page says that the app has started and has read its diary. */
async function worked(build) {
  if (build !== BUILD) return;
  await remember(() => ({ works: BUILD, tries: 0 }));
  // Another tab may still show the older version, and fetch parts of it later.
  const tabs = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (tabs.length <= 1) await letGo([MINE]);
}

async function from(name, path) {
  return (await caches.has(name)) ? (await caches.open(name)).match(path) : undefined;
}

async function answer(request, path) {
  return (await from(MINE, path)) ?? (await caches.match(path)) ?? fetch(request);
}

async function page(request) {
  return (await from(await shown(), '/')) ?? fetch(request);
}

addEventListener('install', (event) => event.waitUntil(keepVersion()));

addEventListener('activate', (event) => event.waitUntil(takeOver()));

addEventListener('message', (event) => {
  const { ask, build } = event.data ?? {};
  if (ask === 'news') event.ports[0]?.postMessage(NEWS);
  if (ask === 'start now') skipWaiting();
  if (ask === 'it works') event.waitUntil(worked(build));
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && isAppAddress(pathname)) event.respondWith(page(request));
  else if (LISTED.has(pathname) || hasHash(pathname)) event.respondWith(answer(request, pathname));
});
