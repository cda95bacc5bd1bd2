import { readFileSync } from 'node:fs';
import { axe } from './support/axe.mjs';
import { chooseBackup, openAt, openSample, rate } from './support/diary.mjs';
import { DIARIES, diary, LAST } from './support/long.mjs';
import { expect, test } from './support/test.mjs';

const CASES = new URL('../fixtures/cases/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, CASES), 'utf8'));

/** What the table calls items, phases and states. */
const ITEMS = {
  pain: 'Pain',
  fatigue: 'Fatigue',
  sleep_quality: 'Sleep quality',
  overall: 'Overall symptoms',
  tolerability: 'Tolerability',
};
/** Higher is better. */
const HIGHER = ['sleep_quality', 'tolerability'];
const PHASES = { ldn: 'LDN', placebo: 'Placebo', washout: 'Washout' };
const STATES = {
  no_reference: 'nothing to compare with',
  settling_in: 'settling in',
  too_few_days: 'too few days',
  no_variation: 'always the same',
  early_look: 'early look',
  ready: 'ready',
};

/** The numbers of a cell, with a plain minus sign; none for a dash. */
const numbers = (text) => (text.replaceAll('−', '-').match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
const answer = (page) => page.locator('.answer').first();

/** Holds shown numbers against exact ones: as many, each right to its last shown digit. */
function expectShown(text, exact, what, half = 0.05) {
  const shown = numbers(text);
  const wanted = exact.filter((number) => number !== null && number !== undefined);
  expect(shown.length, `${what}: ${text}`).toBe(wanted.length);
  shown.forEach((number, place) => {
    expect(Math.abs(number - wanted[place]), `${what}: ${text} for ${wanted[place]}`).toBeLessThanOrEqual(half + 1e-9);
  });
}

/** The answers of a case against the baseline, in the order of the table. */
function answersOf(name) {
  const items = Object.keys(ITEMS);
  const place = (one) => 10 * one.phase + items.indexOf(one.item);
  return read(`${name}.answers.json`)
    .answers.filter((one) => one.against === 'baseline')
    .sort((one, other) => place(one) - place(other));
}

async function importCase(page, name) {
  const { as_of: asOf } = read(`${name}.analysis.json`);
  await openAt(page, '/backup', new Date(`${asOf}T22:00:00Z`));
  await chooseBackup(page, new URL(`${name}.json`, CASES).pathname);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL('**/charts');
}

async function openResults(page, query = '') {
  await page.goto(`/results${query}`);
  await expect(answer(page)).toBeVisible();
}

for (const name of ['diary-stanford-2013', 'diary-first-weeks']) {
  test(`the numbers on the page are those of the analysis, ${name}`, async ({ page }) => {
    test.setTimeout(120_000);
    const { phases } = read(`${name}.analysis.json`);
    const answers = answersOf(name);
    await importCase(page, name);
    await openResults(page);
    await page.getByText('More for your doctor').click();
    const table = page.getByRole('table').last();
    const rows = table.locator('tbody tr');
    await expect(rows).toHaveCount(answers.length);
    const cells = await rows.evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
    answers.forEach((one, place) => {
      const [item, phase, state, days, before, after, difference, range, percent, percentRange] = cells[place];
      const what = `${one.item} of phase ${one.phase}`;
      const stands = one.status === 'ready' && one.final ? 'final' : STATES[one.status];
      expect([item, phase, state]).toEqual([ITEMS[one.item], PHASES[phases[one.phase].kind], stands]);
      expectShown(days, [one.window?.recorded], what);
      const both = one.reference_mean !== null && one.phase_mean !== null;
      expectShown(before, both ? [one.reference_mean] : [], what);
      expectShown(after, both ? [one.phase_mean] : [], what);
      expectShown(difference, [one.difference], what);
      expectShown(range, one.difference_ci95 ?? [], what);
      // A4: percent only where it stands beside the points in the sentence, too.
      const isPercent = !HIGHER.includes(one.item) && (one.percent_ci95 ?? []).every((limit) => Math.abs(limit) <= 100);
      expectShown(percent, isPercent ? [one.percent_improvement] : [], what);
      expectShown(percentRange, isPercent ? (one.percent_ci95 ?? []) : [], what);
    });
  });
}

test('each comparison says its averages, its change and its likely range as the analysis has them', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await importCase(page, 'diary-stanford-2013');
  for (const one of answersOf('diary-stanford-2013').filter((one) => one.difference_ci95)) {
    await openResults(page, `?item=${one.item}&phase=${one.phase}`);
    const text = await answer(page).locator('.answer-sentence').textContent();
    const what = `${one.item} of phase ${one.phase}: ${text}`;
    // What reads as 0 is said in words.
    const [after, before, change] = numbers(text.replace('(no change)', '(0 points lower)').split('averaged')[1]);
    expect(Math.abs(after - one.phase_mean), what).toBeLessThanOrEqual(0.5);
    expect(Math.abs(before - one.reference_mean), what).toBeLessThanOrEqual(0.5);
    expect(Math.abs(change - Math.abs(one.difference)), what).toBeLessThanOrEqual(0.5);
    expect(/This diary can't tell( yet)?\./.test(text), what).toBe(one.verdict === 'cannot_tell');
    // A3, A5: large letters for the main item alone, from enough days, and the word of a final answer.
    const isLarge = one.item === 'pain' && one.status === 'ready';
    await expect(answer(page).locator('.answer-number')).toHaveCount(isLarge ? 1 : 0);
    if (isLarge) {
      await expect(answer(page).locator('.answer-number')).toHaveText('Better');
      expectShown(await answer(page).locator('.answer-words').textContent(), [Math.abs(one.difference)], what, 0.5);
    }
    const stage = one.status === 'early_look' ? 'Early look' : 'Final since';
    await expect(answer(page).locator('.answer-stage')).toContainText(stage);
    await expect(answer(page)).toContainText(`From ${one.window.recorded} of ${one.window.days} days`);
  }
});

test('an item and a phase are places in the address, and the back button leads through them', async ({ page }) => {
  await importCase(page, 'diary-stanford-2013');
  await openResults(page);
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Sleep', exact: true }).click();
  await expect(page).toHaveURL(/item=sleep_quality&phase=1$/);
  await expect(answer(page)).toContainText('sleep quality');
  await main.getByRole('link', { name: 'Placebo', exact: true }).click();
  await expect(page).toHaveURL(/item=sleep_quality&phase=2$/);
  await expect(answer(page)).toContainText('On placebo your sleep quality');
  await expect(main.getByRole('link', { name: 'Placebo', exact: true })).toHaveAttribute('aria-current', 'true');
  await page.goBack();
  await expect(answer(page)).not.toContainText('placebo');
  await page.reload();
  await expect(main.getByRole('link', { name: 'Sleep', exact: true })).toHaveAttribute('aria-current', 'true');
  await axe(page);
});

// A8
test('late days can be left out, and the page says which way it was computed', async ({ page }) => {
  await importCase(page, 'diary-stanford-2013');
  await openResults(page);
  await expect(answer(page)).toContainText('From 65 of 70 days on LDN');
  await page.getByRole('switch', { name: 'Count days that were filled in later' }).click();
  await expect(page).toHaveURL(/late=out$/);
  await expect(answer(page)).not.toContainText('From 65 of 70 days on LDN');
  await page.getByText('More for your doctor').click();
  await expect(answer(page)).toContainText('Days that were filled in later are left out.');
  await expect(page.getByText('Days that were filled in later are left out.', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('switch', { name: 'Count days that were filled in later' })).not.toBeChecked();
});

test('a new dose settles in, and the page says until when', async ({ page }) => {
  await importCase(page, 'diary-first-weeks');
  await openResults(page);
  await expect(answer(page)).toContainText('What to wait for');
  await expect(answer(page)).toContainText('Ready for a first look on 15 April 2026');
  await axe(page);
});

test('an empty diary and one day of it say what comes next', async ({ page }) => {
  await openAt(page, '/results');
  await expect(page.getByText('It begins with your first evening.')).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: 'Go to today' }).click();
  await rate(page, 'Pain', 0.6);
  await page.getByRole('link', { name: 'Results' }).click();
  await expect(page.getByText('Your baseline has 1 recorded day so far.')).toBeVisible();
  await axe(page);
});

test('of many phases the newest are offered, and the others on request', async ({ page }) => {
  await openAt(page, '/', new Date(`${LAST}T21:04:00+02:00`));
  const buffer = Buffer.from(diary(DIARIES['ten years']));
  await chooseBackup(page, { name: 'long.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL('**/charts');
  await openResults(page);
  const phases = page.getByRole('navigation', { name: 'Phases to compare' });
  await expect(phases.getByRole('link')).toHaveCount(6);
  await phases.getByRole('button', { name: /^Show all \d\d$/ }).click();
  expect(await phases.getByRole('link').count()).toBeGreaterThan(30);
  const first = phases.getByRole('link').first();
  await first.click();
  await expect(first).toHaveAttribute('aria-current', 'true');
  await phases.getByRole('button', { name: 'Show the newest' }).click();
  await expect(phases.getByRole('link'), 'the one that is open stays in sight').toHaveCount(7);
  await expect(phases.getByRole('link').first()).toHaveAttribute('aria-current', 'true');
});

test('nothing that was opened closes by itself, and paper has no controls', async ({ page }) => {
  await openAt(page);
  await openSample(page);
  await page.goto('/results');
  await page.getByText('More for your doctor').click();
  await expect(page.getByText('Model probability, no placebo control.').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'What was rated' })).toBeHidden();
  await expect(page.locator('.answer-sentence').first()).toBeVisible();
});

// A2, A3, A10: read every evening with a moving clock; on its last day it is final, and a later edit is said beside it.
test('an answer grows from evening to evening, stands when it is final, and says what was changed afterwards', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const date = (day) => new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10);
  const pain = (day) => (day < 14 ? 60 : 40) + ((day * 7) % 11);
  const made = (days) => ({
    format: 'ldn-diary',
    version: 1,
    phases: [
      { kind: 'baseline', from: date(0) },
      { kind: 'ldn', from: date(14) },
    ],
    days: Array.from({ length: days }, (_, day) => ({
      date: date(day),
      recorded_at: `${date(day)}T20:00:00+00:00`,
      items: { pain: pain(day) },
    })),
  });
  const evening = (day) => new Date(`${date(day)}T21:00:00Z`);
  await openAt(page, '/', evening(38));
  for (const [day, said] of [
    [38, 'Early look'],
    [60, 'So far'],
    [97, 'Final since 8 April 2027'],
    [104, 'Final since 8 April 2027'],
  ]) {
    await page.clock.setSystemTime(evening(day));
    await page.goto('/backup');
    const buffer = Buffer.from(JSON.stringify(made(day + 1)));
    await chooseBackup(page, { name: 'diary.json', mimeType: 'application/json', buffer });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.waitForURL('**/charts');
    await openResults(page);
    await expect(answer(page).locator('.answer-stage')).toHaveText(said);
  }
  const sentence = await answer(page).locator('.answer-sentence').textContent();
  await expect(answer(page)).toContainText('Since then, on 7 of the last 7 days on LDN');
  await page.goto(`/?day=${date(50)}`);
  await rate(page, 'Pain', 0.95);
  await openResults(page);
  await expect(answer(page)).toContainText('1 of these days was changed after');
  await expect(answer(page).locator('.answer-sentence')).toHaveText(sentence);
  await page.reload();
  await expect(answer(page)).toContainText('1 of these days was changed after');
  await expect(answer(page).locator('.answer-sentence')).toHaveText(sentence);
});
