// The program comes in parts: what is seen while one is on its way, and when it does not come.

import { readFile } from 'node:fs/promises';
import { axe } from './support/axe.mjs';
import { openAt, openPage, rate, saved } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

const PARTS = /\/app-later[^/]*\.wasm$/;
const BACKUP = new URL('../../public/diary-stanford-2013.json', import.meta.url);
const heading = (page) => page.getByRole('heading', { level: 1 });

/** Holds the parts back until the returned function is called. */
async function heldBack(page) {
  let letGo;
  const held = new Promise((done) => {
    letGo = done;
  });
  await page.route(PARTS, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

test('while a page is on its way its heading stands there, and keeps the focus when the page comes', async ({
  page,
}) => {
  const letGo = await heldBack(page);
  await openAt(page);
  await openPage(page, 'Treatment');
  await expect(heading(page)).toHaveText('Treatment');
  await expect(heading(page)).toHaveClass('soft');
  await expect(heading(page)).toBeFocused();
  await axe(page);
  letGo();
  await expect(heading(page)).not.toHaveClass('soft');
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveTitle('Treatment · LDN Diary');
});

test('a page that was left while it was on its way does not take the focus', async ({ page }) => {
  const letGo = await heldBack(page);
  await openAt(page);
  await page.getByRole('link', { name: 'History' }).click();
  await expect(heading(page)).toHaveText('History');
  await page.getByRole('link', { name: 'Today' }).click();
  const line = page.getByRole('slider', { name: 'Pain', exact: true });
  await line.focus();
  letGo();
  await page.getByRole('link', { name: 'History' }).waitFor();
  await expect(line).toBeFocused();
});

test('where what takes a file in does not come, the page says so, and takes it in at the next try', async ({
  page,
  faults,
}) => {
  const SELDOM = /\/app-seldom[^/]*\.wasm$/;
  await page.route(SELDOM, (route) => route.abort());
  await openAt(page, '/backup');
  const file = { name: 'backup.json', mimeType: 'application/json', buffer: await readFile(BACKUP) };
  await page.locator('#import-file').setInputFiles(file);
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await page.unroute(SELDOM);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'What this import would do' })).toBeFocused();
  faults.length = 0;
});

test('the evening is recorded where no other part comes, and each page says so and can be tried again', async ({
  page,
  faults,
}) => {
  await page.route(PARTS, (route) => route.abort());
  await openAt(page);
  await rate(page, 'Pain', 0.4);
  await saved(page);
  for (const name of ['History', 'Treatment', 'Charts', 'Settings']) {
    await page.getByRole('link', { name }).click();
    await expect(heading(page)).toHaveText(name);
    await expect(page.getByRole('alert')).toContainText('Check that you are online, then try again.');
  }
  await axe(page);
  await page.unroute(PARTS);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Check that you are online, then try again.')).toHaveCount(0);
  await expect(heading(page)).toBeFocused();
  faults.length = 0;
});

test('a part that is not what it should be is not run', async ({ page, faults }) => {
  await page.route(PARTS, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from([0])]) });
  });
  await openAt(page);
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  expect(faults.some((fault) => fault.includes('integrity'))).toBe(true);
  await page.unrouteAll({ behavior: 'wait' });
  faults.length = 0;
});
