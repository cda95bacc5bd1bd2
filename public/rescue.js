// Shows and saves what the two stores hold, as it is, and lets the app be fetched anew. It knows nothing of the app, and
// changes nothing of the diary. Its words are words/en/site/rescue.ftl; the build makes a function of each message, and one
// file of all.

import { asText } from '../js/store.js';
import { LOOK, OURS, RECORDS, ROOM_CACHE, VERSION_CACHES, WORKER_CACHE } from './names.js';
import * as words from './rescue-words.js';

// What the patient chose for the look of the app. Where nothing can be read, the device decides.
try {
  const { theme, text } = JSON.parse(localStorage.getItem(LOOK)) ?? {};
  Object.assign(document.documentElement.dataset, theme && { theme }, text && { text });
} catch {}

/** How long the browser may take for one thing; milliseconds. */
const PATIENCE = 4000;

function within(work, wait = PATIENCE) {
  const late = new Promise((_, fail) =>
    setTimeout(() => fail(new DOMException(words.noAnswer(), 'TimeoutError')), wait),
  );
  return Promise.race([work, late]);
}

function localTexts() {
  return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(OURS)));
}

/** What stands there need be no text, nor its key: neither is mistaken for another, or left out. */
const journalKey = (key) => (typeof key === 'string' ? key : `no text: ${asText(key)}`);

/** Opening must not make a database where there is none: it is broken off then. Nor does it stay open: nobody waits for
 * this page who wants to delete or change it. */
function journalTexts() {
  return new Promise((done, fail) => {
    const request = indexedDB.open(OURS);
    request.onupgradeneeded = () => {
      request.transaction.abort();
      done({});
    };
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => database.close();
      try {
        if (!database.objectStoreNames.contains('records')) return done({});
        const running = database.transaction('records');
        const records = running.objectStore('records');
        const [keys, values] = [records.getAllKeys(), records.getAll()];
        running.onabort = () => fail(running.error);
        running.oncomplete = () =>
          done(Object.fromEntries(keys.result.map((key, index) => [journalKey(key), asText(values.result[index])])));
      } catch (error) {
        fail(error);
      } finally {
        // It waits for what has begun.
        database.close();
      }
    };
  });
}

/** The records of a diary; what else the app keeps, such as its look, is none. */
const recordsOf = (texts) => Object.entries(texts).filter(([key]) => key.startsWith(RECORDS));

/** A day that was deleted leaves a record without a body. */
function isDay([key, text]) {
  if (!key.startsWith(`${RECORDS}day/`)) return false;
  try {
    return JSON.parse(text).body !== null;
  } catch {
    return true;
  }
}

function said(texts) {
  const records = recordsOf(texts);
  if (records.length === 0) return words.noRecord();
  const days = records.filter(isDay).length;
  const unreadable = records.filter(([key]) => key.startsWith(`${RECORDS}set-aside/`)).length;
  return words.records({ days, others: records.length - days - unreadable, unreadable });
}

/** Why a place can't be looked into, and what to do about it. */
function excuse({ name }) {
  if (name === 'TimeoutError') return words.placeSilent();
  if (/^(Type|Reference|Security|NotAllowed|InvalidState)Error$/.test(name)) return words.placeForbidden();
  return words.placeUnreadable();
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
  const saveSays = document.getElementById('save-says');
  try {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(held, null, 1)], { type: 'application/json' }));
    link.download = FILE;
    link.click();
    // Some browsers begin to read it only later.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } catch (error) {
    saveSays.textContent = words.notSaved({ error });
    return;
  }
  // Whether it arrived is not told to a page.
  saveSays.textContent = words.saved({ file: FILE, local: local.count, journal: journal.count });
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

const isOfApp = (cache) => cache.startsWith(VERSION_CACHES) || cache === WORKER_CACHE || cache === ROOM_CACHE;

/** What keeps the app; nothing where the browser has none, or forbids even to look. */
function keeper() {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}

function cachesHere() {
  try {
    return globalThis.caches;
  } catch {
    return undefined;
  }
}

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
  const none = { said: words.appNone(), isNone: true };
  if (!keeper()) return none;
  try {
    const registration = await within(keeper().getRegistration());
    if (!registration?.active) return none;
    const { files, sound } = await within(counted(registration.active), 3 * PATIENCE);
    if (sound === files) return { said: words.appWhole({ files }), isWhole: true };
    return { said: words.appDamaged({ damaged: files - sound, files }) };
  } catch (error) {
    // Where a site may keep nothing, it may keep no app either.
    if (error?.name === 'SecurityError') return none;
    return { said: words.appSilent() };
  }
}

/** How long the server may send nothing, and how long all may take; milliseconds. */
const SILENCE = 15_000;
const ALL = 300_000;

/** What the server sends for a path, as it is there now: neither the browser's own copy nor the worker's. */
async function sent(path) {
  const giveUp = new AbortController();
  try {
    const answer = await within(fetch(path, { cache: 'reload', signal: giveUp.signal }), SILENCE);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const reader = answer.body.getReader();
    const pieces = [];
    for (;;) {
      const { done, value } = await within(reader.read(), SILENCE);
      if (done) return new Blob(pieces).arrayBuffer();
      pieces.push(value);
    }
  } finally {
    giveUp.abort();
  }
}

/** The server could not be reached, which is not to be told from an answer that was broken off. */
const isUnreached = ({ name }) => name === 'TypeError' || name === 'TimeoutError';

/** The files of the app as the server lists them, with their hashes. */
async function filesOfServer() {
  const { files } = JSON.parse(new TextDecoder().decode(await sent('/files.json')));
  const needed = files.filter(({ app }) => app);
  if (!needed.some(({ path }) => path === '/sw.js')) throw new Error('no list');
  return needed;
}

/** What the server says, short: whether it answers, and with a list of the app's files. */
const askServer = () =>
  filesOfServer().then(
    () => 'answers',
    (error) => (isUnreached(error) ? 'unreached' : 'lacks'),
  );

async function hashOf(content) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Fetches every file of the app, and so into the browser's own cache; why it could not be done, if so. A file counts when it
 * has its hash: that a server says so proves nothing. */
async function fetchAll(tell) {
  const end = Date.now() + ALL;
  let now = '/files.json';
  try {
    const files = await filesOfServer();
    for (const [index, { path, sha256 }] of files.entries()) {
      now = path;
      tell(words.fetching({ file: index + 1, files: files.length }));
      if (Date.now() > end) return words.unchangedUnreached();
      // The page is asked for as `/`: some hosts answer its file name by sending the browser on.
      if ((await hashOf(await sent(path === '/index.html' ? '/' : path))) !== sha256) throw new Error('another file');
    }
  } catch (error) {
    return isUnreached(error) ? words.unchangedUnreached() : words.unchangedLacks({ path: now });
  }
}

/** What is put into a cache, and taken out again, to see whether there is room, in bytes: what a browser says of its room
 * is rounded beyond use. */
const ROOM = 1_000_000;

/** Why the app could not be kept again, if so; a browser that keeps none needs no room. */
async function noRoom() {
  const caches = cachesHere();
  if (!caches) return;
  try {
    await (await caches.open(ROOM_CACHE)).put('/', new Response(new Uint8Array(ROOM)));
  } catch (error) {
    return error?.name === 'QuotaExceededError' ? words.unchangedNoRoom() : words.unchangedNotKept();
  } finally {
    await caches.delete(ROOM_CACHE).catch(() => {});
  }
}

async function removeApp() {
  const registrations = (await keeper()?.getRegistrations()) ?? [];
  await Promise.all(registrations.map((registration) => registration.unregister()));
  const caches = cachesHere();
  const names = (await caches?.keys()) ?? [];
  await Promise.all(names.filter(isOfApp).map((name) => caches.delete(name)));
}

const anew = document.getElementById('anew');
const says = document.getElementById('anew-says');

/** What stands in the way of fetching the app anew, or stood; nothing where it was done. What is here is removed only when
 * all of it has come. */
async function tryAnew(tell) {
  const hindrance = (await within(noRoom(), 15_000).catch(() => words.unchangedSilent())) ?? (await fetchAll(tell));
  if (hindrance) return hindrance;
  try {
    await within(removeApp(), 15_000);
  } catch {
    return words.notLetGo();
  }
}

/** While it works the button only says that it can't be used: a disabled one would lose the focus. */
async function fetchAnew() {
  if (anew.ariaDisabled) return;
  anew.ariaDisabled = 'true';
  const tell = (said) => {
    says.textContent = said;
  };
  tell(words.asking());
  const failed = await tryAnew(tell);
  anew.ariaDisabled = null;
  tell(failed ?? words.opening());
  if (!failed) location.assign('/');
}

/** What to do where the app that is here should not open, by what the server says. */
const NEXT = { answers: words.serverAnswers, unreached: words.serverUnreached, lacks: words.serverLacks };

async function showApp() {
  // The worker shows this page at the diary's own address where it has nothing better: to go back leads here again then.
  if (!/^\/rescue(\.html)?$/.test(location.pathname)) {
    document.querySelector('h1').textContent = words.inPlaceHeading();
    document.getElementById('back').textContent = words.inPlaceBack();
  }
  anew.disabled = false;
  anew.addEventListener('click', fetchAnew);
  const { said, isWhole, isNone } = await foundOfApp();
  document.getElementById('app').textContent = said;
  const next = document.getElementById('next');
  if (isWhole) {
    next.textContent = words.shouldOpen();
    return;
  }
  next.textContent = words.serverAsked();
  const server = await askServer();
  next.textContent = isNone && server === 'answers' ? words.serverOpens() : NEXT[server]();
}

showDiary();
showApp();
