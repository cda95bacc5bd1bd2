// What the diary's keeping needs of the browser and web-sys has not, or only behind an unstable flag: IndexedDB with
// strict durability, locks and messages between tabs, persistent storage, a note in the cache. Every door has a bound: what
// does not answer in time counts as broken, and nothing that is optional throws.

const DATABASE = 'ldn-diary';
const RECORDS = 'records';
/** How long IndexedDB and the lock may take to answer at all; milliseconds. */
const PATIENCE = 4000;
/** The same where they have not answered the last time. */
const IMPATIENCE = 500;
/** How long the diary's opening waits for all records: the questions must stand there soon. */
const OPENING_WAIT = 700;
/** How long a transaction may take that has begun, by what it does: an import of many years on a slow phone writes long. */
const WORK_WAIT = { readonly: 20_000, readwrite: 60_000 };
/** How long what is only good to know may take: some of it stands before the first page of a first visit. */
const OPTIONAL_WAIT = 400;

/** What `promise` gives, or an error when that takes longer. */
function inTime(promise, wait) {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new DOMException('it does not answer', 'TimeoutError')), wait);
    promise.then(done, fail).finally(() => clearTimeout(timer));
  });
}

/** What an optional door gives: nothing where it is not there, throws, refuses or takes too long. */
async function optional(door) {
  try {
    return await inTime(Promise.resolve(door()), OPTIONAL_WAIT);
  } catch {
    return undefined;
  }
}

let opening;
/** IndexedDB let the last one wait in vain. */
let silent = false;
/** The last one that had begun did not end: the next is not waited for as long again. */
let endless = false;

function opened() {
  opening ??= new Promise((done, fail) => {
    if (!globalThis.indexedDB) throw new DOMException('there is none', 'SecurityError');
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(RECORDS);
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      const forget = () => {
        request.result.close();
        opening = undefined;
      };
      Object.assign(request.result, { onclose: forget, onversionchange: forget });
      done(request.result);
    };
  });
  // After a failure the next call tries again.
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
}

/** Runs `work` on the records in one transaction; gives what `work` returned, called once it is committed. `watched` learns
 * of the transaction, is told when its first request was answered (until then it may wait for another page), and may say
 * that it is not wanted any more. */
async function transaction(mode, work, watched) {
  const database = await opened();
  if (watched.over) throw new DOMException('it was given up', 'AbortError');
  return new Promise((done, fail) => {
    const running = database.transaction(RECORDS, mode, { durability: 'strict' });
    watched.running = running;
    // Of whichever request of it is answered first, on the way down: such an event does not come up.
    running.addEventListener('success', watched.begun, { capture: true, once: true });
    const result = work(running.objectStore(RECORDS));
    running.oncomplete = () => done(result?.());
    running.onabort = () => fail(running.error ?? new DOMException('it was broken off', 'AbortError'));
  });
}

/** The same within bounds. What is given up is not done later either: whoever asked was told that it failed. */
async function bounded(mode, work) {
  const watched = {};
  const begun = new Promise((tell) => {
    watched.begun = tell;
  });
  const worked = transaction(mode, work, watched);
  try {
    await inTime(Promise.race([begun, worked]), silent ? IMPATIENCE : PATIENCE);
    silent = false;
    const result = await inTime(worked, endless ? PATIENCE : WORK_WAIT[mode]).catch((error) => {
      endless = error.name === 'TimeoutError';
      throw error;
    });
    endless = false;
    return result;
  } catch (error) {
    silent ||= error.name === 'TimeoutError';
    watched.over = true;
    worked.catch(() => {});
    try {
      watched.running?.abort();
    } catch {}
    throw error;
  }
}

/** What stands under a key, as text: what is none is no record, but it must be seen before its place is used. What JSON
 * would leave out or take for an empty object is named at least. The rescue page does the same. */
export function asText(value) {
  if (value === undefined || typeof value === 'string') return value;
  const plain = (_, part) => {
    if (part instanceof ArrayBuffer) return [...new Uint8Array(part)];
    if (ArrayBuffer.isView(part)) return [...new Uint8Array(part.buffer, part.byteOffset, part.byteLength)];
    if (part instanceof Map || part instanceof Set) return [...part];
    if (part instanceof Blob) return `${part}, ${part.size} bytes`;
    const isValue = part === null || typeof part === 'string' || typeof part === 'boolean' || Number.isFinite(part);
    const isTree = () => Array.isArray(part) || (part && Object.getPrototypeOf(part) === Object.prototype);
    return isValue || isTree() ? part : `${part}`;
  };
  try {
    return JSON.stringify(value, plain) ?? String(value);
  } catch {
    return String(value);
  }
}

export function readRecords(keys) {
  return bounded('readonly', (records) => {
    const requests = keys.map((key) => records.get(key));
    return () => requests.map((request) => asText(request.result));
  });
}

let readingAll;

/** All keys, and all texts in the same order, whenever they come. */
export function allRecordsAtLast() {
  const work = (records) => {
    const [keys, texts] = [records.getAllKeys(), records.getAll()];
    return () => [keys.result, texts.result.map(asText)];
  };
  const begun = () => {
    silent = false;
  };
  readingAll ??= transaction('readonly', work, { begun }).finally(() => {
    readingAll = undefined;
  });
  return readingAll;
}

/** The same, or an error where they do not come soon. */
export async function allRecords() {
  try {
    return await inTime(allRecordsAtLast(), OPENING_WAIT);
  } catch (error) {
    silent ||= error.name === 'TimeoutError';
    throw error;
  }
}

const put = (records, keys, texts) =>
  keys.forEach((key, index) => {
    if (texts[index] === undefined) records.delete(key);
    else records.put(texts[index], key);
  });

/** Puts each text under its key; `undefined` takes away what stands there. All or none. */
export function writeRecords(keys, texts) {
  return bounded('readwrite', (records) => put(records, keys, texts));
}

/** Takes everything away and puts these in its place. All or none. */
export function clearRecords(keys, texts) {
  return bounded('readwrite', (records) => {
    records.clear();
    put(records, keys, texts);
  });
}

let lockSilent = false;

/** Waits until no other tab writes. Gives the function that lets the next one in; never waits for ever. */
export async function lock() {
  const giveUp = globalThis.AbortController && new AbortController();
  const free = () => {};
  try {
    const turn = new Promise((got, fail) => {
      navigator.locks
        .request('ldn-diary', { signal: giveUp?.signal }, () => new Promise((release) => got(release)))
        .catch(fail);
    });
    const release = await inTime(turn, lockSilent ? IMPATIENCE : PATIENCE);
    lockSilent = false;
    return release;
  } catch (error) {
    lockSilent = error?.name === 'TimeoutError';
    giveUp?.abort();
    return free;
  }
}

// The rescue page does without.
const channel = /* @__PURE__ */ openChannel();

function openChannel() {
  try {
    return new BroadcastChannel('ldn-diary');
  } catch {
    return undefined;
  }
}

/** Tells the other tabs which keys have changed; no keys: that everything was deleted. */
export function tellTabs(keys) {
  try {
    channel?.postMessage(keys);
  } catch {}
}

/** Calls back with the keys that another tab has changed. */
export function hearTabs(callback) {
  // Whatever else is sent under this name is no news.
  if (channel) channel.onmessage = ({ data }) => Array.isArray(data) && callback(data);
  // The local store speaks up by itself, also where there are no channels.
  addEventListener('storage', ({ key, newValue }) => {
    if (key?.startsWith('ldn-diary/') && newValue !== null) callback([key]);
  });
}

/** Whether the browser promises to keep the data: true, false, or undefined where it can't be asked. */
export const isPersisted = () => optional(() => navigator.storage.persisted());

/** Asks for that promise. Without a bound: some browsers ask the patient. */
export async function askToPersist() {
  return navigator.storage?.persist?.();
}

/** How many bytes are used and how many may be. */
export async function storageEstimate() {
  const { usage, quota } = (await optional(() => navigator.storage.estimate())) ?? {};
  return [usage, quota];
}

const NOTE = '/ldn-diary-census';

/** A note in the cache: it may outlive the other two stores. */
export const readNote = () => optional(async () => (await caches.match(NOTE))?.text());

/** `undefined` removes it. */
export const writeNote = (text) =>
  optional(async () => {
    const cache = await caches.open('ldn-diary-census');
    await (text === undefined ? cache.delete(NOTE) : cache.put(NOTE, new Response(text)));
  });

const textFile = (name, text) => new File([text], name, { type: 'text/plain' });

/** Whether text can leave as a file through the share sheet. */
export function canShareText() {
  return Boolean(navigator.canShare?.({ files: [textFile('a.txt', 'a')] }));
}

/** Opens the share sheet. To be called in the tap itself: the browser allows it for a few seconds only. */
export async function shareText(name, text) {
  await navigator.share({ files: [textFile(name, text)] });
}
