// The service worker: keeps the whole app on the device, so that it opens without a network.
//
// The build makes `sw.js` of this folder and puts constants in front: BUILD, a name for this version; FILES, each file with
// its hash, and whether a page needs it to start or few people at all; NEWS, what this version brings; HEADERS, those of every answer, and TYPES,
// that of each ending; REMINDER, the daily reminder with places. Its promises: a version is kept
// whole or not at all; a new one waits until the app is opened anew, unless the patient asks for it; one that does not start
// gives way to the last that did. And every request is answered, whatever the caches hold: what is handed out was compared
// with its hash, every wait has an end, and on an ordinary start nothing is written.

/* global BUILD, NEWS, REMINDER */

import { canStart, count, hashOf, isMine, isSound, keepAll, keepVersion, MINE, mend, mine } from './files.js';
import { remember, remembered } from './memory.js';
import { asFile, cacheOf, fromAny, hashIn, kept, letGo, versions, wholePage } from './versions.js';
import { FILE_WAIT, PAGE_WAIT, settled, within } from './waiting.js';

/** How often a version may fail to say that it works before the last working one is shown again. */
const TRIES = 3;
/** Below this stand the reminders: each is made when it is asked for. */
const REMINDERS = '/reminders/';
const RESCUE = '/rescue.html';

const isAppAddress = (path) => path === '/index.html' || !path.slice(path.lastIndexOf('/')).includes('.');

/** The page of the version that last worked, if this one has been tried in vain. */
async function pageBefore() {
  const { works, tries } = await remembered();
  if (works === BUILD) return undefined;
  await remember({ tries: tries + 1 });
  return works && tries >= TRIES ? wholePage(cacheOf(works)) : undefined;
}

async function pageOfAnother() {
  for (const version of (await versions()) ?? []) {
    const page = version === MINE ? undefined : await wholePage(version);
    if (page) return page;
  }
}

async function page(request) {
  const [before, ready] = await Promise.all([pageBefore(), canStart()]);
  const whole = before ?? (ready ? await mine('/') : await pageOfAnother());
  if (whole) return whole;
  // A page of which a part is missing can still say so; and the rescue page can, where the first one is lost.
  const last = (await isSound('/')) === false ? await rescue() : await kept(MINE, '/', FILE_WAIT);
  const online = await within(last ? PAGE_WAIT : FILE_WAIT, () => fetch(request));
  return online?.ok || !last ? (online ?? Response.error()) : last;
}

async function rescue() {
  return (await isSound(RESCUE)) ? mine(RESCUE) : undefined;
}

async function file(request, path) {
  const here = isMine(path) && ((await isSound(path)) || (await mend(path))) && (await mine(path));
  const known = here || (await fromAny(path, hashOf(path)));
  if (known) return known;
  const online = await within(FILE_WAIT, () => fetch(request));
  if (online?.ok) return online;
  // A cache that was silent may answer late.
  return (await fromAny(path, hashOf(path), FILE_WAIT)) ?? online ?? Response.error();
}

/** A reminder of which the page says when it begins and when it was made; nothing where it does not say all of that. */
function reminder({ pathname, searchParams }) {
  const given = (name) => /^[\dA-Z;=,]+$/.exec(searchParams.get(name));
  const file = REMINDER.replace(/{(\w+)}/g, (place, name) => given(name) ?? place);
  return file.includes('{') ? undefined : asFile(pathname, new Response(file));
}

/** Lets go of other versions; of none while a newer one comes or waits: it is among them. */
async function letGoOfOthers(except) {
  if (registration.installing || registration.waiting) return;
  await letGo([MINE, ...except]);
}

async function takeOver() {
  await clients.claim();
  const { works } = await remembered();
  await remember({ tries: 0 });
  // Where it is not known which one worked, it may be any of them.
  if (works) await letGoOfOthers([cacheOf(works)]);
}

/** A page says that the app has started and has read its diary. */
async function worked(build) {
  if (build === BUILD) await remember({ works: BUILD, tries: 0 });
}

/** The page has what it needs: looks through all files, and lets go of what is not needed any more. A device that has a
 * diary keeps what few need too: its owner may need it where there is no network. */
async function lookThrough(hasDiary) {
  if (!(await keepAll(hasDiary))) return;
  const { works } = await remembered();
  // Another tab may still show the older version, and fetch parts of it later.
  const tabs = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (works === BUILD && tabs.length <= 1) await letGoOfOthers([]);
}

/** Lets the worker live until `work` has ended and all that it has begun. */
function stay(event, work) {
  event.waitUntil(within(3 * FILE_WAIT, () => work).then(settled));
}

/** Answers a request; where all else fails, as a network that is not there. */
function answer(event, work) {
  const given = work.catch(() => Response.error());
  event.respondWith(given);
  stay(event, given);
}

addEventListener('install', (event) => event.waitUntil(keepVersion()));

// Requests wait for this.
addEventListener('activate', (event) => event.waitUntil(within(1000, takeOver)));

addEventListener('message', (event) => {
  const { ask, build, hasDiary } = event.data ?? {};
  const [port] = event.ports;
  if (ask === 'news') port?.postMessage(NEWS);
  if (ask === 'start now') skipWaiting();
  if (ask === 'it works') stay(event, worked(build));
  if (ask === 'look through') stay(event, lookThrough(hasDiary));
  if (ask === 'count')
    stay(
      event,
      count().then((counted) => port?.postMessage(counted)),
    );
  if (ask === 'keep all')
    stay(
      event,
      keepAll(true).then((all) => port?.postMessage(all)),
    );
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const { origin, pathname } = url;
  if (request.method !== 'GET' || origin !== location.origin) return;
  // Who asks so wants to know what the server has.
  if (request.cache === 'reload') return;
  if (request.mode === 'navigate' && isAppAddress(pathname)) answer(event, page(request));
  else if (isMine(pathname) || hashIn(pathname)) answer(event, file(request, pathname));
  else if (pathname.startsWith(REMINDERS)) {
    const made = reminder(url);
    if (made) answer(event, Promise.resolve(made));
  }
});
