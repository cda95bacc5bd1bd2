// D11: a visit with the patient's own questions, on top of the page for the doctor, and what was decided there.

import { readFile } from 'node:fs/promises';
import { axe } from './support/axe.mjs';
import { openAt, rate, records, saved } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

test.use({ viewport: { width: 390, height: 844 } });

const at = (date, time = '10:00') => new Date(`${date}T${time}:00+01:00`);
const QUESTIONS = ['Why in the evening?', 'متى أعود؟', `How long? ${'W'.repeat(100)}`];
const button = (page, name) => page.getByRole('button', { name, exact: true });
const firstPage = (page) => page.locator('.preview article .first');
const kept = async (page) => (await records(page)).rest?.body.visits ?? {};

async function write(page, date, questions = QUESTIONS) {
  await page.getByLabel('Day of the visit').fill(date);
  for (const [place, text] of questions.entries()) await page.getByLabel(`Question ${place + 1}`).fill(text);
}

/** Lets the days pass, and the page come back. */
async function goOn(page, to, path = '/') {
  await page.clock.setSystemTime(to);
  await page.goto(path);
  await page.locator('#main h1:not(.soft)').first().waitFor();
}

test('a visit is written down, stands on the report, passes, and what was decided opens its form', async ({ page }) => {
  test.setTimeout(180_000);
  await openAt(page, '/', at('2026-12-09'));
  await rate(page, 'Pain', 0.5);
  await saved(page);
  await page.goto('/treatment?do=on-ldn');
  await page.locator('#first-day').fill('2026-11-01');
  await page.locator('#dose').fill('1.5');
  await page.locator('form button[type=submit]').click();
  await expect(page).toHaveURL(/\/treatment$/);
  await page.getByRole('link', { name: 'My visit: date and questions' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Visit' })).toBeFocused();
  await axe(page);

  // What is wrong is said, all of it, and nothing is kept.
  await write(page, '2026-12-08', ['a', 'b', 'ж'.repeat(201)]);
  await button(page, 'Keep it').click();
  await expect(page.getByRole('alert').first()).toContainText('Choose today or a later day for the visit.');
  await expect(page.getByRole('alert').first()).toContainText('This has 201 characters. Shorten it to 200 or fewer.');
  await axe(page);
  expect(await kept(page)).toEqual({});

  await write(page, '2026-12-12');
  await page.getByLabel('Time (optional)').fill('14:30');
  await page.getByLabel('With whom, or where (optional)').fill('Dr Lind');
  await expect(page.getByText('110 of 200 characters')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your visit is kept.')).toBeVisible();
  await expect(page.getByRole('status').locator('.notice')).toBeFocused();
  const card = page
    .locator('.card')
    .filter({ has: page.getByRole('heading', { name: 'Sat 12 Dec 2026, 14:30, Dr Lind' }) });
  await expect(card.getByRole('listitem')).toHaveText(QUESTIONS);
  await axe(page);

  // The file for a calendar says nothing of what is asked.
  const download = page.waitForEvent('download');
  await button(page, 'Put it in my calendar').click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('appointment.ics');
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('DTSTART:20261212T143000\r\n');
  expect(text).toContain('SUMMARY:Appointment\r\nLOCATION:Dr Lind\r\n');
  expect(text).not.toContain('evening');

  await page.reload();
  await card.getByRole('link', { name: 'Make the page for my doctor' }).click();
  await expect(firstPage(page)).toContainText('Visit: Sat 12 Dec 2026, 14:30, Dr Lind');
  for (const [place, question] of QUESTIONS.entries())
    await expect(firstPage(page)).toContainText(`Question ${place + 1}: ${question}`);
  await page.getByText('What goes in').click();
  await page.getByRole('switch', { name: 'My visit: its date' }).click();
  await expect(firstPage(page)).not.toContainText('Dr Lind');

  // Today's page says it on the day before and on the day, and asks from its evening on.
  const reminder = page.locator('main').getByText(/^Your visit/);
  await goOn(page, at('2026-12-10'));
  await page.waitForTimeout(1500);
  await expect(reminder).toHaveCount(0);
  await goOn(page, at('2026-12-11'));
  await expect(reminder).toHaveText('Your visit is tomorrow.');
  await axe(page);
  await goOn(page, at('2026-12-12', '16:00'));
  await expect(reminder).toHaveText('Your visit is today.');
  await goOn(page, at('2026-12-12', '19:00'));
  await expect(reminder).toHaveText('Your visit was on 12 December 2026.');
  await page.getByRole('link', { name: 'What did you decide?' }).click();
  await expect(page.getByRole('heading', { name: 'What did you decide?' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Start LDN' })).toHaveCount(0);
  await button(page, 'Keep it').click();
  await expect(page.getByRole('alert').first()).toContainText('Choose what you decided.');
  await axe(page);
  await page.getByRole('radio', { name: 'Change the dose' }).check();
  await expect(page.getByText('Nothing changes until you use its own button.')).toBeVisible();
  await page.getByLabel('In my own words (optional)').fill('slowly');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Change the dose' }), 'it was not lost').toBeChecked();
  const before = (await records(page)).treatment;
  await button(page, 'Keep it').click();

  // The form has the focus, and nothing is changed.
  await expect(page).toHaveURL(/\/treatment\?do=change-dose$/);
  await expect(page.getByRole('heading', { level: 2, name: 'Change the dose' })).toBeFocused();
  await expect(page.locator('#dose')).toHaveValue('');
  expect((await records(page)).treatment).toEqual(before);
  const [visit] = Object.values(await kept(page));
  expect(visit.decided).toEqual({ what: 'change_dose', words: 'slowly', on: '2026-12-12' });
  await page.locator('#dose').fill('3');
  await page.locator('form button[type=submit]').click();
  await expect(page.getByRole('status').locator('.notice')).toContainText('3 mg');

  await goOn(page, at('2026-12-13', '20:00'));
  await page.waitForTimeout(1500);
  await expect(reminder).toHaveCount(0);
  await page.goto('/visit');
  const past = page.getByRole('region', { name: 'Visits that were' });
  await expect(past).toContainText('Decided on 12 December 2026: Change the dose: slowly');
  await axe(page);
  await page.goto('/report');
  await expect(page.locator('.preview .further')).toContainText('Change the dose: slowly');
  await expect(firstPage(page)).not.toContainText('Dr Lind');
});

test('by keyboard: a visit is changed, put off, put away, deleted, and each is undone', async ({ page }) => {
  await openAt(page, '/visit', at('2026-12-09'));
  await page.getByLabel('Day of the visit').focus();
  await page.getByLabel('Day of the visit').fill('2026-12-10');
  await page.getByLabel('Question 1').focus();
  await page.keyboard.type('Why?');
  await button(page, 'Keep it').focus();
  await page.keyboard.press('Enter');
  const said = page.getByRole('status').locator('.notice');
  await expect(said).toBeFocused();
  await page.getByRole('link', { name: 'Change the visit' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Change the visit' })).toBeFocused();
  await button(page, 'Cancel').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Change the visit' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByLabel('Day of the visit').fill('2026-12-11');
  await button(page, 'Keep it').focus();
  await page.keyboard.press('Enter');
  await expect(said).toContainText('Your visit is changed.');
  await expect(said).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(said).toHaveText('It is as it was.');
  await expect(page.getByRole('heading', { level: 2, name: 'Thu 10 Dec 2026' })).toBeVisible();
  await page.getByRole('button', { name: /^Take it away/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Day of the visit')).toHaveValue('');
  await button(page, 'Undo').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Thu 10 Dec 2026' })).toBeVisible();

  // Afterwards: not asked again, and deleted for good.
  await goOn(page, at('2026-12-13'));
  await page.getByRole('link', { name: 'What did you decide?' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Don’t ask again' }).focus();
  await page.keyboard.press('Enter');
  await expect(said).toBeFocused();
  await goOn(page, at('2026-12-14'));
  await page.waitForTimeout(1500);
  await expect(page.getByText(/^Your visit/)).toHaveCount(0);
  await page.goto('/visit');
  await page.getByRole('button', { name: /^Delete/ }).focus();
  await page.keyboard.press('Enter');
  await expect(said).toContainText('The visit is deleted.');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Visits that were' })).toHaveCount(0);
  expect(Object.values(await kept(page))).toEqual([null]);
  expect(JSON.stringify(await records(page))).not.toContain('Why?');
});

test('two tabs write down a visit each, and both stay', async ({ page, context }) => {
  await openAt(page, '/visit', at('2026-12-09'));
  const other = await context.newPage();
  await openAt(other, '/visit', at('2026-12-09'));
  await write(page, '2026-12-12', ['One']);
  await write(other, '2026-12-14', ['Two']);
  await Promise.all([button(page, 'Keep it').click(), button(other, 'Keep it').click()]);
  for (const tab of [page, other])
    for (const text of ['One', 'Two']) await expect(tab.locator('.card li', { hasText: text })).toBeVisible();
  await page.reload();
  for (const text of ['One', 'Two']) await expect(page.locator('.card li', { hasText: text })).toBeVisible();
});

test('what stands in the place of visits and is none stays, and no page breaks', async ({ page }) => {
  const broken = [];
  page.on('pageerror', (error) => broken.push(error.message));
  for (const visits of ['[1]', '{"a":{"date":7}}', '"x"']) {
    await openAt(page, '/backup', at('2026-12-09'));
    const diary = `{"format":"ldn-diary","version":1,"days":[{"date":"2026-12-01","recorded_at":"2026-12-01T21:00:00+01:00","items":{"pain":40}}],"visits":${visits}}`;
    await page
      .getByLabel('Import a backup')
      .setInputFiles({ name: 'diary.json', mimeType: 'application/json', buffer: Buffer.from(diary) });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.waitForURL('**/charts');
    for (const path of ['/visit', '/visit?do=change&visit=a', '/', '/report']) {
      await page.goto(path);
      await page.locator('#main h1:not(.soft)').first().waitFor();
    }
    expect(JSON.stringify((await records(page)).rest.body.visits)).toBe(visits);
    expect(broken).toEqual([]);
    await page.evaluate(() => localStorage.clear());
    await page.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
    });
  }
});
