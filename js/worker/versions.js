// The caches of the versions, and what is in them. What a cache holds counts as a file only when it has the file's hash.

/* global HEADERS, TYPES */

import { CACHE_WAIT, within } from './waiting.js';

/** How the caches of versions are called; each ends in the name of its build. Another cache holds a note of the diary's,
 * which is none of the worker's business. */
const VERSIONS = 'ldn-diary-version-';
/** What a page names that it can't start without; each has the beginning of its hash in its name. */
const NAMED = / (?:src|href)="?([^\s">]+-[0-9a-f]{16}\.(?:js|css|wasm))\b/g;

/** What a page says of itself: the build that it belongs to, and the beginning of the hash of all but this. */
const BUILD_TAG = /<meta name="?ldn-build"? content="?(\w+)"? data-page="?(\w+)"?>/;

export const cacheOf = (build) => VERSIONS + build;
const buildOf = (version) => version.slice(VERSIONS.length);

/** The sixteen digits of its hash that a name carries. */
export const hashIn = (path) => path.match(/-([0-9a-f]{16})\.\w+$/)?.[1];

/** The caches of all versions, the newest first; undefined where the browser does not say. */
export function versions(wait = CACHE_WAIT) {
  return within(wait, async () => (await caches.keys()).filter((name) => name.startsWith(VERSIONS)).reverse());
}

/** The headers of a file, all of which the build knows. */
const headersOf = (path) => ({
  ...HEADERS,
  'Content-Type': TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? TYPES.html,
});

/** The content of an answer as the file of this path, whatever it was called on its way or in a cache: a header can keep
 * the right bytes from being run, shown, or being what they are. */
export function asFile(path, answer) {
  const headers = Object.entries(headersOf(path));
  const isSo = headers.every(([name, value]) => answer.headers.get(name) === value);
  if (isSo && [...answer.headers].length === headers.length && answer.status === 200 && !answer.redirected)
    return answer;
  return new Response(answer.body, { headers: headersOf(path) });
}

async function match(name, path) {
  const answer = await caches.match(path, { cacheName: name, ignoreVary: true });
  return answer && asFile(path, answer);
}

/** What a cache has under a path; undefined where it has nothing, or does not answer. */
export function kept(name, path, wait = CACHE_WAIT) {
  return within(wait, () => match(name, path));
}

async function digestOf(content) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  const digits = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { digits, whole: btoa(String.fromCharCode(...bytes)) };
}

/** Whether an answer is the file with this hash: the whole one, or the sixteen digits that its name carries. */
async function fits(answer, hash) {
  if (!answer) return false;
  const { digits, whole } = await digestOf(await answer.arrayBuffer());
  return hash === digits || hash === whole;
}

/** Whether a cache has this file as it should be; undefined where that can't be found out. */
export function hasSound(name, path, hash, wait = CACHE_WAIT) {
  return within(wait, async () => fits(await match(name, path), hash));
}

/** The file from any version that has it. */
export async function fromAny(path, hash, wait = CACHE_WAIT) {
  for (const version of (hash && (await versions(wait))) ?? []) {
    if (await hasSound(version, path, hash, wait)) return kept(version, path, wait);
  }
}

/** Whether a text is the page of a version, letter for letter: no other version knows its hash. */
async function isPageOf(version, html) {
  const [tag, build, hash] = html?.match(BUILD_TAG) ?? [];
  return (
    build === buildOf(version) && hash === (await digestOf(new TextEncoder().encode(html.replace(tag, '')))).digits
  );
}

/** The page of a version, if it and all that it needs to start are there. */
export async function wholePage(version) {
  const html = await within(CACHE_WAIT, async () => (await match(version, '/')).text());
  const named = (await isPageOf(version, html)) ? [...html.matchAll(NAMED)] : [];
  const sound = await Promise.all(named.map(([, path]) => hasSound(version, path, hashIn(path))));
  return named.length && sound.every(Boolean) ? kept(version, '/') : undefined;
}

/** Lets go of every version but these. */
export async function letGo(except) {
  const names = ((await versions()) ?? []).filter((name) => !except.includes(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}
