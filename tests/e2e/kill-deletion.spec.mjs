// The whole browser is killed at a random moment after something was deleted, replaced or migrated, or while it was: what
// was acknowledged holds, and nothing is half done (S1, S4, S7, I1).

import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { records, saved, slider } from './support/diary.mjs';
import { deleted, FULL, found } from './support/fault.mjs';
import { launched, random, SEED, withProfile } from './support/killed.mjs';
import { diary } from './support/long.mjs';

/** Kills of each kind. */
const KILLS = Number(process.env.KILLS ?? (FULL ? 40 : 5));
/** From 0 to 35 s after, most of them soon; local storage reaches the disk within about a minute. */
const wait = (next) => new Promise((done) => setTimeout(done, (FULL ? 35_000 : 6_000) * next() ** 3));
const OLD_RECORD = readFileSync(new URL('../fixtures/record-schema-0.json', import.meta.url), 'utf8').trimEnd();

const pain = (page) => slider(page, 'Pain').getAttribute('aria-valuetext');

async function opened(page, address, path = '/') {
  await page.goto(`${address}${path}`);
  await slider(page, 'Pain').waitFor();
}

async function answer(page) {
  await slider(page, 'Pain').press('ArrowRight');
  await saved(page);
}

/** Lets what was written so far reach the disk: a browser that ends as it should writes it. */
async function settled(profile, address, work) {
  const { page, end } = await launched(profile);
  await opened(page, address);
  await work(page);
  await end();
}

/** One kill after another, each with a profile of its own; gives how often `again` found what it should not. */
async function kills(address, before, act, again) {
  const next = random(SEED);
  let wrong = 0;
  for (let count = 0; count < KILLS; count += 1) {
    wrong += await withProfile(async (profile) => {
      await settled(profile, address, before);
      const { page, kill } = await launched(profile);
      await opened(page, address);
      await act(page, next);
      await wait(next);
      await kill();
      const after = await launched(profile);
      const bad = await again(after.page);
      await after.kill();
      return bad ? 1 : 0;
    });
  }
  return wrong;
}

test.beforeEach(() => {
  test.setTimeout(60_000 + KILLS * 60_000);
  console.log(`kill test: seed ${SEED}`);
});

// S7, fault 57
test('a diary that was deleted for good does not come back when the browser is killed', async ({ baseURL }) => {
  const act = async (page) => {
    await page.goto(`${baseURL}/backup`);
    await page.getByRole('button', { name: 'Delete everything…' }).click();
    await page.getByLabel('to confirm').fill('delete');
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', 'not answered');
  };
  const again = async (page) => {
    await opened(page, baseURL);
    const alarmed = await page.getByRole('heading', { name: 'Your diary should be here' }).count();
    const first = await page.getByText('What you enter stays on this device.').isVisible();
    return (await pain(page)) !== 'not answered' || alarmed > 0 || !first;
  };
  deleted(test, 'the browser killed after "Delete for good"', KILLS, await kills(baseURL, answer, act, again));
});

test('a day that was deleted does not come back when the browser is killed', async ({ baseURL }) => {
  const act = async (page) => {
    await page.goto(`${baseURL}/history`);
    await page
      .getByRole('button', { name: /^Delete/ })
      .first()
      .click();
    await expect(page.getByText(/is deleted\./)).toBeVisible();
    // A change is on its way for as long as its tab holds the lock.
    await records(page);
  };
  const again = async (page) => {
    await opened(page, baseURL);
    return (await pain(page)) !== 'not answered';
  };
  deleted(test, 'the browser killed after one day was deleted', KILLS, await kills(baseURL, answer, act, again));
});

// I1: as a whole, or not at all.
test('a diary is replaced as a whole or not at all when the browser is killed meanwhile', async ({ baseURL }) => {
  const DAYS = 365;
  const file = {
    name: 'other.json',
    mimeType: 'application/json',
    buffer: Buffer.from(diary({ days: DAYS })),
  };
  const recorded = JSON.parse(diary({ days: DAYS })).days.length;
  const act = async (page, next) => {
    await page.goto(`${baseURL}/backup`);
    await page.getByLabel('Import a backup').setInputFiles(file);
    await page.getByText('Replace my diary instead').click();
    await page.getByRole('button', { name: 'Replace my diary', exact: true }).click();
    // Not waited for: the kill may come at any moment of it.
    if (next() < 0.5) await page.waitForURL('**/charts');
  };
  const again = async (page) => {
    await opened(page, baseURL);
    await page.goto(`${baseURL}/rescue.html`);
    const days = await page.evaluate(async () => {
      const database = await new Promise((done) => {
        const request = indexedDB.open('ldn-diary');
        request.onsuccess = () => done(request.result);
      });
      const texts = await new Promise((done) => {
        const request = database.transaction('records').objectStore('records').getAll();
        request.onsuccess = () => done(request.result);
      });
      database.close();
      const records = texts.filter((text) => text.includes('"key":"ldn-diary/day/')).map((text) => JSON.parse(text));
      return records.filter(({ body }) => body).length;
    });
    return days !== 1 && days !== recorded;
  };
  found(test, 'the browser killed while the diary is replaced', KILLS, await kills(baseURL, answer, act, again));
});

// S4
test('a record of an older schema is there whenever the browser is killed while it is migrated', async ({
  baseURL,
}) => {
  const before = async (page) => {
    await page.evaluate((text) => localStorage.setItem('ldn-diary/day/2026-03-10', text), OLD_RECORD);
  };
  const act = (page) => opened(page, baseURL, '/?day=2026-03-10');
  const again = async (page) => {
    await opened(page, baseURL, '/?day=2026-03-10');
    return (await pain(page)) !== '62';
  };
  found(test, 'the browser killed while a record is migrated', KILLS, await kills(baseURL, before, act, again));
});
