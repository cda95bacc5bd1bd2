// Days that came out of another diary, on every page that shows days (I7).

import { readFileSync } from 'node:fs';
import { axe } from './support/axe.mjs';
import { chooseBackup, openAt, openPage, STANFORD } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

/** The 22 weeks, of which the days up to 12 January came out of another diary. */
function diary() {
  const whole = JSON.parse(readFileSync(STANFORD, 'utf8'));
  for (const day of whole.days) if (day.date <= '2026-01-12') day.imported_from = 'Bearable';
  return JSON.stringify(whole);
}

test('imported days are marked on every page, can be left out, and are told from others without colour', async ({
  page,
}) => {
  await openAt(page, '/', new Date('2026-06-07T22:00:00+02:00'));
  await chooseBackup(page, { name: 'diary.json', mimeType: 'application/json', buffer: Buffer.from(diary()) });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL('**/charts');

  await expect(page.getByText('6 days were imported.')).toBeVisible();
  await expect(page.getByText('a ring with a dot where it was imported from another diary')).toBeVisible();
  // From 5 January, the first day, to the 12th.
  const hand = page.getByRole('slider', { name: 'Day in the chart' });
  await hand.press('Home');
  for (let day = 5; day < 12; day += 1) await hand.press('ArrowRight');
  await expect(page.locator('.chart-day-card')).toContainText('Imported from Bearable');

  await page.goto('/history?month=2026-01');
  const table = page.getByRole('table');
  const imported = table.getByRole('link', { name: 'Monday 12 January, imported', exact: true });
  const late = table.getByRole('link', { name: /recorded late$/ }).first();
  const onTime = table.getByRole('link', { name: /January, recorded$/ }).first();
  const marks = await Promise.all([imported, late, onTime].map((day) => day.locator('.day-mark').innerHTML()));
  expect(new Set(marks).size, 'three marks').toBe(3);
  await expect(page.getByText('over a line: imported from another diary')).toBeVisible();
  await expect(page.getByText(/12 of 14 days(, \d late)?, 6 imported/)).toBeVisible();
  await expect(page.locator('.entry').last()).toContainText('imported from Bearable');
  await axe(page);
  await imported.click();
  await expect(page.getByText('This day was imported from Bearable.')).toBeVisible();

  await openPage(page, 'Results');
  const answer = page.locator('.answer').first();
  await expect(answer).toContainText('12 of 14 days before');
  const count = page.getByRole('switch', { name: 'Count imported days' });
  await expect(count).toBeChecked();
  await expect(page.getByText('6 days of this diary were imported.')).toBeVisible();
  await expect(page.getByText('6 of the days compared with were imported from another diary')).toHaveCount(1);
  await count.click();
  await expect(page).toHaveURL(/imported=out$/);
  await expect(answer).toContainText('6 of 14 days before');
  await expect(answer).toContainText('Days that were imported are left out.');
  await page.reload();
  await expect(count).not.toBeChecked();
  await axe(page);

  await openPage(page, 'Report');
  const first = page.locator('.preview .first');
  await expect(first).toContainText('6 days imported', { timeout: 30_000 });
  await expect(first).toContainText('Imported days are counted.');
  await page.getByText('What goes in').click();
  await page.getByRole('switch', { name: 'Count imported days' }).click();
  await expect(first).toContainText('6 days imported, left out of all figures', { timeout: 30_000 });
});

test('a diary without imported days says nothing of them', async ({ page }) => {
  await openAt(page, '/', new Date('2026-06-07T22:00:00+02:00'));
  await chooseBackup(page, STANFORD);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL('**/charts');
  for (const path of ['/charts', '/history?month=2026-01', '/results', '/report']) {
    await page.goto(path);
    await expect(page.locator('#main h1:not(.soft)')).toBeVisible();
    await expect(page.getByText('Count days that')).toHaveCount(path === '/results' || path === '/report' ? 1 : 0);
    await expect(page.getByText(/\bimported\b/i)).toHaveCount(0);
  }
});
