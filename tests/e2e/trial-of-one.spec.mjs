// T, P8, D9: a patient begins a trial of one, lives through it, changes and stops it; nothing tells what is in a bottle.

import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import { axe } from './support/axe.mjs';
import { answer, chooseBackup, openAt, openPage, rate, records, saved } from './support/diary.mjs';
import { everythingKept as kept } from './support/everything.mjs';
import { expect, test } from './support/test.mjs';

test.use({ viewport: { width: 390, height: 844 } });

/** The codes of docs/trial-of-one.md: three pairs of 28 days from 2 March 2026 on. */
const COMMIT = '274NA-AJ25X-8VBP1-3YWCQ-XJ3B0-Z4RJR-8NSK6';
const REVEAL = 'N7RYK-7HC7S-F804V-T9NRV-3X90K-SRX4C-J5XV4';
const BEFORE = new Date('2026-03-01T21:00:00Z');

const evening = (date) => new Date(`${date}T21:00:00Z`);
const heading = (page, name) => page.getByRole('heading', { name, exact: true });
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const code = (page) => page.getByLabel('Commit code, from your sheet');
const problems = (page) => page.getByRole('alert').getByRole('listitem');
const treatment = async (page) => (await records(page)).treatment?.body;
const phases = async (page) => (await treatment(page)).phases.map(({ kind, from }) => `${kind} ${from}`);
const day = async (page, date) => (await records(page))[`day/${date}`]?.body;
const section = (page) => page.getByRole('region', { name: 'Trial of one, 8NSK6' });
const dose = (page, bottle) => page.getByRole('group', { name: `Dose taken from bottle ${bottle}?` });
const take = (page, bottle, name = 'Taken') =>
  dose(page, bottle).getByRole('radio', { name, exact: true }).click({ force: true });
const choose = (page, bottle, name) =>
  guess(page, bottle).getByRole('radio', { name, exact: true }).check({ force: true });
const guess = (page, bottle) => page.getByRole('group', { name: `What do you think bottle ${bottle} held?` });
/** Longer than a second tap is taken for a slip. */
const pause = (page) => page.clock.runFor(600);

async function fillIn(page, typed = COMMIT) {
  await page.getByLabel('I have read the safety facts').check({ force: true });
  await page.getByLabel('My prescriber agrees').check({ force: true });
  await code(page).fill(typed);
  await page.getByLabel('Dose of LDN a day').fill('4.5');
  await answer(page, 'What you take', 'Capsule').check({ force: true });
}

async function begin(page) {
  await page.goto('/treatment?do=trial');
  await fillIn(page);
  await press(page, 'Begin the trial');
  await expect(page.getByRole('status').first()).toContainText('Trial 8NSK6 begins on 2 March 2026.');
}

/** Opens the app at an evening. */
async function at(page, date, path = '/') {
  await page.clock.setSystemTime(evening(date));
  await page.goto(path);
  await page.locator('#main h1:not(.soft)').first().waitFor();
}

test('a trial begins with the code of the pharmacist’s page, both ticks and the label, and can be undone', async ({
  page,
  browser,
  baseURL,
}) => {
  const pharmacy = await (await browser.newContext({ baseURL })).newPage();
  await openAt(pharmacy, '/pharmacist', BEFORE);
  await pharmacy.getByLabel('Dose of naltrexone a day').fill('4.5');
  await answer(pharmacy, 'What is made', 'Capsule').check();
  await pharmacy.getByLabel('First day of period 1').fill('2026-03-16');
  await press(pharmacy, 'Draw');
  const codeOf = (id) => pharmacy.locator(`section[aria-labelledby="${id}"] .trial-paper .code`).first().textContent();
  const commit = await codeOf('sheet');
  const mark = commit.slice(-5);

  await openAt(page, '/', BEFORE);
  await rate(page, 'Pain', 0.5);
  await saved(page);
  await openPage(page, 'Treatment');
  await page.getByRole('link', { name: 'Begin a trial of one' }).click();
  await expect(heading(page, 'Begin a trial of one')).toBeFocused();
  await axe(page);
  await press(page, 'Begin the trial');
  await expect(problems(page)).toHaveCount(5);
  await axe(page);
  await fillIn(page, commit.toLowerCase().replaceAll('-', ' '));
  await expect(page.getByText(`This code is of trial ${mark}: 3 pairs of periods of 28 days`)).toBeVisible();
  await expect(page.getByText('Bottle 6: 3 August 2026 to 30 August 2026')).toBeVisible();
  await expect(page.getByText('can’t be said yet')).toBeVisible();
  await axe(page);
  await press(page, 'Begin the trial');
  await expect(page.getByRole('status').first()).toContainText(`Trial ${mark} begins on 16 March 2026.`);
  await expect(page.getByText('It begins on 16 March 2026 with bottle 1.')).toBeVisible();
  expect(await phases(page)).toEqual([
    'baseline 2026-03-01',
    ...['03-16', '04-13', '05-11', '06-08', '07-06', '08-03'].map((day) => `blinded 2026-${day}`),
    'washout 2026-08-31',
  ]);
  await axe(page);
  // A code that was used is not used again.
  await page.goto('/treatment?do=trial');
  await fillIn(page, commit);
  await press(page, 'Begin the trial');
  await expect(problems(page)).toContainText(['A trial with this code has begun in this diary already.']);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await pause(page);
  await press(page, 'Undo the last change');
  expect(await phases(page)).toEqual(['baseline 2026-03-01']);
  await pharmacy.context().close();
});

test('a code that is mistyped is told by its group, and a reveal code is nowhere afterwards', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  const logged = [];
  page.on('console', (message) => logged.push(message.text()));
  await openAt(page, '/treatment?do=trial', BEFORE);
  await fillIn(page, COMMIT.replace('8VBP1', '8VBP2'));
  await press(page, 'Begin the trial');
  await expect(problems(page)).toHaveText([
    'Something in group 3 is mistyped. Compare it with your sheet, letter by letter.',
  ]);
  for (const typed of [REVEAL, REVEAL.toLowerCase().replaceAll('-', ' ')]) {
    await code(page).fill(typed);
    await expect(problems(page)).toHaveText([
      'This is the code of the sealed envelope. Type the one on your own sheet.',
    ]);
    await expect(code(page)).toHaveValue('');
  }
  // Letter by letter too: before the last one it is no code at all.
  await code(page).pressSequentially(REVEAL);
  await expect(code(page)).toHaveValue('');
  await code(page).fill(COMMIT);
  await expect(page.getByText('This code is of trial 8NSK6')).toBeVisible();
  for (const text of [await kept(page), asked.join('\n'), logged.join('\n'), await page.locator('body').innerHTML()])
    for (const part of [REVEAL, REVEAL.replaceAll('-', ''), REVEAL.slice(0, 11)]) expect(text).not.toContain(part);
  // What comes back after a way out is all but the code.
  await page.reload();
  await expect(page.getByLabel('Dose of LDN a day')).toHaveValue('4.5');
  await expect(page.getByLabel('My prescriber agrees')).toBeChecked();
  await expect(answer(page, 'What you take', 'Capsule')).toBeChecked();
  await expect(code(page)).toHaveValue('');
  expect(await kept(page)).not.toContain(COMMIT.slice(0, 11));
});

test('a trial is begun by keyboard alone', async ({ page }) => {
  await openAt(page, '/treatment?do=trial', BEFORE);
  const tabTo = async (target) => {
    for (let step = 0; step < 40; step += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  await tabTo(page.getByLabel('I have read the safety facts'));
  await page.keyboard.press('Space');
  await tabTo(page.getByLabel('My prescriber agrees'));
  await page.keyboard.press('Space');
  await tabTo(code(page));
  await page.keyboard.type(COMMIT);
  await tabTo(page.getByLabel('Dose of LDN a day'));
  await page.keyboard.type('4.5');
  await tabTo(answer(page, 'What you take', 'Capsule'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').first()).toContainText('Trial 8NSK6 begins on 2 March 2026.');
});

test('days of a trial ask whether the bottle was taken, and its end what it held, once', async ({ page }) => {
  test.setTimeout(120_000);
  await openAt(page, '/', BEFORE);
  await rate(page, 'Pain', 0.5);
  await saved(page);
  await begin(page);

  await at(page, '2026-03-13');
  await expect(page.getByText('Today · period 1 of 6, day 12')).toBeVisible();
  await expect(dose(page, 1)).toBeVisible();
  await expect(page.getByRole('group', { name: 'LDN dose taken' })).toHaveCount(0);
  await expect(guess(page, 1)).toHaveCount(0);
  await take(page, 1);
  await saved(page);
  expect((await day(page, '2026-03-13')).sealed_dose_taken).toBe(true);
  await axe(page);
  // A double tap gives the answer, a later second tap takes it back.
  await dose(page, 1).getByRole('radio', { name: 'Not taken' }).dblclick({ force: true });
  await expect(dose(page, 1).getByRole('radio', { name: 'Not taken' })).toBeChecked();
  await pause(page);
  await take(page, 1, 'Not taken');
  await expect(page.getByRole('status')).toContainText('Taken back.');
  await expect(dose(page, 1).getByRole('radio', { checked: true })).toHaveCount(0);

  // Of a bottle nothing is called LDN, and what was answered stays in sight on a day that is too bad for more.
  await pause(page);
  await take(page, 1);
  await saved(page);
  await press(page, 'Too unwell today');
  await expect(dose(page, 1).getByRole('radio', { name: 'Taken', exact: true })).toBeChecked();
  await openPage(page, 'Charts');
  await expect(page.getByText('Dose of the bottle')).toBeVisible();
  await expect(page.getByText('LDN taken')).toHaveCount(0);

  // The last day of the first period, then the next one.
  await at(page, '2026-03-29');
  await expect(guess(page, 1).first()).toBeVisible();
  await axe(page);
  await press(page, 'Save');
  await expect(page.getByText('Choose one of the three')).toBeVisible();
  await choose(page, 1, 'LDN');
  await press(page, 'Save');
  await expect(page.getByText('Choose how sure you are.')).toBeVisible();
  await answer(page, 'How sure are you?', 'Fairly').check({ force: true });
  await axe(page);
  await press(page, 'Save');
  await expect(guess(page, 1)).toHaveCount(0);
  // What comes after it: how all has changed since the bottle began.
  await expect(page.locator('#impression-place')).toBeFocused();
  expect((await treatment(page)).trials_of_one[0].guesses).toMatchObject([{ period: 1, guess: 'ldn', sure: 'fairly' }]);
  await page.reload();
  await expect(dose(page, 1)).toBeVisible();
  await expect(guess(page, 1)).toHaveCount(0);
  await at(page, '2026-03-30');
  await expect(dose(page, 2)).toBeVisible();
  await expect(page.getByText('Bottle 2 begins today.')).toBeVisible();

  // Two that were missed, one after the other; the one is put away, of the other nothing is known.
  await at(page, '2026-05-24');
  await expect(dose(page, 3)).toBeVisible();
  await page
    .getByRole('region', { name: 'What do you think bottle 2 held?' })
    .getByRole('button', { name: 'Not now' })
    .click();
  await expect(guess(page, 2)).toHaveCount(0);
  await expect(page.getByText('You are not asked again for bottle 2')).toBeVisible();
  await expect(page.locator('#guess-place')).toBeFocused();
  await choose(page, 3, 'I don’t know');
  await press(page, 'Save');
  await expect(guess(page, 3)).toHaveCount(0);
  await page.reload();
  await expect(dose(page, 3)).toBeVisible();
  await expect(guess(page, 2)).toHaveCount(0);

  // What was put away can still be said, and an undo takes no guess back.
  await openPage(page, 'Treatment');
  await expect(section(page)).toContainText('Period 3 of 6, until 24 May 2026. Take bottle 3.');
  await expect(section(page)).toContainText('Bottle 4 comes next, on 25 May 2026.');
  await expect(section(page)).toContainText('Bottle 1: 2 March 2026 to 29 March 2026. You thought: LDN (fairly sure)');
  await section(page).getByText('Say what you think bottle 2 held').click();
  await choose(page, 2, 'Placebo');
  await answer(page, 'How sure are you?', 'Very').check({ force: true });
  await axe(page);
  await section(page).getByRole('button', { name: 'Save' }).click();
  await expect(section(page)).toContainText('You thought: Placebo (very sure)');
  await expect(page.locator('h1')).toBeFocused();
  await expect(page.getByText('Dose and phases of the trial stay as they were sealed.')).toBeVisible();
  await press(page, 'Undo the last change');
  await expect(page.getByRole('status').first()).toContainText('The trial is taken back.');
  await expect(section(page)).toHaveCount(0);
  expect(await phases(page)).toEqual(['baseline 2026-03-01']);
});

test('a bottle that was begun late moves, a trial is stopped, and the calendar follows', async ({ page }) => {
  await openAt(page, '/', BEFORE);
  await rate(page, 'Pain', 0.5);
  await saved(page);
  await begin(page);
  await at(page, '2026-04-02', '/treatment');
  await page.getByRole('link', { name: 'A bottle was begun on another day' }).click();
  await expect(heading(page, 'A bottle was begun on another day')).toBeFocused();
  await press(page, 'Keep this day');
  await expect(problems(page)).toHaveText(['Choose the bottle.', 'Choose whether the later bottles move too.']);
  await answer(page, 'Which bottle?', 'Bottle 2').check({ force: true });
  await page.getByLabel('First day of it').fill('2026-04-01');
  await answer(page, 'And the later bottles?', 'They move by as many days').check({ force: true });
  await expect(page.getByText('Then Bottle 6: 22 July 2026 to 18 August 2026.')).toBeVisible();
  await axe(page);
  await press(page, 'Keep this day');
  await expect(page.getByRole('status').first()).toContainText('Bottle 2 begins on 1 April 2026.');
  expect((await phases(page)).slice(2, 5)).toEqual(['blinded 2026-04-01', 'blinded 2026-04-29', 'blinded 2026-05-27']);
  // No change of dose or of a phase by another way.
  await expect(page.getByRole('link', { name: 'Change the dose' })).toHaveCount(0);
  await expect(page.getByText('Change the first day of Period 2 of 6')).toHaveCount(0);
  await page.goto('/treatment?do=change-dose');
  await page.getByLabel('From').fill('2026-04-03');
  await page.getByLabel('Dose a day').fill('3');
  await page.locator('form button[type=submit]').click();
  await expect(problems(page)).toContainText(['3 April 2026 lies in your trial of one.']);

  await page.goto('/treatment');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page, 'Put the changes of bottle in my calendar'),
  ]);
  const calendar = new ICAL.Component(ICAL.parse(await readFile(await download.path(), 'utf8')));
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  expect(events.map((event) => `${event.summary} ${event.startDate}`)).toEqual([
    'Begin bottle 3 2026-04-29',
    'Begin bottle 4 2026-05-27',
    'Begin bottle 5 2026-06-24',
    'Begin bottle 6 2026-07-22',
  ]);
  expect(new Set(events.map((event) => event.uid)).size).toBe(4);
  for (const event of events) expect(event.component.getAllSubcomponents('valarm')).toHaveLength(1);

  await at(page, '2026-05-05', '/treatment');
  await page.getByRole('link', { name: 'Stop the trial' }).click();
  await expect(page.getByText('You can stop at any time, and need no reason.')).toBeVisible();
  await axe(page);
  await page.getByLabel('First day without it').fill('2026-03-02');
  await press(page, 'Stop the trial');
  await expect(problems(page)).toContainText(['there is nothing of this trial to stop']);
  await page.getByLabel('First day without it').fill('2026-05-05');
  await press(page, 'Stop the trial');
  await expect(page.getByRole('status').first()).toContainText('5 May 2026 is the first day without it.');
  expect((await phases(page)).slice(-2)).toEqual(['blinded 2026-04-29', 'washout 2026-05-05']);
  await expect(page.getByText('Change the first day of Washout')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo this phase: Washout' })).toHaveCount(0);
  await at(page, '2026-05-05');
  await expect(page.getByRole('group', { name: 'LDN dose taken' })).toBeVisible();
  await at(page, '2026-05-05', '/treatment');
  await expect(section(page)).toContainText('Its last day was 4 May 2026.');
  await expect(section(page).getByRole('link', { name: 'Stop the trial' })).toHaveCount(0);
});

test('two tabs keep what each says of a trial, and a backup from before it takes nothing of it', async ({
  page,
  context,
}) => {
  await openAt(page, '/', BEFORE);
  await rate(page, 'Pain', 0.5);
  await saved(page);
  await page.goto('/backup');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: /^Save a backup|^Download/ })
      .first()
      .click(),
  ]);
  const path = await download.path();
  await begin(page);
  const other = await context.newPage();
  await openAt(other, '/', evening('2026-03-29'));
  await at(page, '2026-03-29');
  await expect(guess(page, 1).first()).toBeVisible();
  await expect(guess(other, 1).first()).toBeVisible();
  await take(other, 1);
  await choose(page, 1, 'I don’t know');
  await press(page, 'Save');
  await expect(guess(other, 1)).toHaveCount(0);
  await expect(dose(page, 1).getByRole('radio', { name: 'Taken', exact: true })).toBeChecked();
  await other.close();
  await page.goto('/backup');
  await chooseBackup(page, path);
  await expect(page.getByRole('button', { name: /^(Import|OK|Done|Close)/ }).first()).toBeVisible();
  const go = page.getByRole('button', { name: 'Import', exact: true });
  if (await go.isVisible()) await go.click();
  const found = await treatment(page);
  expect(found.trials_of_one[0].guesses).toHaveLength(1);
  expect(found.phases.filter(({ kind }) => kind === 'blinded')).toHaveLength(6);
});

for (const [width, height] of [
  [390, 844],
  [320, 568],
])
  test(`no page of a sealed trial is wider than ${width} pixels or tells what is in a bottle`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openAt(page, '/', BEFORE);
    await rate(page, 'Pain', 0.5);
    await saved(page);
    await begin(page);
    for (const date of ['2026-03-29', '2026-03-30', '2026-04-26']) {
      await at(page, date);
      await rate(page, 'Pain', 0.3);
      await take(page, date === '2026-03-29' ? 1 : 2);
      await saved(page);
    }
    for (const path of [
      '/',
      '/treatment',
      '/treatment?do=trial',
      '/treatment?do=trial-move',
      '/treatment?do=trial-stop',
      '/charts',
      '/history',
      '/results',
      '/report',
    ]) {
      await at(page, '2026-04-26', path);
      await page.clock.runFor(2000);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, path).toBe(0);
      if (process.env.LOOK)
        await page.screenshot({
          path: `${process.env.LOOK}/${width}-${path.replaceAll(/\W+/g, '_')}.png`,
          fullPage: true,
        });
    }
  });
