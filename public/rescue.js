// Shows and saves what the two stores hold, as it is, and lets the app be fetched anew. It knows nothing of the app, and
// changes nothing of the diary.

const BEGINNING = 'ldn-diary';

/** How long the browser may take for one thing; milliseconds. */
const PATIENCE = 4000;

function within(work, wait = PATIENCE) {
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error('it does not answer')), wait));
  return Promise.race([work, late]);
}

function localTexts() {
  return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(BEGINNING)));
}

/** Opening must not make a database where there is none: it is broken off then. */
function journalTexts() {
  return new Promise((done, fail) => {
    const request = indexedDB.open(BEGINNING);
    request.onupgradeneeded = () => {
      request.transaction.abort();
      done({});
    };
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      const database = request.result;
      if (!database.objectStoreNames.contains('records')) return done({});
      const records = database.transaction('records').objectStore('records');
      const [keys, texts] = [records.getAllKeys(), records.getAll()];
      texts.onerror = () => fail(texts.error);
      texts.onsuccess = () => done(Object.fromEntries(keys.result.map((key, index) => [key, texts.result[index]])));
    };
  });
}

function said(texts) {
  const count = (word) => Object.keys(texts).filter((key) => key.startsWith(`${BEGINNING}/${word}`)).length;
  const [all, days, aside] = [count(''), count('day/'), count('set-aside/')];
  if (all === 0) return 'No records of a diary.';
  return `${all} records, of which ${days} ${days === 1 ? 'is a day' : 'are days'}${aside ? ` and ${aside} could not be read` : ''}.`;
}

async function look(id, read) {
  const place = document.getElementById(id);
  try {
    const texts = await read();
    place.textContent = said(texts);
    return texts;
  } catch (error) {
    place.textContent = `It could not be opened (${error.name}: ${error.message}).`;
    return { error: String(error) };
  }
}

function save(held) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(held, null, 1)], { type: 'application/json' }));
  link.download = 'ldn-diary-rescue.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

async function showDiary() {
  const [local, journal] = await Promise.all([
    look('local', async () => localTexts()),
    look('journal', () => within(journalTexts())),
  ]);
  const button = document.getElementById('save');
  button.disabled = false;
  button.addEventListener('click', () => save({ format: 'ldn-diary-rescue', local, journal }));
}

// The app: the service worker, and the caches that are its own.

const CACHES_OF_APP = /^ldn-diary-(version-|worker$|room$)/;

/** What the worker says that it keeps: how many files there should be, and how many are as they should be. */
function counted(worker) {
  return new Promise((tell) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => tell(data);
    worker.postMessage({ ask: 'count' }, [port2]);
  });
}

async function foundOfApp() {
  if (!navigator.serviceWorker) return 'This browser keeps no copy of it: it is fetched each time.';
  const registration = await within(navigator.serviceWorker.getRegistration());
  if (!registration?.active) return 'There is no copy of it: it is fetched each time.';
  const { files, sound } = await within(counted(registration.active), 3 * PATIENCE);
  if (sound === files) return `All ${files} files are here and are as they should be.`;
  return `${sound} of ${files} files are here and are as they should be.`;
}

/** What of the app a browser runs; each is asked for by its header alone, which the worker leaves to the server. */
const RUNS = /\.(html|js|css|wasm)$/;

/** Whether the server has a whole app to be fetched. */
async function canBeFetched() {
  const list = await fetch('/files.json', { cache: 'reload' });
  const paths = (await list.json()).files.map(({ path }) => path).filter((path) => RUNS.test(path));
  const heads = await Promise.all(paths.map((path) => fetch(path, { method: 'HEAD', cache: 'no-store' })));
  return paths.includes('/sw.js') && heads.every(({ ok, url }) => ok && new URL(url).origin === location.origin);
}

/** What is put into a cache, and taken out again, to see whether there is room, in bytes: what a browser says of its room
 * is rounded beyond use. */
const ROOM = 1_000_000;

/** Whether the app could be kept again; a browser that keeps none needs no room. */
async function hasRoom() {
  if (!globalThis.caches) return true;
  const name = 'ldn-diary-room';
  try {
    await (await caches.open(name)).put('/', new Response(new Uint8Array(ROOM)));
    return true;
  } finally {
    await caches.delete(name);
  }
}

async function removeApp() {
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(registrations.map((registration) => registration.unregister()));
  const names = (await globalThis.caches?.keys()) ?? [];
  await Promise.all(names.filter((name) => CACHES_OF_APP.test(name)).map((name) => caches.delete(name)));
}

const anew = document.getElementById('anew');
const says = document.getElementById('anew-says');

/** What stands in the way of fetching the app anew, or stood; nothing where it was done. */
async function tryAnew() {
  const [there, room] = await Promise.all(
    [canBeFetched(), hasRoom()].map((work) => within(work, 15_000).catch(() => false)),
  );
  if (!there)
    return 'Nothing was changed, because the app could not be fetched whole. Check that you are online, then try again.';
  if (!room)
    return 'Nothing was changed, because this device has no room left to keep the app anew. Make room, then try again.';
  try {
    await within(removeApp(), 15_000);
  } catch {
    return 'The browser did not let go of the old copy. Close all other tabs of the diary, then try again.';
  }
}

async function fetchAnew() {
  anew.disabled = true;
  says.textContent = 'Asking the server…';
  const failed = await tryAnew();
  anew.disabled = false;
  says.textContent = failed ?? 'Opening the diary…';
  if (!failed) location.assign('/');
}

async function showApp() {
  anew.disabled = false;
  anew.addEventListener('click', fetchAnew);
  document.getElementById('app').textContent = await foundOfApp().catch(
    () => 'There is a copy of it, but it does not answer.',
  );
}

showDiary();
showApp();
