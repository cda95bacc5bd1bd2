// The page's side of the service worker: registering it, hearing of a new version, letting it start.

/** The name of the version on the page. A debug build has none, and keeps nothing on the device;
 * nor has a worker that runs this script. */
const build = globalThis.document?.querySelector('meta[name="ldn-build"]')?.content;
/** A page that stays open for days looks for a new version when it is looked at, at most this often; milliseconds. */
const LOOK_EVERY = 3_600_000;

const container = build ? keeper() : undefined;
let registration;
/** Whether there is a diary here: then what few need is kept, too. */
let hasDiary = false;

/** What keeps the app; nothing where the browser has none, or forbids even to look, as in a sandbox. */
function keeper() {
  try {
    const { serviceWorker } = navigator;
    // Some hand it out and refuse each use.
    void serviceWorker.controller;
    return serviceWorker;
  } catch {
    return undefined;
  }
}

/** What a worker answers. */
function asked(worker, ask) {
  return new Promise((tell) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => tell(data);
    worker.postMessage({ ask }, [port2]);
  });
}

async function offer(tell) {
  // Without a controller this is the first version, and nothing waits for anybody.
  if (registration.waiting && container.controller) tell(await asked(registration.waiting, 'news'));
}

function sayItWorks(worker) {
  worker.postMessage({ ask: 'it works', build });
}

/** The page has all that it needs for now: the worker may see whether everything is there. */
function lookThrough(worker) {
  sayItWorks(worker);
  worker.postMessage({ ask: 'look through', hasDiary });
}

/** Tells the worker that gave the page, if one did, that the app has started and the diary was read. */
export function started() {
  if (container?.controller) sayItWorks(container.controller);
}

/** Keeps the app on the device, with what few need where there is a diary; calls back with what is new (an array of texts)
 * whenever a new version is ready. */
export async function followUpdates(isThere, tell) {
  hasDiary ||= isThere;
  if (!container) return;
  const { controller } = container;
  // Not after the registration, which waits for the server where a worker is there already.
  if (controller) lookThrough(controller);
  registration = await container.register('/sw.js', { updateViaCache: 'none' });
  // One that was unregistered and is needed again is active at once, and the browser does not say so.
  if (!controller) lookThrough(registration.active ?? (await container.ready).active);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => worker.state === 'installed' && offer(tell));
  });
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - looked < LOOK_EVERY) return;
    looked = Date.now();
    // Without a network there is nothing to hear.
    registration.update().catch(() => {});
  });
  await offer(tell);
}

/** The first answer was given: the owner of a diary may need all of the app where there is no network. */
export function diaryBegun() {
  hasDiary = true;
  const worker = container?.controller ?? registration?.active;
  // Where none is there yet, it is told when it comes.
  if (worker) lookThrough(worker);
}

/** Starts the version that waits; the page is loaded anew. */
export function startNewVersion() {
  container?.addEventListener('controllerchange', () => location.reload(), { once: true });
  registration?.waiting?.postMessage({ ask: 'start now' });
}

/** Whether this browser can keep the app on the device. */
export function canBeKept() {
  return Boolean(container);
}

/** Waits until the page stands on a kept app. Whether all of it is on the device then, as was counted there; what was
 * missing has been had anew, if it could be. */
export async function isKept() {
  try {
    if (!container.controller)
      await new Promise((done) => container.addEventListener('controllerchange', done, { once: true }));
    return (await asked(container.controller, 'keep all')) === true;
  } catch {
    return false;
  }
}
