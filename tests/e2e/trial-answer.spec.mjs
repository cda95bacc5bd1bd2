// T4, T5: a trial of one is opened by the code of the sealed sheet, and its answer is read.

import { readFile } from 'node:fs/promises';
import { axe } from './support/axe.mjs';
import { chooseBackup, openAt, records, saved } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

const SEALED = new URL('../fixtures/trials/sealed.json', import.meta.url);
const COMMIT = '274NA-AJ25X-8VBP1-3YWCQ-XJ3B0-Z4RJR-8NSK6';
const REVEAL = 'N7RYK-7HC7S-F804V-T9NRV-3X90K-SRX4C-J5XV4';
const LAST = new Date('2026-08-16T21:04:00+02:00');
const AFTER = new Date('2026-08-17T21:04:00+02:00');

const field = (page) => page.getByLabel('Reveal code');
const problem = (page) => page.locator('#reveal-problem');
const answer = (page) => page.locator('.answer').first();

async function sealed(page, now = LAST) {
  await openAt(page, '/backup', now);
  const buffer = Buffer.from(await readFile(SEALED));
  await chooseBackup(page, { name: 'diary.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL('**/charts');
}

async function openForm(page) {
  await page.goto('/treatment?do=trial-reveal');
  await expect(page.getByRole('heading', { name: 'Reveal the trial' })).toBeVisible();
}

const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
/** All that the browser keeps of the diary, as a text. */
const kept = (page) => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));

test('what opens nothing says why, and nothing of it is kept', async ({ page }) => {
  await sealed(page, AFTER);
  await openForm(page);
  const before = await records(page);
  await expect(page.getByText('You have not said what you think 1 period held.')).toBeVisible();
  await axe(page);
  const wrong = REVEAL.replace('N7RYK', 'N7RYJ');
  for (const [typed, said] of [
    ['', 'This code has 0 letters and digits, and 35 are needed.'],
    [COMMIT, 'This is a commit code, as it stands on the patient’s own sheet.'],
    [wrong, 'Something in group 1 is mistyped.'],
    [`${REVEAL}7`, 'This code has 36 letters and digits'],
    [REVEAL.replace('R', '?'), '“?” is in no code.'],
  ]) {
    await field(page).fill(typed);
    await press(page, 'Reveal');
    await expect(problem(page)).toContainText(said);
    await expect(field(page)).toBeFocused();
  }
  await axe(page);
  await field(page).fill(wrong);
  expect(await records(page)).toEqual(before);
  expect(await kept(page)).not.toContain('N7RY');
  expect(page.url()).not.toContain('N7RY');
  await page.reload();
  await expect(field(page)).toHaveValue('');
});

test('a trial is revealed, its answer read, kept and put under its seal again', async ({ page }) => {
  test.setTimeout(120_000);
  await sealed(page);
  // The page of results shows the way.
  await page.clock.setSystemTime(new Date('2026-08-17T21:04:00+02:00'));
  await page.goto('/results');
  await page.getByRole('link', { name: 'Reveal it' }).click();
  await expect(page.getByRole('heading', { name: 'Reveal the trial' })).toBeFocused();
  await field(page).fill(REVEAL.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/results?phase=trial-2026-03-02');

  await expect(
    page.getByText('What you have seen stays seen.').or(page.getByText('what you have seen stays seen.')),
  ).toBeVisible();
  await expect(answer(page).locator('.answer-stage')).toHaveText('Final since 16 August 2026');
  await expect(answer(page).locator('.answer-number')).toHaveText('Better');
  await expect(answer(page)).toContainText('On LDN your pain averaged');
  await expect(page.getByRole('heading', { name: 'Pair by pair: pain is lower on LDN in 3 of 3 pairs' })).toBeVisible();
  await expect(page.getByText('Bang’s index')).not.toHaveCount(0);
  await expect(page.getByText('LDN then placebo; placebo then LDN; LDN then placebo').first()).toBeVisible();
  await expect(page.getByText('Chance drew the order')).toBeVisible();
  await axe(page);
  await page.getByText('More for your doctor').click();
  await expect(page.getByText('1 of all 8 orders')).toBeVisible();
  await axe(page);
  const said = await answer(page).locator('.answer-sentence').textContent();
  await page.reload();
  await expect(answer(page).locator('.answer-sentence')).toHaveText(said);
  // Another item has no verdict.
  await page.getByRole('navigation', { name: 'What was rated' }).getByRole('link', { name: 'Sleep' }).click();
  await expect(answer(page)).toContainText('On LDN your sleep');
  await expect(answer(page).locator('.answer-number')).toBeHidden();
  // Without an address it is what results open on; it stays what it was when a day is changed.
  await page.goto('/results');
  await expect(answer(page).locator('.answer-sentence')).toHaveText(said);
  await page.goto('/?day=2026-05-20');
  await page.getByRole('slider', { name: 'Pain', exact: true }).press('End');
  await saved(page);
  await page.goto('/results');
  await expect(answer(page).locator('.answer-sentence')).toHaveText(said);
  await expect(answer(page)).toContainText('1 of these days was changed after');

  await page.getByRole('link', { name: 'To the report' }).click();
  await expect(page.getByText('Trial of one from 2 Mar 2026').first()).toBeVisible();

  // The code fits once.
  await openForm(page).catch(() => {});
  await expect(page.getByText('There is no trial of one to reveal')).toBeVisible();

  await page.goto('/results');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('A trial of one is over and not yet revealed.')).toBeVisible();
  await expect(page.locator('h1')).toBeFocused();
  await records(page);
  const after = await kept(page);
  for (const secret of [REVEAL, 'LP PL LP', '"final_answers":[{']) expect(after).not.toContain(secret);
  await page.goto('/results?phase=trial-2026-03-02');
  await expect(page.getByText('A trial of one is over and not yet revealed.')).toBeVisible();
  await expect(page.getByText('Chance drew the order')).toBeHidden();
});

test('before its end it is asked once', async ({ page }) => {
  await sealed(page, new Date('2026-08-16T21:04:00+02:00'));
  await page.clock.setSystemTime(new Date('2026-07-10T21:04:00+02:00'));
  await openForm(page);
  await expect(page.getByText('The trial goes on until 16 August 2026.')).toBeVisible();
  await expect(page.getByText('So 38 days of the trial don’t count.')).toBeVisible();
  await field(page).fill(REVEAL);
  await press(page, 'Reveal before the end');
  await expect(problem(page)).toContainText('press the button once more');
  await axe(page);
  await press(page, 'Reveal before the end');
  await page.waitForURL('**/results?phase=trial-2026-03-02');
  await expect(page.getByText('It was revealed on 10 July 2026, before its end.')).toBeVisible();
});
