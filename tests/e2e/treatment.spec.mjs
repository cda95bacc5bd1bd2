// Those who take LDN already, who pause, change and come back: no day on LDN is one of a baseline, and no dose is offered
// that nobody planned.

import { readFileSync } from 'node:fs';
import { answer, chooseBackup, openAt, openPage, rate, records, STANFORD, saved } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const DAY = 86_400_000;

const treatment = async (page) => (await records(page)).treatment?.body;
const phases = async (page) => (await treatment(page)).phases.map((phase) => `${phase.kind} ${phase.from}`);
const firstQuestion = (page) => page.getByRole('group', { name: 'Do you take LDN now?' });

/** The doses that are offered for today, in their order. */
const offered = (page) =>
  page
    .getByRole('group', { name: 'LDN dose taken', exact: true })
    .getByRole('radio')
    .evaluateAll((radios) => radios.map((radio) => radio.parentElement.textContent));

/** Longer than a second tap is taken for a slip. */
const pause = (page) => page.clock.runFor(600);

/** Answers pain on so many evenings in a row, the first of them now. */
async function evenings(page, count) {
  for (let evening = 0; evening < count; evening += 1) {
    if (evening > 0) await page.clock.fastForward(DAY);
    await rate(page, 'Pain', 0.5);
    await saved(page);
  }
}

test('who takes LDN says so in one tap and a month, and has no baseline', async ({ page }) => {
  await openAt(page);
  await firstQuestion(page).getByRole('link', { name: 'Yes' }).click();
  await page.getByRole('radio', { name: 'only the month' }).first().check();
  await page.getByLabel('Since when do you take it?').fill('2025-12');
  await page.getByLabel('Dose a day now').fill('4.5');
  await page.getByRole('radio', { name: 'Drops under the tongue' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('LDN since December 2025.');
  expect(await treatment(page)).toMatchObject({
    phases: [{ kind: 'ldn', from: '2025-12-01', from_month_alone: true, form: 'drops' }],
    dose_steps: [{ from: '2025-12-01', micrograms: 4500 }],
  });
  await expect(firstQuestion(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByText('Today · LDN since December 2025')).toBeVisible();
  expect(await offered(page)).toEqual(['4.5 mg', 'None', 'Other dose']);
  await evenings(page, 3);
  await page.reload();
  expect(await phases(page)).toEqual(['ldn 2025-12-01']);
  // What was said by mistake is undone as a phase, too: the days are again what nobody has said of them.
  await openPage(page, 'Treatment');
  await page.getByRole('button', { name: 'Undo this phase: LDN' }).click();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
  expect(await phases(page)).toEqual(['baseline 2026-03-10']);
  await expect(page.getByRole('button', { name: /^Undo this phase/ })).toHaveCount(0);
  await expect(firstQuestion(page)).toBeVisible();
});

test('"not yet" is one tap, and what is said later still makes the days what they were', async ({ page }) => {
  await openAt(page);
  await firstQuestion(page).getByRole('button', { name: 'Not yet' }).click();
  await expect(firstQuestion(page)).toHaveCount(0);
  await evenings(page, 4);
  await page.reload();
  await expect(page.getByText('Today · baseline, day 4')).toBeVisible();
  await expect(firstQuestion(page)).toHaveCount(0);
  const before = await treatment(page);
  expect(before).toMatchObject({ phases: [{ kind: 'baseline', from: '2026-03-10' }], takes_ldn: 'not_yet' });

  await openPage(page, 'Treatment');
  await page.getByRole('link', { name: 'I take LDN already' }).click();
  await page.getByLabel('Since when do you take it?').fill('2025-12-15');
  await page.getByLabel('Dose a day now').fill('3');
  await expect(page.getByText('4 recorded days become days of another phase: LDN.')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await phases(page)).toEqual(['ldn 2025-12-15']);

  // Undo is what was stored before, after a reload too; and the step before that.
  await page.reload();
  await page.getByRole('button', { name: 'Undo the last change' }).click();
  expect(await treatment(page)).toEqual(before);
  await pause(page);
  await page.getByRole('button', { name: 'Undo the last change' }).click();
  expect((await treatment(page)).takes_ldn).toBeUndefined();
  await expect(page.getByRole('button', { name: 'Undo the last change' })).toHaveCount(0);
  await expect(firstQuestion(page)).toBeVisible();
});

test('who has stopped says when, and the days after are none of a baseline', async ({ page }) => {
  await openAt(page);
  await evenings(page, 2);
  await firstQuestion(page).getByRole('link', { name: 'I stopped' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
  await page.getByLabel('First day without LDN').fill('2026-02-20');
  await page.getByLabel('Since when had you taken it').fill('2026-02-21');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('This is not after the first day on LDN.');
  await page.getByLabel('Since when had you taken it').fill('2025-06-01');
  await expect(page.getByText('2 recorded days become days of another phase: Washout.')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await phases(page)).toEqual(['ldn 2025-06-01', 'washout 2026-02-20']);
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByText('Today · washout, day 20')).toBeVisible();
  expect(await offered(page)).toEqual(['None', 'Other dose']);
});

test('a dose in the baseline is asked about, once a day', async ({ page }) => {
  await openAt(page);
  await rate(page, 'Pain', 0.5);
  const asked = page.getByRole('group', { name: 'Did you begin LDN?' });
  await answer(page, 'LDN dose taken', 'None').tap();
  await expect(asked).toHaveCount(0);
  await answer(page, 'LDN dose taken', 'Other dose').tap();
  await page.getByLabel('How much did you take?').fill('4.5');
  await page.getByLabel('How much did you take?').blur();
  await asked.getByRole('button', { name: 'Only that day' }).click();
  await expect(asked).toHaveCount(0);
  await expect(answer(page, 'LDN dose taken', 'Other dose')).toBeFocused();
  await saved(page);
  await page.reload();
  await expect(page.getByText('1 of 7 answered')).toHaveCount(0);
  await expect(asked).toHaveCount(0);

  await page.clock.fastForward(DAY);
  await expect(page.getByText('Today · baseline, day 2')).toBeVisible();
  await answer(page, 'LDN dose taken', 'Other dose').tap();
  await page.getByLabel('How much did you take?').fill('4.5');
  await page.getByLabel('How much did you take?').blur();
  await asked.getByRole('link', { name: 'Set the first day' }).click();
  await expect(page.getByLabel('Since when do you take it?')).toHaveValue('2026-03-11');
  await expect(page.getByLabel('Dose a day now')).toHaveValue('4.5');
  await page.getByLabel('Since when do you take it?').fill('2025-12-10');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await phases(page)).toEqual(['ldn 2025-12-10']);
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByText('Today · LDN, day 92')).toBeVisible();
  await expect(asked).toHaveCount(0);
});

test('a plan ends with its phase: stopped, off for six weeks, and begun again at a lower dose', async ({ page }) => {
  await openAt(page);
  await evenings(page, 1);
  await openPage(page, 'Treatment');
  await page.getByRole('link', { name: 'Start LDN' }).click();
  await page.getByRole('button', { name: 'I have read this' }).click();
  await page.getByLabel('First day').fill('2026-03-11');
  await page.getByRole('radio', { name: 'Liquid' }).check();
  for (let step = 0; step < 8; step += 1) await page.getByRole('button', { name: 'Add a step' }).click();
  for (let step = 0; step < 9; step += 1) {
    await page
      .getByRole('textbox', { name: 'Dose a day' })
      .nth(step)
      .fill(String(0.5 * (step + 1)));
    const from = new Date(Date.UTC(2026, 2, 11 + 7 * step)).toISOString().slice(0, 10);
    if (step > 0)
      await page
        .getByLabel('From')
        .nth(step - 1)
        .fill(from);
  }
  await page.getByRole('button', { name: 'Start LDN' }).click();
  expect((await treatment(page)).dose_steps).toHaveLength(9);
  // Three weeks up, nine days without, and on: nothing is planned anew by a pause.
  await page.getByRole('link', { name: 'Today' }).click();
  for (const [days, dose] of [
    [1, '0.5 mg'],
    [7, '1 mg'],
    [7, '1.5 mg'],
    [9, '2 mg'],
  ]) {
    await page.clock.fastForward(days * DAY);
    await expect(answer(page, 'LDN dose taken', dose)).toBeVisible();
    expect((await offered(page))[0]).toBe(dose);
  }
  // Stopped, and off for six weeks, in which the steps that were planned are neither offered nor lost.
  await openPage(page, 'Treatment');
  const started = await treatment(page);
  await page.getByRole('link', { name: 'Start washout' }).click();
  await page.getByRole('button', { name: 'Start washout' }).click();
  await page.getByRole('link', { name: 'Today' }).click();
  await page.clock.fastForward(42 * DAY);
  await expect(page.getByText('Today · washout, day 43')).toBeVisible();
  expect(await offered(page)).toEqual(['None', 'Other dose']);
  // Begun again at a lower dose, which stays.
  await openPage(page, 'Treatment');
  await page.getByRole('link', { name: 'Start LDN' }).click();
  await page.getByRole('button', { name: 'I have read this' }).click();
  await page.getByRole('radio', { name: 'Liquid' }).check();
  await page.getByRole('textbox', { name: 'Dose a day' }).fill('0.5');
  await page.getByRole('button', { name: 'Start LDN' }).click();
  await page.getByRole('link', { name: 'Today' }).click();
  await page.clock.fastForward(60 * DAY);
  await expect(answer(page, 'LDN dose taken', '0.5 mg')).toBeVisible();
  expect((await offered(page))[0]).toBe('0.5 mg');
  expect((await phases(page)).map((phase) => phase.split(' ')[0])).toEqual(['baseline', 'ldn', 'washout', 'ldn']);
  // Both taken back, the first plan is what it was.
  await openPage(page, 'Treatment');
  for (let undone = 0; undone < 2; undone += 1) {
    await page.getByRole('button', { name: 'Undo the last change' }).click();
    await pause(page);
  }
  expect(await treatment(page)).toEqual(started);
});

/** Opens the app the day after the last one of the Stanford diary, with its days in phases and doses of other days. */
async function openWith(page, { phases, dose_steps }) {
  const text = readFileSync(STANFORD, 'utf8');
  const diary = JSON.parse(text);
  const counts = { ...diary.counts, phases: phases.length, dose_steps: dose_steps.length };
  await openAt(page, '/backup', new Date('2026-06-07T22:00:00Z'));
  const file = { ...diary, phases, dose_steps, ...(diary.counts && { counts }) };
  await chooseBackup(page, {
    name: 'diary.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL('**/charts');
}

const reportPhases = (page) => page.locator('p.phases').first();

test('two times on LDN at two doses stand beside each other, and so do the days between', async ({ page }) => {
  await openWith(page, {
    phases: [
      { kind: 'baseline', from: '2026-01-05' },
      { kind: 'ldn', from: '2026-01-19', form: 'capsule' },
      { kind: 'washout', from: '2026-03-09' },
      { kind: 'ldn', from: '2026-04-06', form: 'liquid' },
    ],
    dose_steps: [
      { from: '2026-01-19', micrograms: 4500 },
      { from: '2026-04-06', micrograms: 1500 },
    ],
  });
  await openPage(page, 'Results');
  const chooser = page.getByRole('navigation', { name: 'Phase' });
  await expect(chooser.getByRole('link')).toHaveText(['LDN 19 January 2026', 'Washout', 'LDN 6 April 2026']);
  await expect(page.locator('.answer').first()).toContainText('On LDN your pain averaged');
  await openPage(page, 'Report');
  await expect(reportPhases(page)).toContainText('LDN (capsule) 19 Jan to 8 Mar 2026: 4.5 mg');
  await expect(reportPhases(page)).toContainText('LDN (liquid) 6 Apr to 7 Jun 2026: 1.5 mg');
  const heads = page
    .getByRole('table', { name: /^Ratings|against baseline/ })
    .first()
    .getByRole('columnheader');
  await expect(heads.filter({ hasText: 'LDN from 19 Jan 2026' })).toHaveCount(1);
  await expect(heads.filter({ hasText: 'Washout' })).toHaveCount(1);
});

test('another medicine in place of LDN has its name everywhere, and LDN is compared with it', async ({ page }) => {
  await openWith(page, {
    phases: [{ kind: 'ldn', from: '2025-11-01', form: 'capsule' }],
    dose_steps: [{ from: '2025-11-01', micrograms: 4500 }],
  });
  await openPage(page, 'Treatment');
  await page.getByRole('link', { name: 'Start another medicine' }).click();
  await page.getByLabel('First day').fill('2026-04-13');
  await page.getByRole('button', { name: 'Start another medicine' }).click();
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
  await page.getByLabel('Name of the medicine').fill('Amitriptylin');
  await expect(page.getByText(/recorded days become days of another phase: Amitriptylin\./)).toBeVisible();
  await page.getByRole('button', { name: 'Start another medicine' }).click();
  await expect(page.getByRole('status')).toContainText('Amitriptylin, from 13 April 2026 on.');
  await pause(page);
  // Misspelt: its name is changed where it stands, and an empty one changes nothing.
  await page.getByText('Change the name').click();
  const name = page.getByLabel('Name of the medicine');
  await name.fill(' ');
  await page.getByRole('button', { name: 'Save this name' }).click();
  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await name.fill('Amitriptyline 10 mg');
  // Twice by a trembling finger: the second tap hits what has taken the place of the button, and is none.
  await page.getByRole('button', { name: 'Save this name' }).dblclick();
  expect(await phases(page)).toHaveLength(2);
  expect((await treatment(page)).phases[1]).toMatchObject({ kind: 'comparator', medicine: 'Amitriptyline 10 mg' });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Amitriptyline 10 mg' })).toBeVisible();

  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByText(/Amitriptyline 10 mg, day \d+/)).toBeVisible();
  await openPage(page, 'Results');
  await expect(page.locator('.answer').first()).toContainText('on Amitriptyline 10 mg');
  await expect(page.locator('main')).toContainText('compares LDN with another medicine');
  await expect(page.locator('main')).not.toContainText('blinding');
  await openPage(page, 'Report');
  await expect(reportPhases(page)).toContainText('Amitriptyline 10 mg 13 Apr to 7 Jun 2026');
  await expect(page.getByRole('table', { name: 'LDN against Amitriptyline 10 mg' })).toBeVisible();

  await openPage(page, 'Treatment');
  await page.getByRole('button', { name: 'Undo this phase: Amitriptyline 10 mg' }).click();
  expect(await phases(page)).toEqual(['ldn 2025-11-01']);
});

test('an undo beside its words undoes that change alone, also where another tab has undone it already', async ({
  page,
  context,
}) => {
  await openWith(page, {
    phases: [
      { kind: 'baseline', from: '2026-01-05' },
      { kind: 'ldn', from: '2026-01-19', form: 'capsule' },
    ],
    dose_steps: [{ from: '2026-01-19', micrograms: 4500 }],
  });
  await openPage(page, 'Treatment');
  await page.getByRole('link', { name: 'Start washout' }).click();
  await expect(page.getByText('LDN then ends on 6 June 2026.')).toBeVisible();
  await page.getByRole('button', { name: 'Start washout' }).click();
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  await expect(undo).toBeVisible();
  await expect(page.getByRole('link', { name: 'Start washout' })).toHaveCount(0);
  const other = await context.newPage();
  await openAt(other, '/treatment', new Date('2026-06-07T22:05:00Z'));
  await other.getByRole('button', { name: 'Undo the last change' }).click();
  await expect(undo).toHaveCount(0);
  expect(await phases(page)).toEqual(['baseline 2026-01-05', 'ldn 2026-01-19']);
});

test('a form that is given up gives the focus back to its link', async ({ page }) => {
  await openAt(page, '/treatment');
  const names = ['Start LDN', 'I take LDN already', 'I have stopped LDN', 'Start placebo', 'Start another medicine'];
  for (const name of names) {
    const link = page.locator('main .cluster').getByRole('link', { name, exact: true });
    const address = await link.getAttribute('href');
    await link.press('Enter');
    await expect(page.locator('main h2').first()).toBeFocused();
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    // The first question has links of its own to some of them.
    await expect(page.locator(`main a[href="${address}"]:focus`)).toHaveCount(1);
  }
});

test('a name of any letters stays text, and nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  for (const medicine of ['</i>Visible <b>bold</b>', 'Hydroxychloroquinsulfattabletten200mgXYZ']) {
    await openWith(page, {
      phases: [
        { kind: 'ldn', from: '2026-01-05' },
        { kind: 'comparator', from: '2026-04-13', medicine },
      ],
      dose_steps: [{ from: '2026-01-05', micrograms: 4500 }],
    });
    for (const name of ['Treatment', 'Results', 'History', 'Charts', 'Report']) {
      await openPage(page, name);
      await expect(page).toHaveURL(new RegExp(`/${name.toLowerCase()}$`));
      await expect(page.locator('#main h1:not(.soft)').first()).toBeVisible();
      if (name !== 'Charts') await expect(page.locator('main').getByText(medicine).first()).toBeAttached();
      const beyond = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
      expect(beyond, `${name} with ${medicine}`).toBeLessThanOrEqual(0);
    }
    await page.evaluate(() => localStorage.clear());
    await page.evaluate(
      () =>
        new Promise((done) =>
          indexedDB.databases().then((all) => {
            for (const one of all) indexedDB.deleteDatabase(one.name);
            done();
          }),
        ),
    );
  }
});
