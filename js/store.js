// What the diary's keeping needs of the browser and web-sys has not, or only behind an unstable flag: IndexedDB with
// strict durability, locks and messages between tabs, persistent storage, a note in the cache.

const DATABASE = 'ldn-diary';
const RECORDS = 'records';
/** A store that does not answer within this time counts as broken; milliseconds. */
const PATIENCE = 4000;

let opening;

function opened() {
  opening ??= new Promise((done, fail) => {
    setTimeout(() => fail(new DOMException('it does not answer', 'TimeoutError')), PATIENCE);
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

/** Runs `work` on the records in one transaction; gives what `work` returned, called once it is committed. */
async function transaction(mode, work) {
  const database = await opened();
  return new Promise((done, fail) => {
    const running = database.transaction(RECORDS, mode, { durability: 'strict' });
    const result = work(running.objectStore(RECORDS));
    running.oncomplete = () => done(result?.());
    running.onabort = () => fail(running.error ?? new DOMException('it was broken off', 'AbortError'));
  });
}

export function readRecords(keys) {
  return transaction('readonly', (records) => {
    const requests = keys.map((key) => records.get(key));
    return () => requests.map((request) => request.result);
  });
}

/** All keys, and all texts in the same order. */
export function allRecords() {
  return transaction('readonly', (records) => {
    const [keys, texts] = [records.getAllKeys(), records.getAll()];
    return () => [keys.result, texts.result];
  });
}

/** Puts each text under its key; `undefined` takes away what stands there. All or none. */
export function writeRecords(keys, texts) {
  return transaction('readwrite', (records) => {
    keys.forEach((key, index) => {
      if (texts[index] === undefined) records.delete(key);
      else records.put(texts[index], key);
    });
  });
}

export function clearRecords() {
  return transaction('readwrite', (records) => void records.clear());
}

/** Waits until no other tab writes. Gives the function that lets the next one in; never waits for ever. */
export function lock() {
  return new Promise((got) => {
    if (!navigator.locks) return setTimeout(got, 0, () => {});
    const giveUp = new AbortController();
    setTimeout(() => giveUp.abort(), PATIENCE);
    navigator.locks
      .request('ldn-diary', { signal: giveUp.signal }, () => new Promise((release) => got(release)))
      .catch(() => got(() => {}));
  });
}

const channel = globalThis.BroadcastChannel && new BroadcastChannel('ldn-diary');

/** Tells the other tabs which keys have changed; no keys: that everything was deleted. */
export function tellTabs(keys) {
  channel?.postMessage(keys);
}

/** Calls back with the keys that another tab has changed. */
export function hearTabs(callback) {
  if (channel) channel.onmessage = ({ data }) => callback(data);
  // The local store speaks up by itself, also where there are no channels.
  addEventListener('storage', ({ key, newValue }) => {
    if (key?.startsWith('ldn-diary/') && newValue !== null) callback([key]);
  });
}

/** Whether the browser promises to keep the data: true, false, or undefined where it can't be asked. */
export async function isPersisted() {
  return navigator.storage?.persisted?.();
}

export async function askToPersist() {
  return navigator.storage?.persist?.();
}

/** How many bytes are used and how many may be. */
export async function storageEstimate() {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  return [usage, quota];
}

const NOTE = '/ldn-diary-census';

/** A note in the cache: it may outlive the other two stores. */
export async function readNote() {
  const answer = await globalThis.caches?.match(NOTE);
  return answer?.text();
}

/** `undefined` removes it. */
export async function writeNote(text) {
  const cache = await globalThis.caches?.open('ldn-diary-census');
  await (text === undefined ? cache?.delete(NOTE) : cache?.put(NOTE, new Response(text)));
}

const textFile = (name, text) => new File([text], name, { type: 'text/plain' });

/** Whether text can leave as a file through the share sheet. */
export function canShareText() {
  return Boolean(navigator.canShare?.({ files: [textFile('a.txt', 'a')] }));
}

/** Opens the share sheet. To be called in the tap itself: the browser allows it for a few seconds only. */
export async function shareText(name, text) {
  await navigator.share({ files: [textFile(name, text)] });
}
