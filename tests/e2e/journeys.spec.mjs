// Whole stretches of a patient's time with the diary.

import { answer, openAt, openPage, rate, records, saved, slider } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const DAY = 86_400_000;
const isoDay = (date) => date.toISOString().slice(0, 10);

/** Taps something and counts it. */
function counted(page) {
  let taps = 0;
  return {
    get taps() {
      return taps;
    },
    rate: async (name, share) => {
      taps += 1;
      await rate(page, name, share);
    },
    choose: async (question, name) => {
      taps += 1;
      await answer(page, question, name).tap();
    },
    tap: async (what) => {
      taps += 1;
      await what.tap();
    },
  };
}

/** Starts LDN through its pages. Each step is [first day, dose in mg]; the first is the start. */
async function startLdn(page, steps) {
  await openPage(page, 'Treatment');
  await page.getByRole('link', { name: 'Start LDN' }).click();
  await page.getByRole('button', { name: 'I have read this' }).click();
  await page.getByLabel('First day').fill(steps[0][0]);
  await page.getByRole('radio', { name: 'Capsule' }).check();
  for (let more = 1; more < steps.length; more += 1) await page.getByRole('button', { name: 'Add a step' }).click();
  for (const [index, [from, dose]] of steps.entries()) {
    await page.getByRole('textbox', { name: 'Dose a day' }).nth(index).fill(dose);
    if (index > 0)
      await page
        .getByLabel('From')
        .nth(index - 1)
        .fill(from);
  }
  await page.getByRole('button', { name: 'Start LDN' }).click();
  await expect(page.getByText(/LDN .* starts on/)).toBeVisible();
}

// W2: at most 8 taps, no typing.
test('a first evening takes seven taps and nothing else', async ({ page }) => {
  await openAt(page);
  const finger = counted(page);
  await finger.rate('Pain', 0.62);
  await finger.rate('Fatigue', 0.7);
  await finger.rate('Sleep quality', 0.35);
  await finger.rate('Overall symptoms', 0.6);
  await finger.choose('Vivid dreams', 'No');
  await finger.choose('Headache', 'Yes');
  await finger.choose('LDN dose taken', 'None');
  await saved(page);
  await expect(page.getByText('7 of 7 answered')).toBeVisible();
  expect(finger.taps).toBeLessThanOrEqual(8);
  const { body } = (await records(page))['day/2026-03-10'];
  expect(body.items).toEqual({ pain: 62, fatigue: 70, sleep_quality: 35, overall: 60 });
  expect(body.side_effects).toEqual({ vivid_dreams: false, headache: true });
  expect(body.dose_taken).toEqual({ micrograms: 0 });
});

test('an evening on LDN takes eight taps, with tolerability', async ({ page }) => {
  await openAt(page);
  await startLdn(page, [['2026-03-10', '4.5']]);
  await page.getByRole('link', { name: 'Today' }).click();
  const finger = counted(page);
  for (const name of ['Pain', 'Fatigue', 'Sleep quality', 'Overall symptoms', 'Tolerability'])
    await finger.rate(name, 0.5);
  await finger.choose('Vivid dreams', 'Yes');
  await finger.choose('Headache', 'No');
  await finger.choose('LDN dose taken', '4.5 mg');
  await saved(page);
  await expect(page.getByText('8 of 8 answered')).toBeVisible();
  expect(finger.taps).toBe(8);
});

// D4, D8: with all that a condition asks for.
test('an evening on LDN with two medicines, walking support and what CRPS asks for takes at most 14 taps', async ({
  page,
}) => {
  await openAt(page, '/settings');
  await page.getByText('Questions for a condition').click();
  await page.getByRole('switch', { name: /Complex regional pain syndrome/ }).click({ force: true });
  await page.getByText('Other medicines', { exact: true }).click();
  for (const [name, unit] of [
    ['Tramadol', '50 mg'],
    ['Ibuprofen', '400 mg'],
  ]) {
    await page.getByLabel('Which medicine?').fill(name);
    await page.getByLabel('What is one of it?').fill(unit);
    await page.getByRole('button', { name: 'Add this medicine' }).click();
  }
  await startLdn(page, [['2026-03-10', '4.5']]);
  await page.getByRole('link', { name: 'Today' }).click();
  const finger = counted(page);
  const ratings = ['Pain', 'Fatigue', 'Sleep quality', 'Overall symptoms', 'Tolerability'];
  for (const name of [...ratings, 'Sensitivity to touch', 'Swelling']) await finger.rate(name, 0.5);
  await finger.choose('Vivid dreams', 'Yes');
  await finger.choose('Headache', 'No');
  await finger.choose('LDN dose taken', '4.5 mg');
  await finger.tap(page.getByRole('group', { name: 'Tramadol (50 mg)' }).getByRole('button').first());
  await finger.tap(page.getByRole('button', { name: 'None of the others' }));
  await finger.tap(page.getByText('Note, and what else happened'));
  await finger.choose('Support needed for walking', 'Yes');
  await saved(page);
  expect(finger.taps).toBeLessThanOrEqual(14);
  const { body } = (await records(page))['day/2026-03-10'];
  expect(Object.keys(body.items)).toHaveLength(7);
  expect(body.side_effects).toEqual({ vivid_dreams: true, headache: false });
  expect(body.dose_taken).toEqual({ micrograms: 4500 });
  expect(body.medicines).toEqual({ medicine_1: 1, medicine_2: 0 });
  expect(body.walking_support).toBe(true);
});

test('a fast sequence of taps keeps the last of them', async ({ page }) => {
  await openAt(page);
  await slider(page, 'Pain').scrollIntoViewIfNeeded();
  const box = await slider(page, 'Pain').boundingBox();
  for (let tap = 0; tap <= 30; tap += 1) {
    await page.touchscreen.tap(box.x + (box.width * tap) / 30, box.y + box.height / 2);
  }
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '100');
  await saved(page);
  expect((await records(page))['day/2026-03-10'].body.items).toEqual({ pain: 100 });
});

test('a week with two late days is told apart from five evenings', async ({ page }) => {
  await openAt(page);
  for (let evening = 0; evening < 7; evening += 1) {
    if (evening > 0) await page.clock.fastForward(DAY);
    await expect(page.getByText(/^Today · baseline/)).toBeVisible();
    if (evening === 2 || evening === 4) continue;
    await rate(page, 'Pain', 0.5);
  }
  for (const date of ['2026-03-12', '2026-03-14']) {
    await page.goto(`/?day=${date}`);
    await expect(page.getByText('marked as late')).toBeVisible();
    await rate(page, 'Pain', 0.6);
    await saved(page);
  }
  const kept = await records(page);
  const days = Object.entries(kept)
    .filter(([key]) => key.startsWith('day/'))
    .map(([, record]) => record.body);
  expect(days).toHaveLength(7);
  const late = days.filter((day) => day.recorded_at.slice(0, 10) !== day.date).map((day) => day.date);
  expect(late).toEqual(['2026-03-12', '2026-03-14']);
  // A change of an evening's answer on a later day is a change, and is marked as one.
  await page.goto('/?day=2026-03-10');
  await rate(page, 'Pain', 0.9);
  await saved(page);
  const first = (await records(page))['day/2026-03-10'].body;
  expect(first.recorded_at.slice(0, 10)).toBe('2026-03-10');
  expect(first.edited_at.slice(0, 10)).toBe('2026-03-16');
});

test('LDN starts on day 15 with a titration, and every change can be undone', async ({ page }) => {
  await openAt(page);
  await rate(page, 'Pain', 0.6);
  await page.clock.fastForward(14 * DAY);
  await expect(page.getByText('Today · baseline, day 15')).toBeVisible();
  await openPage(page, 'Treatment');
  await page.getByRole('link', { name: 'Start LDN' }).click();
  await expect(page.getByText('Naltrexone blocks opioid pain medicines')).toBeVisible();
  await page.getByRole('button', { name: 'I have read this' }).click();
  await expect(page.getByText('Your baseline has 1 day recorded so far')).toBeVisible();
  await page.getByRole('button', { name: 'Start LDN' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(2);
  await page.goBack();
  await page.goBack();
  await startLdn(page, [
    ['2026-03-24', '1,5'],
    ['2026-04-07', '3'],
    ['2026-04-21', '4.5'],
  ]);
  const treatment = async () => (await records(page)).treatment.body;
  const started = await treatment();
  expect(started.phases).toEqual([
    { kind: 'baseline', from: '2026-03-10' },
    { kind: 'ldn', from: '2026-03-24', form: 'capsule' },
  ]);
  expect(started.dose_steps).toEqual([
    { from: '2026-03-24', micrograms: 1500 },
    { from: '2026-04-07', micrograms: 3000 },
    { from: '2026-04-21', micrograms: 4500 },
  ]);
  await page.clock.runFor(600);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('LDN from 24 March 2026 on is taken back.');
  await expect(page.getByRole('status').locator('.notice')).toBeFocused();
  expect((await treatment()).phases).toHaveLength(1);
});

test('moving a boundary says how many days change phase before it does', async ({ page }) => {
  await openAt(page);
  await rate(page, 'Pain', 0.6);
  await page.clock.fastForward(20 * DAY);
  await startLdn(page, [['2026-03-24', '4.5']]);
  await page.getByText('Change the first day').nth(1).click();
  await page.getByLabel('First day').nth(1).fill('2026-03-29');
  await expect(page.getByText(/will change phase: 5 days\./)).toBeVisible();
  expect((await records(page)).treatment.body.phases[1].from).toBe('2026-03-24');
  await page.clock.runFor(600);
  await page.getByRole('button', { name: 'Move it' }).click();
  expect((await records(page)).treatment.body.phases[1].from).toBe('2026-03-29');
});

test('the plan of 2009 says which of its phases are too short to be compared', async ({ page }) => {
  await openAt(page, '/treatment');
  const note = page.getByText('Too short to be compared in this plan: Placebo, Washout.');
  const plan = page.getByLabel("A trial's plan");
  await plan.selectOption(await plan.getByRole('option', { name: 'Stanford 2009' }).getAttribute('value'));
  await expect(note).toBeVisible();
  await plan.selectOption(await plan.getByRole('option', { name: 'Ten weeks' }).getAttribute('value'));
  await expect(note).toHaveCount(0);
});

test('22 weeks of evenings give the diary that was tapped in', async ({ page }) => {
  test.setTimeout(600_000);
  const first = new Date('2026-01-05T21:00:00+01:00');
  await openAt(page, '/', first);
  const expected = {};
  // A fixed pattern with everything in it: missed evenings, bad days, taken and forgotten doses.
  for (let day = 0; day < 154; day += 1) {
    const date = isoDay(new Date(first.getTime() + day * DAY));
    if (day > 0) await page.clock.fastForward(DAY);
    if (day === 14) {
      await startLdn(page, [['2026-01-19', '4.5']]);
      await page.getByRole('link', { name: 'Today' }).click();
    }
    if (day === 98 || day === 126) {
      const kind = day === 98 ? 'placebo' : 'washout';
      await openPage(page, 'Treatment');
      await page.getByRole('link', { name: `Start ${kind}` }).click();
      const warning = page.getByText('opioids may act more strongly than before');
      await expect(warning).toHaveCount(kind === 'washout' ? 1 : 0);
      await page.getByRole('button', { name: `Start ${kind}` }).click();
      await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
      await page.getByRole('link', { name: 'Today' }).click();
    }
    await expect(page.getByText(/^Today · /)).toBeVisible();
    if (day % 11 === 5) continue;
    const values = { Pain: (day * 37) % 101, Fatigue: (day * 53) % 101 };
    const unwell = day % 23 === 7;
    if (unwell) await page.getByRole('button', { name: 'Too unwell today' }).click();
    else Object.assign(values, { 'Sleep quality': (day * 71) % 101, 'Overall symptoms': (day * 13) % 101 });
    for (const [name, value] of Object.entries(values)) await rate(page, name, value / 100);
    if (!unwell) await answer(page, 'Vivid dreams', day % 3 ? 'No' : 'Yes').click();
    await saved(page);
    expected[date] = {
      items: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          { 'Sleep quality': 'sleep_quality', 'Overall symptoms': 'overall' }[name] ?? name.toLowerCase(),
          value,
        ]),
      ),
      side_effects: unwell ? {} : { vivid_dreams: day % 3 === 0 },
      left_out: unwell,
    };
  }
  await page.reload();
  await expect(slider(page, 'Pain')).toBeVisible();
  const kept = await records(page);
  const lived = Object.fromEntries(
    Object.entries(kept)
      .filter(([key]) => key.startsWith('day/'))
      .map(([key, { body }]) => [
        key.slice(4),
        { items: body.items, side_effects: body.side_effects, left_out: body.left_out },
      ]),
  );
  expect(lived).toEqual(expected);
  expect(kept.treatment.body.phases.map(({ kind, from }) => `${kind} ${from}`)).toEqual([
    'baseline 2026-01-05',
    'ldn 2026-01-19',
    'placebo 2026-04-13',
    'washout 2026-05-11',
  ]);
});

test('a planned dose is changed where it stands, the focus goes to what is wrong, and it stands in the picture', async ({
  page,
}) => {
  await openAt(page);
  await rate(page, 'Pain', 0.6);
  await startLdn(page, [
    ['2026-03-11', '1.5'],
    ['2026-03-24', '3'],
    ['2026-04-07', '4.5'],
  ]);
  const plan = async () => (await records(page)).treatment.body.dose_steps;
  const pictured = page.locator('.strip-dose');
  await expect(pictured).toHaveText(['1.5 mg', '3 mg', '4.5 mg']);
  const boxes = await pictured.evaluateAll((all) =>
    all.map((label) => {
      const text = document.createRange();
      text.selectNodeContents(label);
      const { left, right, top, bottom } = text.getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );
  for (const [place, a] of boxes.entries())
    for (const b of boxes.slice(place + 1))
      expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);

  const step = page.getByRole('listitem').filter({ hasText: '3 mg from 24 March 2026' }).last();
  await step.locator('summary').click();
  const [dose, from] = [step.getByRole('textbox', { name: 'Dose a day' }), step.getByLabel('From', { exact: true })];
  await expect(dose).toHaveValue('3');
  await expect(from).toHaveValue('2026-03-24');
  await dose.fill('0');
  await step.getByRole('button', { name: 'Save this dose' }).click();
  await expect(step.getByText('Give a dose above 0.')).toBeVisible();
  await expect(dose).toBeFocused();
  await dose.fill('2');
  await from.fill('2026-04-07');
  await step.getByRole('button', { name: 'Save this dose' }).click();
  await expect(step.getByText('A dose is planned from 7 April 2026 on already.')).toBeVisible();
  await expect(from).toBeFocused();
  await from.fill('2026-03-17');
  await page.clock.runFor(600);
  await step.getByRole('button', { name: 'Save this dose' }).click();
  await expect(page.getByText('2 mg from 17 March 2026 on')).toBeVisible();
  await expect(page.locator('.dose-step details[open]'), 'no other dose is open to the next tap').toHaveCount(0);
  await expect(page.getByRole('status').locator('.notice')).toBeFocused();
  await expect(page.getByRole('listitem').filter({ hasText: '2 mg from 17 March 2026' }).last()).toBeVisible();
  const changed = await plan();
  expect(changed.map(({ from: day, micrograms }) => [day, micrograms])).toEqual([
    ['2026-03-11', 1500],
    ['2026-03-17', 2000],
    ['2026-04-07', 4500],
  ]);
  await page.clock.runFor(600);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('3 mg from 24 March 2026 on is back.');
  await expect.poll(async () => (await plan())[1].micrograms).toBe(3000);
  await page.clock.runFor(600);
  // Of two taps in one place the second finds no other dose to remove.
  await step.locator('summary').click();
  const remove = await step.getByRole('button', { name: 'Remove this dose' }).boundingBox();
  const middle = [remove.x + remove.width / 2, remove.y + remove.height / 2];
  await page.mouse.dblclick(...middle);
  await expect.poll(async () => (await plan()).map(({ micrograms }) => micrograms)).toEqual([1500, 4500]);
});

test('the dose that is planned already changes nothing, and no change is said', async ({ page }) => {
  await openAt(page);
  await rate(page, 'Pain', 0.6);
  await startLdn(page, [['2026-03-11', '4.5']]);
  const before = (await records(page)).treatment;
  await page.goto('/treatment?do=change-dose');
  await page.getByRole('textbox', { name: 'Dose a day' }).fill('4.5');
  await page.getByLabel('From', { exact: true }).fill('2026-03-20');
  await page.getByRole('button', { name: 'Change the dose' }).click();
  await expect(page.getByRole('status')).toHaveText('Nothing has changed: it was like that already.');
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0);
  expect((await records(page)).treatment).toEqual(before);
});
