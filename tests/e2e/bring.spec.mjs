// I7: a diary of another program or a spreadsheet is brought along: seen and changed before it is taken, and taken back in one
// step.

import { readFile } from 'node:fs/promises';
import { axe } from './support/axe.mjs';
import { openAt, openPage, rate, saved } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

const AT = new Date('2026-03-02T20:00:00+01:00');
const input = (page) => page.locator('#import-file');
const fixture = (name) => new URL(`../it/fixtures/import/${name}`, import.meta.url);
const choose = async (page, name) =>
  input(page).setInputFiles({ name, mimeType: 'text/csv', buffer: await readFile(fixture(name)) });
const column = (page, name) =>
  page.locator('details.column').filter({ has: page.locator('summary strong', { hasText: name }) });

/** A sheet whose scale nothing tells. */
const SHEET = ['Date,Pain,Sleep hours,Mood word,Notes']
  .concat(
    Array.from({ length: 20 }, (_, at) => {
      const date = `2026-02-${String(at + 1).padStart(2, '0')}`;
      return `${date},${(at * 3) % 10},${6 + (at % 3)},${['bad', 'ok', 'good'][at % 3]},note ${at}`;
    }),
  )
  .join('\r\n');

test('a diary of Bearable is seen first, taken in, marked, and taken back in one step', async ({ page }) => {
  await openAt(page, '/', AT);
  await rate(page, 'Pain', 0.5);
  await saved(page);
  await openPage(page, 'Backup');
  await choose(page, '01-bearable-long.csv');
  const heading = page.getByRole('heading', { name: 'A table from Bearable' });
  await expect(heading).toBeFocused();
  await expect(column(page, 'Fatigue').first()).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: 'See what it would do' }).click();
  await expect(page.getByRole('heading', { name: 'What this import would do' })).toBeFocused();
  await expect(page.getByText(/\d+ days are new\./)).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: 'Bring it along' }).click();
  await expect(page).toHaveURL(/\/charts/);
  await expect(page.getByText('can be taken back')).toBeVisible();
  await page.goto('/history?month=2026-01');
  await expect(page.getByRole('table')).toContainText('5');
  // After a reload too, and what was answered since stays.
  await page.goto('/');
  await rate(page, 'Fatigue', 0.4);
  await saved(page);
  await page.goto('/backup');
  await page.getByRole('button', { name: 'Take the import back' }).click();
  await expect(page.getByText('The import is taken back.')).toBeFocused();
  await page.goto('/');
  await expect(page.getByRole('slider', { name: 'Pain', exact: true })).toHaveAttribute('aria-valuenow', /\d/);
  await expect(page.getByRole('slider', { name: 'Fatigue', exact: true })).toHaveAttribute('aria-valuenow', /\d/);
  await page.goto('/charts?span=all');
  await expect(page.getByText('can be taken back')).toHaveCount(0);
});

test('what nothing in the file tells is asked, with real cells before and after', async ({ page }) => {
  await openAt(page, '/backup', AT);
  await input(page).setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(SHEET) });
  const pain = column(page, 'Pain');
  await expect(pain).toHaveAttribute('open', '');
  await expect(pain).toContainText('For example “0”');
  await pain.getByLabel('Which scale is it on?').selectOption({ label: '0 to 10' });
  await expect(pain).toContainText('“3” becomes 30');
  await expect(pain.locator('summary')).toContainText('Pain (0 to 10)');
  await pain.getByRole('switch').check();
  await expect(pain).toContainText('“3” becomes 70');
  await pain.getByRole('switch').uncheck();
  // Hours are no rating; the patient may say otherwise of any column.
  await page.getByText(/What is not taken over/).click();
  const hours = column(page, 'Sleep hours');
  await expect(hours.locator('summary')).toContainText('hours, which are no rating');
  await page.getByRole('button', { name: 'See what it would do' }).click();
  await expect(page.getByText('20 days are new.')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the columns' }).click();
  await expect(pain.locator('summary')).toContainText('Pain (0 to 10)');
  await page.getByRole('button', { name: 'See what it would do' }).click();
  await page.getByRole('button', { name: 'Bring it along' }).click();
  await expect(page).toHaveURL(/\/charts/);
  await page.goto('/?day=2026-02-02');
  await expect(page.getByRole('slider', { name: 'Pain', exact: true })).toHaveAttribute('aria-valuenow', '30');
});

test('a file that is no diary is named for what it is, and nothing changes', async ({ page }) => {
  await openAt(page, '/backup', AT);
  for (const [name, content, said] of [
    ['export.xml', '<?xml version="1.0"?><HealthData locale="en_GB"></HealthData>', 'Apple Health'],
    ['a.pdf', '%PDF-1.7\n', 'PDF'],
    ['empty.csv', '', 'empty'],
    ['words.csv', 'a,b\nc,d\n', 'it has no column with dates'],
  ]) {
    await input(page).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    await expect(page.getByRole('alert').filter({ hasText: said }), name).toBeVisible();
  }
});

test('doses of LDN in the file are asked about, and begin a phase where the patient says so', async ({ page }) => {
  const rows = Array.from({ length: 20 }, (_, at) => {
    const date = `2026-02-${String(at + 1).padStart(2, '0')}`;
    return `${date},${at % 10},${at < 10 ? '' : '4.5'}`;
  });
  const buffer = Buffer.from(['Date,Pain (0-10),LDN (mg)', ...rows].join('\n'));
  await page.setViewportSize({ width: 320, height: 568 });
  await openAt(page, '/backup', AT);
  await input(page).setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'See what it would do' }).click();
  const question = page.getByRole('group', { name: /a dose of LDN on 10 days, from 11 February 2026 on: 4\.5 mg/ });
  await expect(question.getByRole('radio', { checked: true })).toHaveCount(0);
  await question.getByRole('radio', { name: 'Yes, my LDN begins' }).check();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.getByRole('button', { name: 'Bring it along' }).click();
  await expect(page).toHaveURL(/\/charts/);
  await page.goto('/treatment');
  await expect(page.locator('main')).toContainText('LDN');
  await expect(page.locator('main')).toContainText('11 February 2026');
});
