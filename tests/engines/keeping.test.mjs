// What is kept is there after a restart and what was deleted is not, in Gecko and in WebKit, whose stores are other programs
// than Blink's, which the long suite tries (S1, S2, S3, S7, W8).

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { Site } from '../e2e/support/site.mjs';
import { ENGINES, missing } from './engines.mjs';
import { livesOf } from './lives.mjs';

/** How often each thing is tried: more for the table of docs/faults.md, which asks for a report. */
const REPORT = process.env.ENGINES_REPORT;
const KILLS = Number(process.env.KILLS ?? (REPORT ? 10 : 1));

const faults = [];
let site;
before(async () => {
  site = await Site.start();
});
after(() => {
  site.remove();
  if (REPORT) writeFileSync(REPORT, JSON.stringify(faults));
});

/** From 0 to 10 s, most of them soon: the browser is killed after it. */
const wait = () => new Promise((done) => setTimeout(done, REPORT ? 10_000 * Math.random() ** 4 : 0));

/** Makes a fault so often and notes it for the table; it must go well each time. */
async function often(fault, tries, work) {
  for (let count = 0; count < tries; count += 1) await work();
  faults.push({ fault, tries, remark: '' });
}

/** The steps of a life of a profile, each in a browser of its own. */
const lives = (engine, steps) => livesOf(engine, () => site.address, steps, { killedAfter: wait, secondTry: !REPORT });

const answer = async (app) => {
  await app.open();
  await app.rate('Pain', Key.ARROW_RIGHT);
  await app.rate('Fatigue', Key.END);
};

/** What is on the page, once a store that answers late has been read. */
const answers = (pain, fatigue) => async (app) => {
  await app.open();
  const there = async () => [await app.rating('Pain'), await app.rating('Fatigue')];
  const as = async () => (await there()).join() === [pain, fatigue].join();
  await app.browser.wait(as, 10_000).catch(() => {});
  assert.deepEqual(await there(), [pain, fatigue]);
};
const bothThere = answers('50', '100');
const nothingThere = answers('not answered', 'not answered');

/** Waits until all of the app is on the device and is known to work. */
const kept = (app) =>
  app.inside(async () => {
    for (let tries = 0; tries < 150; tries += 1) {
      const text = await (await caches.open('ldn-diary-worker')).match('/');
      if (navigator.serviceWorker.controller && (await text?.json())?.works) return;
      await new Promise((done) => setTimeout(done, 200));
    }
    throw new Error('the app is not on the device');
  });

/** Damages what a store holds, on the rescue page, where the app does not run; gives how many records there were. */
async function damage(app, store, how) {
  await app.browser.get(`${app.address}/rescue.html`);
  return app.inside(
    async (which, way) => {
      const bad = (text) =>
        way === 'cut' ? text.slice(0, text.length / 2) : text.replace('"revision":', '"revision":1');
      if (which === 'local') {
        const names = Object.keys(localStorage).filter((name) => name.startsWith('ldn-diary/'));
        if (way === 'wiped') localStorage.clear();
        else for (const name of names) localStorage.setItem(name, bad(localStorage.getItem(name)));
        return names.length;
      }
      const promised = (request) =>
        new Promise((done, fail) => {
          request.onsuccess = () => done(request.result);
          request.onerror = () => fail(request.error);
        });
      const database = await promised(indexedDB.open('ldn-diary'));
      const transaction = database.transaction('records', 'readwrite');
      const records = transaction.objectStore('records');
      const names = (await promised(records.getAllKeys())).filter((name) => name.startsWith('ldn-diary/'));
      if (way === 'wiped') records.clear();
      else for (const name of names) records.put(bad(await promised(records.get(name))), name);
      await new Promise((done) => {
        transaction.oncomplete = done;
      });
      database.close();
      return names.length;
    },
    store,
    how,
  );
}

const deleteEverything = async (app) => {
  await app.open('/backup');
  await app.tap('Delete everything');
  await app.fill('to confirm', 'delete');
  await app.tap('Delete for good');
  await app.browser.wait(async () => (await app.rating('Pain')) === 'not answered', 20_000);
};

const deleteTheDay = async (app) => {
  await app.open('/history');
  await app.tap('Delete');
  await app.says('is deleted.');
  // A change is on its way for as long as its tab holds the lock.
  await app.inside(async () => {
    while (Object.values(await navigator.locks.query()).flat().length) {
      await new Promise((done) => setTimeout(done, 50));
    }
  });
};

/** Puts other words in the place of a script that the worker keeps. */
const damageKeptFile = (app) =>
  app.inside(async () => {
    const name = (await caches.keys()).find((cache) => cache.startsWith('ldn-diary-version-'));
    const cache = await caches.open(name);
    const script = (await cache.keys()).find(({ url }) => /\/app-[^/]*\.js$/.test(url));
    await cache.put(script, new Response('throw new Error("damaged")'));
  });

for (const engine of ENGINES.filter(({ name }) => name !== 'Blink')) {
  const { name } = engine;
  describe(name, { skip: missing(engine) }, () => {
    test(`${name}: an answer that was called saved outlives a browser that is killed`, () =>
      often(`${name} killed 0 to 10 s after "Saved", twice`, KILLS, () =>
        lives(engine, [
          ['killed', answer],
          ['killed', bothThere],
          ['ended', bothThere],
          ['killed', (app) => app.open().then(() => app.rate('Pain', Key.ARROW_RIGHT))],
          ['ended', answers('51', '100')],
        ]),
      ));

    for (const [what, act] of [
      ['a diary that was deleted for good', deleteEverything],
      ['a day that was deleted', deleteTheDay],
    ]) {
      test(`${name}: ${what} does not come back when the browser is killed`, () =>
        often(`${name} killed after ${what.replace(' that', '')}`, KILLS, () =>
          lives(engine, [
            ['ended', answer],
            ['killed', act],
            ['killed', nothingThere],
            ['ended', nothingThere],
          ]),
        ));
    }

    for (const store of ['local', 'second']) {
      for (const how of ['cut', 'changed', 'wiped']) {
        test(`${name}: the diary opens whole when the ${store} store was ${how}`, () =>
          often(`${name}: the ${store} store ${how}`, 1, () =>
            lives(engine, [
              ['ended', answer],
              [
                'ended',
                async (app) => {
                  await app.open();
                  assert.ok((await damage(app, store, how)) > 0);
                  await bothThere(app);
                },
              ],
              ['ended', bothThere],
            ]),
          ));
      }
    }

    test(`${name}: the app opens without a network after a restart, and where a kept file was damaged`, () =>
      often(`${name}: no network, and a kept file damaged`, 1, () =>
        lives(engine, [
          ['ended', (app) => answer(app).then(() => kept(app))],
          [
            'ended',
            async (app) => {
              site.stop();
              await bothThere(app);
              await site.listen(site.port);
              await damageKeptFile(app);
            },
          ],
          ['ended', bothThere],
        ]),
      ));
  });
}
