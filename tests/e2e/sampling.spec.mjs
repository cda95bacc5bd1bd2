// A year with rests: the diary asks seven days a month, then on none, then every day again, while the clock goes on.

import { readFile } from 'node:fs/promises';
import { axe } from './support/axe.mjs';
import { answer, chooseBackup, openAt, openPage, rate, records, STANFORD, saved } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const NOT_ASKED = 'The diary does not ask on this day. You can write all the same.';
const notAsked = (page) => page.getByText(NOT_ASKED);
const asks = (page, name) => answer(page, 'It asks', name);

/** The evening of a day, on a page that was closed since. */
async function evening(page, day) {
  await page.clock.setSystemTime(new Date(`${day}T20:30:00+02:00`));
  await page.goto('/');
  await page.locator('#main h1:not(.soft)').first().waitFor();
}

/** What the history says of the latest phase: "84 of 84 days". */
async function ofThePhase(page) {
  await openPage(page, 'History');
  return page.locator('#by-phase ~ dl dd').last().innerText();
}

test('a year in which the diary asks less, rests and asks again', async ({ page }) => {
  test.slow();
  await openAt(page, '/backup', new Date('2026-06-08T20:30:00+02:00'));
  await chooseBackup(page, STANFORD);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL('**/charts');
  const before = await ofThePhase(page);

  // From the settings, by the list of contents too.
  await page.goto('/settings?at=sampling');
  const heading = page.getByRole('heading', { name: 'How often the diary asks' });
  await expect(heading).toBeFocused();
  await expect(asks(page, 'every day')).toBeChecked();
  await asks(page, 'seven days a month').check({ force: true });
  await expect(
    page.getByText(/From 8 June 2026 on, the diary asks on the first seven days of each month: next on 1 July/),
  ).toBeVisible();
  await axe(page);
  await page.reload();
  await expect(asks(page, 'seven days a month')).toBeChecked();
  expect((await records(page)).rest.body.sampling).toEqual([{ from: '2026-06-08', days: 'seven_a_month' }]);

  for (const [month, first] of [
    ['07', 1],
    ['08', 3],
    ['09', 7],
    ['10', 2],
    ['11', 5],
    ['12', 1],
  ]) {
    await evening(page, `2026-${month}-0${first}`);
    await expect(notAsked(page)).toHaveCount(0);
    await rate(page, 'Pain', 0.4);
    await saved(page);
    await evening(page, `2026-${month}-20`);
    await expect(notAsked(page)).toBeVisible();
  }
  // What was asked and not answered is missing, and no day besides.
  await openPage(page, 'History');
  await expect(page.locator('.calendar a[aria-label$=" 1 December, recorded in part"]')).toHaveCount(1);
  await expect(page.locator('.calendar a[aria-label$=" 2 December, not recorded"]')).toHaveCount(1);
  await expect(page.locator('.calendar a[aria-label$=" 8 December, not asked"]')).toHaveCount(1);
  const sampled = await ofThePhase(page);
  expect(sampled).not.toBe(before);

  // It rests from the next day on, and nothing grows.
  await page.goto('/');
  await page.getByRole('link', { name: 'How often it asks' }).click();
  await expect(heading).toBeFocused();
  await asks(page, 'not for now').check({ force: true });
  await expect(page.getByText(/From 20 December 2026 on, the diary rests/)).toBeVisible();
  await expect(page.getByText('Your diary rests. To stop a reminder')).toBeVisible();
  for (const day of ['2027-01-03', '2027-03-15', '2027-06-01']) {
    await evening(page, day);
    await expect(notAsked(page)).toBeVisible();
    expect(await ofThePhase(page)).toBe(sampled);
  }
  await axe(page);

  // A day that is written all the same counts, and is none of those that were asked of.
  await evening(page, '2027-06-02');
  await rate(page, 'Pain', 0.7);
  await saved(page);
  const [recorded, of] = sampled.match(/\d+/g).map(Number);
  const [more, ofMore] = (await ofThePhase(page)).match(/\d+/g).map(Number);
  expect([more, ofMore]).toEqual([recorded + 1, of + 1]);

  // The report says it, and the reminder rings on the days that are asked of.
  await page.goto('/report');
  await expect(page.getByText(/not asked on \d+ days/).first()).toBeVisible();
  await page.goto('/settings?at=sampling');
  await asks(page, 'every day').check({ force: true });
  await evening(page, '2027-06-04');
  await expect(notAsked(page)).toHaveCount(0);
  await page.goto('/history');
  await expect(page.locator('.calendar a[aria-label$=" 3 June, not recorded"]')).toHaveCount(1);
  await expect(page.locator('.calendar a[aria-label$=" 1 June, not asked"]')).toHaveCount(1);
});

test('a reminder that is made while seven days a month are asked of rings on those', async ({ page }) => {
  await openAt(page, '/settings?at=sampling');
  await asks(page, 'seven days a month').check({ force: true });
  await page.getByText('It does not open, or it does not ring').click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save it as a file' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file).toMatch(/^RRULE:FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7\r$/m);
  expect(file).toMatch(/^DTSTART:20260401T200000\r$/m);
});
