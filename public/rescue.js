// Shows and saves what the two stores hold, as it is, and lets the app be fetched anew. It knows nothing of the app, and
// changes nothing of the diary.

// What the patient chose for the look of the app. Where nothing can be read, the device decides.
try {
  const { theme, text } = JSON.parse(localStorage.getItem('ldn-diary-look')) ?? {};
  Object.assign(document.documentElement.dataset, theme && { theme }, text && { text });
} catch {}

const BEGINNING = 'ldn-diary';

/** How long the browser may take for one thing; milliseconds. */
const PATIENCE = 4000;

function within(work, wait = PATIENCE) {
  const late = new Promise((_, fail) => setTimeout(() => fail(new DOMException('no answer', 'TimeoutError')), wait));
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

const many = (count, one, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

/** The records of a diary; what else the app keeps, such as its look, is none. */
const recordsOf = (texts) => Object.entries(texts).filter(([key]) => key.startsWith(`${BEGINNING}/`));

/** A day that was deleted leaves a record without a body. */
function isDay([key, text]) {
  if (!key.startsWith(`${BEGINNING}/day/`)) return false;
  try {
    return JSON.parse(text).body !== null;
  } catch {
    return true;
  }
}

function said(texts) {
  const records = recordsOf(texts);
  if (records.length === 0) return 'No record of a diary.';
  const days = records.filter(isDay).length;
  const aside = records.filter(([key]) => key.startsWith(`${BEGINNING}/set-aside/`)).length;
  const others = records.length - days - aside;
  const parts = [many(days, 'day'), others && many(others, 'other record'), aside && `${aside} that could not be read`];
  return `${parts.filter(Boolean).join(', ')}.`;
}

/** Why a place can't be looked into, and what to do about it. */
function excuse({ name }) {
  if (name === 'TimeoutError')
    return 'It does not answer. Close all other tabs of this site, then load this page again. If that does not help, restart the browser.';
  if (/^(Type|Reference|Security|NotAllowed|InvalidState)Error$/.test(name))
    return 'This browser does not allow this site to use it, as in some private windows or where cookies are blocked. Allow this site to keep data, then load this page again.';
  return 'It could not be read. Restart the browser, then load this page again.';
}

/** What a place holds; nothing where it can't be looked into. */
async function look(id, read) {
  const place = document.getElementById(id);
  try {
    const texts = await read();
    place.textContent = said(texts);
    return { texts, count: recordsOf(texts).length };
  } catch (error) {
    const small = document.createElement('small');
    small.textContent = `(${error})`;
    place.replaceChildren(excuse(error ?? {}), ' ', small);
    return { texts: { error: String(error) }, count: 0, failed: true };
  }
}

const FILE = 'ldn-diary-rescue.json';

function save(local, journal) {
  const held = { format: 'ldn-diary-rescue', local: local.texts, journal: journal.texts };
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(held, null, 1)], { type: 'application/json' }));
  link.download = FILE;
  link.click();
  // Some browsers begin to read it only later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  // Whether it arrived is not told to a page.
  document.getElementById('save-says').textContent =
    `The browser was given ${FILE} to save, with ${many(local.count, 'record')} from the local storage and ${many(journal.count, 'record')} from the database. Look for it among your downloads.`;
}

async function showDiary() {
  const [local, journal] = await Promise.all([
    look('local', async () => localTexts()),
    look('journal', () => within(journalTexts())),
  ]);
  const isEmpty = local.count + journal.count === 0;
  document.getElementById('saving').hidden = isEmpty;
  // Of a place that can't be looked into nobody knows whether it is empty.
  document.getElementById('nothing').hidden = !isEmpty || Boolean(local.failed || journal.failed);
  document.getElementById('save').addEventListener('click', () => save(local, journal));
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

/** What is on this device, in words, and whether the app should open with it: where it keeps none, the server decides. */
async function foundOfApp() {
  const none = { words: 'This browser keeps no copy of the app: it is fetched each time.', isNone: true };
  if (!navigator.serviceWorker) return none;
  try {
    const registration = await within(navigator.serviceWorker.getRegistration());
    if (!registration?.active) return none;
    const { files, sound } = await within(counted(registration.active), 3 * PATIENCE);
    if (sound === files)
      return { words: `All ${files} files of the app are on this device, as they should be.`, isWhole: true };
    const bad = files - sound;
    return {
      words: `${bad} of ${files} files of the app on this device ${bad === 1 ? 'is' : 'are'} damaged or missing.`,
    };
  } catch (error) {
    // Where a site may keep nothing, it may keep no app either.
    if (error?.name === 'SecurityError') return none;
    return { words: 'The copy of the app on this device does not answer.' };
  }
}

/** What of the app a browser runs; each is asked for by its header alone, which the worker leaves to the server. */
const RUNS = /\.(html|js|css|wasm)$/;

/** What the server has of the app: all of it, a part, or nothing that could be reached. */
async function ofServer() {
  try {
    const list = await fetch('/files.json', { cache: 'reload' });
    const text = await list.text();
    if (!list.ok) return 'part';
    const paths = filesIn(text).filter((path) => RUNS.test(path));
    const heads = await Promise.all(paths.map((path) => fetch(path, { method: 'HEAD', cache: 'no-store' })));
    const has = paths.includes('/sw.js') && heads.every(({ ok, url }) => ok && new URL(url).origin === location.origin);
    return has ? 'whole' : 'part';
  } catch {
    return 'unreached';
  }
}

/** The files that the server's list names: none, where something else came in its place. */
function filesIn(text) {
  try {
    return JSON.parse(text).files.map(({ path }) => path);
  } catch {
    return [];
  }
}

/** As above, but of a server that takes too long. */
const askServer = () => within(ofServer(), 15_000).catch(() => 'unreached');

/** What is put into a cache, and taken out again, to see whether there is room, in bytes: what a browser says of its room
 * is rounded beyond use. */
const ROOM = 1_000_000;

/** Why the app could not be kept again, if so; a browser that keeps none needs no room. */
async function noRoom() {
  if (!globalThis.caches) return;
  const name = 'ldn-diary-room';
  try {
    await (await caches.open(name)).put('/', new Response(new Uint8Array(ROOM)));
  } catch (error) {
    return error?.name === 'QuotaExceededError'
      ? 'this device has no room left to keep the app anew. Make room, then try again.'
      : 'this browser does not keep the app at the moment. Restart it, and see that this device has room left, then try again.';
  } finally {
    await caches.delete(name).catch(() => {});
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

const BAD_SERVER = {
  unreached: 'the server could not be reached. Check that you are online, then try again.',
  part: 'the server answers, but does not have the whole app at the moment. Try again in some minutes.',
};

/** What stands in the way of fetching the app anew, or stood; nothing where it was done. */
async function tryAnew() {
  const [server, room] = await Promise.all([
    askServer(),
    within(noRoom(), 15_000).catch(() => 'this browser does not answer. Restart it, then try again.'),
  ]);
  const hindrance = BAD_SERVER[server] ?? room;
  if (hindrance) return `Nothing was changed, because ${hindrance}`;
  try {
    await within(removeApp(), 15_000);
  } catch {
    return 'The browser did not let go of the old copy. Close all other tabs of the diary, then try again.';
  }
}

/** While it works the button only says that it can't be used: a disabled one would lose the focus. */
async function fetchAnew() {
  if (anew.ariaDisabled) return;
  anew.ariaDisabled = 'true';
  says.textContent = 'Asking the server…';
  const failed = await tryAnew();
  anew.ariaDisabled = null;
  says.textContent = failed ?? 'Opening the diary…';
  if (!failed) location.assign('/');
}

const SHOULD_OPEN = 'So the diary should open. If it does not, press “Fetch the app anew”.';
const NEXT = {
  whole: 'The server has the whole app: press “Fetch the app anew”.',
  unreached: 'The server cannot be reached: go online, then press “Fetch the app anew”.',
  part: 'The server answers, but does not have the whole app at the moment: try again in some minutes.',
};

async function showApp() {
  // The worker shows this page at the diary's own address where it has nothing better: to go back leads here again then.
  if (!/^\/rescue(\.html)?$/.test(location.pathname)) {
    document.querySelector('h1').textContent = 'The diary did not open';
    document.getElementById('back').textContent = 'Try to open the diary again';
  }
  anew.disabled = false;
  anew.addEventListener('click', fetchAnew);
  const { words, isWhole, isNone } = await foundOfApp();
  document.getElementById('app').textContent = words;
  const next = document.getElementById('next');
  if (isWhole) {
    next.textContent = SHOULD_OPEN;
    return;
  }
  next.textContent = 'Asking the server for the app…';
  const server = await askServer();
  next.textContent = isNone && server === 'whole' ? `The server has it. ${SHOULD_OPEN}` : NEXT[server];
}

showDiary();
showApp();
