// The page's side of the service worker: registering it, hearing of a new version, letting it start.

/** The name of the version on the page. A debug build has none, and keeps nothing on the device;
 * nor has a worker that runs this script. */
const build = globalThis.document?.querySelector('meta[name="ldn-build"]')?.content;
/** A page that stays open for days looks for a new version when it is looked at, at most this often; milliseconds. */
const LOOK_EVERY = 3_600_000;

const container = build ? navigator.serviceWorker : undefined;
let registration;

function news(worker) {
  return new Promise((tell) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => tell(data);
    worker.postMessage({ ask: 'news' }, [port2]);
  });
}

async function offer(tell) {
  // Without a controller this is the first version, and nothing waits for anybody.
  if (registration.waiting && container.controller) tell(await news(registration.waiting));
}

/** Keeps the app on the device, and calls back with what is new (an array of texts) whenever a new version is ready. */
export async function followUpdates(tell) {
  if (!container) return;
  registration = await container.register('/sw.js', { updateViaCache: 'none' });
  container.ready.then(({ active }) => active.postMessage({ ask: 'it works', build }));
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

/** Starts the version that waits; the page is loaded anew. */
export function startNewVersion() {
  container?.addEventListener('controllerchange', () => location.reload(), { once: true });
  registration?.waiting?.postMessage({ ask: 'start now' });
}

/** Whether the whole app is on this device; undefined where it can't be. */
export async function isKept() {
  if (!container) return undefined;
  return Boolean((await container.getRegistration())?.active);
}
