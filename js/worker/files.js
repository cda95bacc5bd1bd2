// The files of this version: looked through before they are handed out, and had anew where one is missing or bad.

/* global BUILD, FILES */

import { asFile, cacheOf, fromAny, hashIn, hasSound, kept } from './versions.js';
import { besides, FILE_WAIT, forEach, PAGE_WAIT, settled, within } from './waiting.js';

export const MINE = cacheOf(BUILD);
const HASHES = new Map(FILES);
const those = (which) => FILES.filter(([, , kind = 0]) => which(kind)).map(([path]) => path);
/** What a page needs to start; what a version is not whole without; and what few need (`scripts/site/worker.mjs`). */
const STARTING = those((kind) => kind === 1);
const PATHS = those((kind) => kind !== 2);
const SELDOM = those((kind) => kind === 2);

export const isMine = (path) => HASHES.has(path);
/** The hash that a file must have, if it is known: also of a file of another version. */
export const hashOf = (path) => HASHES.get(path) ?? hashIn(path);

/** What was had anew and is not in the cache yet, or can't be. */
const fresh = new Map();
/** What was found out since the last page was opened: for each path whether its file is sound. */
const found = new Map();

export function isSound(path) {
  if (fresh.has(path)) return true;
  if (!found.has(path)) found.set(path, hasSound(MINE, path, HASHES.get(path)));
  return found.get(path);
}

/** The file from the server, if it is what it should be. What the browser holds already does not travel again, unless it
 * is bad. */
async function fetched(path) {
  const enough = new AbortController();
  const timer = setTimeout(() => enough.abort(), FILE_WAIT);
  const ask = async (cache) => {
    const answer = await fetch(path, { cache, integrity: `sha256-${HASHES.get(path)}`, signal: enough.signal });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return asFile(path, answer);
  };
  try {
    return await ask(hashIn(path) ? 'default' : 'no-cache').catch(() => ask('reload'));
  } finally {
    clearTimeout(timer);
  }
}

/** A file from wherever it can be had: what an older version has need not travel again. */
async function obtained(path) {
  return (await fromAny(path, HASHES.get(path))) ?? within(FILE_WAIT, () => fetched(path));
}

async function hadAnew(path) {
  const answer = fresh.get(path) ?? (await obtained(path));
  if (!answer) return false;
  fresh.set(path, answer);
  const copy = answer.clone();
  besides(async () => {
    await (await caches.open(MINE)).put(path, copy);
    found.set(path, Promise.resolve(true));
    fresh.delete(path);
  });
  return true;
}

const mending = new Map();

/** Has a file anew; whether that succeeded. Who asks meanwhile waits for the same. */
export function mend(path) {
  if (!mending.has(path))
    mending.set(
      path,
      hadAnew(path).finally(() => mending.delete(path)),
    );
  return mending.get(path);
}

/** A file of this version that was found sound, or was had anew. */
export async function mine(path) {
  return fresh.get(path)?.clone() ?? (await kept(MINE, path));
}

/** Whether all is here that a page needs to start; looks at each anew, and mends what it can while a page may wait. */
export async function canStart() {
  found.clear();
  const ready = STARTING.map(async (path) => (await isSound(path)) || within(PAGE_WAIT, () => mend(path)));
  return (await Promise.all(ready)).every(Boolean);
}

/** How many files this version has, and how many of them are on the device as they should be: counted anew. */
export async function count() {
  let sound = 0;
  await forEach(PATHS, async (path) => {
    found.set(path, hasSound(MINE, path, HASHES.get(path)));
    if (await found.get(path)) sound += 1;
  });
  return { files: PATHS.length, sound };
}

/** Has anew what is missing or bad; whether all is on the device then. Of what few need, nothing is promised: it comes
 * along `withSeldom`. */
export async function keepAll(withSeldom) {
  if (withSeldom) await forEach(SELDOM, async (path) => (await isSound(path)) || mend(path));
  const { files, sound } = await count();
  if (sound === files) return true;
  await forEach(PATHS, async (path) => (await found.get(path)) || mend(path));
  await settled();
  return (await count()).sound === files;
}

/** All files of this version but what few need, or none. Where it was broken off before, it goes on. */
export async function keepVersion() {
  try {
    const cache = await caches.open(MINE);
    await forEach(PATHS, async (path) => {
      if (await hasSound(MINE, path, HASHES.get(path))) return;
      const answer = await obtained(path);
      const put = answer && (await within(FILE_WAIT, () => cache.put(path, answer).then(() => true)));
      if (!put) throw new Error(`${path} could not be kept`);
    });
    if (!(await caches.has(MINE))) throw new Error('it was let go while it came');
  } catch (error) {
    await within(FILE_WAIT, () => caches.delete(MINE));
    throw error;
  }
}
