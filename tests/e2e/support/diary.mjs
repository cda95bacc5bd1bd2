// The app as a person uses it: what is on the pages, by the names that a person sees or hears.

import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { NAMES } from '../../../scripts/lib/names.mjs';

/** The 22-week diary, which is this project's own data and also the sample in the app. */
export const STANFORD = fileURLToPath(new URL('../../fixtures/cases/diary-stanford-2013.json', import.meta.url));

/** An evening in a time zone with an offset, on which the clock of a test stands unless it says otherwise. */
export const EVENING = new Date('2026-03-10T21:04:00+01:00');

/** Opens a page with the clock at `now`; time goes on from there. */
export async function openAt(page, path = '/', now = EVENING) {
  await page.clock.install({ time: now });
  await page.goto(path);
  // Not the heading that stands there while the stores are read.
  await page.locator('#main h1:not(.soft)').first().waitFor();
}

export const slider = (page, name) => page.getByRole('slider', { name, exact: true });
export const answer = (page, question, name) =>
  page.getByRole('group', { name: question, exact: true }).getByRole('radio', { name, exact: true });
export const saved = (page) => expect(page.getByRole('status')).toHaveText(/^Saved \d\d?:\d\d(\s[AP]M)?$/);

/** The same after an answer was taken back. */
export const takenBack = (page) => expect(page.getByRole('status')).toHaveText(/^Taken back\. Saved \d\d?:\d\d/);

/** For half a second after an answer was given a second tap does not take it back. */
export const deadTimeOver = (page) => page.clock.runFor(500);

/** Goes to a page by the bar; on a phone some pages stand behind "More". */
export async function openPage(page, name) {
  const bar = page.getByRole('navigation', { name: 'Main' });
  const link = bar.getByRole('link', { name, exact: true });
  if (!(await link.isVisible())) await bar.locator('summary').click();
  await link.click();
}

/** Taps a rating's line at a share of its length, 0 to 1. */
export async function rate(page, name, share) {
  const line = slider(page, name);
  await line.scrollIntoViewIfNeeded();
  const box = await line.boundingBox();
  const place = [box.x + box.width * share, box.y + box.height / 2];
  const touch = await page.evaluate(() => navigator.maxTouchPoints > 0);
  await (touch ? page.touchscreen.tap(...place) : page.mouse.click(...place));
}

/** The records that the browser keeps, by key without the common beginning, once nothing is on its way to them. */
export async function records(page) {
  // A change is on its way for as long as its tab holds, or waits for, the lock that all tabs share.
  const locks = () => page.evaluate(() => navigator.locks.query());
  await expect.poll(async () => Object.values(await locks()).flat(), 'changes on their way').toEqual([]);
  return page.evaluate(
    (beginning) =>
      Object.fromEntries(
        Object.entries(localStorage)
          .filter(([key]) => key.startsWith(beginning))
          .map(([key, text]) => [key.slice(beginning.length), JSON.parse(text)]),
      ),
    NAMES.RECORDS,
  );
}

/** Opens the sample diary, which ends on the charts, and waits until it is open: a page that is left before forgets it. */
export async function openSample(page) {
  await page.getByRole('button', { name: 'Open the sample diary' }).click();
  await page.getByRole('button', { name: 'Leave the sample' }).waitFor();
  await page.waitForURL('**/charts');
}

/** Goes through the import of a file up to the offered plan. */
export async function chooseBackup(page, file) {
  await page.getByLabel('Import a backup').setInputFiles(file);
}
