import { axe } from './support/axe.mjs';
import { answer, deadTimeOver, openAt, openPage, rate, records, saved, slider } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

const NOT_ALL = 'Not all on this page is saved';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

// D5: nothing has a default value.
test('nothing is answered before it is touched', async ({ page }) => {
  await openAt(page);
  for (const name of ['Pain', 'Fatigue', 'Sleep quality', 'Overall symptoms']) {
    await expect(slider(page, name)).toHaveAttribute('aria-valuetext', 'not answered');
  }
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  expect(await records(page)).toEqual({});
  await expect(page.getByText('What you enter stays on this device.')).toBeVisible();
});

test('a rating is saved at once, and is still there after a reload', async ({ page }) => {
  await openAt(page);
  await rate(page, 'Pain', 0.62);
  await saved(page);
  await rate(page, 'Fatigue', 0);
  await rate(page, 'Sleep quality', 1);
  await page.reload();
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '62');
  await expect(slider(page, 'Fatigue')).toHaveAttribute('aria-valuetext', '0');
  await expect(slider(page, 'Sleep quality')).toHaveAttribute('aria-valuetext', '100');
  await expect(slider(page, 'Overall symptoms')).toHaveAttribute('aria-valuetext', 'not answered');
  const day = (await records(page))['day/2026-03-10'].body;
  expect(day.items).toEqual({ pain: 62, fatigue: 0, sleep_quality: 100 });
  expect(day.recorded_at).toMatch(/^2026-03-10T21:0\d:.*\+01:00$/);
});

// W3
test('a rating can be dragged, made finer, and taken back', async ({ page }) => {
  await openAt(page);
  const box = await slider(page, 'Pain').boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.2, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, y, { steps: 5 });
  await expect(page.locator('.rating-value')).toHaveText('50');
  expect(await records(page), 'nothing is kept while the finger is down').toEqual({});
  await page.mouse.up();
  await saved(page);
  await page.getByRole('button', { name: 'Pain: one more' }).click();
  await page.getByRole('button', { name: 'Pain: one more' }).click();
  await page.getByRole('button', { name: 'Pain: one less' }).click();
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '51');
  await page.getByRole('button', { name: 'Pain: clear' }).click();
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', 'not answered');
  await expect(slider(page, 'Pain')).toBeFocused();
  expect((await records(page))['day/2026-03-10'].body.items).toEqual({});
});

test('minus or plus on an unanswered line begins in the middle, and holding one counts on', async ({ page }) => {
  await openAt(page);
  const [less, more] = ['less', 'more'].map((way) => page.getByRole('button', { name: `Pain: one ${way}` }));
  const value = page.locator('.rating-value').first();
  await expect(more).toHaveAttribute('aria-description', 'Begins at 50, the middle.');
  await less.press('Enter');
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '50');
  await more.press('Space');
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '51');
  await page.clock.pauseAt(new Date('2026-03-10T21:30:00+01:00'));
  await more.hover();
  await page.mouse.down();
  await page.clock.runFor(390);
  await expect(value, 'a short press is no holding').toHaveText('51');
  await page.clock.runFor(1020);
  await expect(value).toHaveText('62');
  await page.mouse.up();
  await expect(slider(page, 'Pain'), 'the click at the end is no further step').toHaveAttribute('aria-valuetext', '62');
  await page.clock.runFor(2000);
  await expect(value).toHaveText('62');
  // The mouse slides off the button.
  await less.hover();
  await page.mouse.down();
  await page.clock.runFor(610);
  await page.mouse.move(5, 5);
  await page.clock.runFor(2000);
  await page.mouse.up();
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '59');
  await less.press('Enter');
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '58');
  expect((await records(page))['day/2026-03-10'].body.items).toEqual({ pain: 58 });
});

test('a hand that rests on plus, or scrolls from it, answers nothing and changes nothing', async ({ page }) => {
  await openAt(page);
  const client = await page.context().newCDPSession(page);
  const scrollFrom = async (name) => {
    const box = await page.getByRole('button', { name: `${name}: one more` }).boundingBox();
    const at = (y) => [{ x: box.x + box.width / 2, y }];
    const y = box.y + box.height / 2;
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(y) });
    await page.clock.runFor(1500);
    for (let step = 1; step <= 10; step += 1) {
      await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(y - step * 15) });
    }
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.clock.runFor(1500);
  };
  await scrollFrom('Fatigue');
  await expect(slider(page, 'Fatigue')).toHaveAttribute('aria-valuetext', 'not answered');
  expect(await records(page)).toEqual({});
  await rate(page, 'Fatigue', 0.3);
  await scrollFrom('Fatigue');
  await expect(slider(page, 'Fatigue')).toHaveAttribute('aria-valuetext', '30');
  expect((await records(page))['day/2026-03-10'].body.items).toEqual({ fatigue: 30 });
});

test('a touch that turns into scrolling answers nothing', async ({ page }) => {
  await openAt(page);
  const box = await slider(page, 'Fatigue').boundingBox();
  const client = await page.context().newCDPSession(page);
  const at = (y) => [{ x: box.x + box.width / 2, y }];
  const y = box.y + box.height / 2;
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(y) });
  for (let step = 1; step <= 10; step += 1) {
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(y - step * 15) });
  }
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(slider(page, 'Fatigue')).toHaveAttribute('aria-valuetext', 'not answered');
  expect(await records(page)).toEqual({});
});

test('a whole evening takes twenty keys at most, and a number is typed right on its line', async ({ page }) => {
  await openAt(page);
  await slider(page, 'Pain').focus();
  let presses = 0;
  const press = async (...keys) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      presses += 1;
    }
  };
  await press('6', '2', 'Tab', '7', '0', 'Tab', '3', '5', 'Tab', '0');
  await press('Tab', 'Space', 'Tab', 'Space', 'Tab', 'Space');
  expect(presses).toBeLessThanOrEqual(20);
  await saved(page);
  const { items, side_effects, dose_taken } = (await records(page))['day/2026-03-10'].body;
  expect(items).toEqual({ pain: 62, fatigue: 70, sleep_quality: 35, overall: 0 });
  expect(side_effects).toEqual({ vivid_dreams: false, headache: false });
  expect(dose_taken).toEqual({ micrograms: 0 });
  // Later digits begin a number of their own, and what is more than 100 does too.
  await slider(page, 'Pain').focus();
  await page.keyboard.press('1');
  await page.keyboard.press('0');
  await page.keyboard.press('0');
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '100');
  await page.keyboard.press('5');
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '5');
});

test('a field beside each line takes the number, where that is wanted', async ({ page }) => {
  await openAt(page, '/settings');
  await page.getByRole('switch', { name: 'A field for the number beside each line' }).check();
  await openPage(page, 'Today');
  const field = page.getByRole('textbox', { name: 'Pain: number from 0 to 100' });
  await field.fill('٤٥');
  await saved(page);
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '45');
  await field.fill('450');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  expect((await records(page))['day/2026-03-10'].body.items).toEqual({ pain: 45 });
  await rate(page, 'Pain', 0.3);
  await expect(field).toHaveValue('30');
  await expect(field).toHaveAttribute('aria-invalid', 'false');
  await field.fill('');
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', 'not answered');
  const height = await page.getByRole('button', { name: 'Pain: one more' }).evaluate((step) => step.offsetHeight);
  expect(height).toBe(56);
  await page.reload();
  await expect(field).toBeVisible();
});

test('everything can be answered by keyboard alone', async ({ page }) => {
  await openAt(page);
  const focusOn = async (target) => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error('the Tab key does not reach it');
  };
  await focusOn(slider(page, 'Pain'));
  await page.keyboard.press('End');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowLeft');
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '89');
  await focusOn(slider(page, 'Fatigue'));
  await page.keyboard.press('ArrowRight');
  await expect(slider(page, 'Fatigue'), 'the first arrow key starts in the middle').toHaveAttribute(
    'aria-valuetext',
    '50',
  );
  await focusOn(answer(page, 'Vivid dreams', 'No'));
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(answer(page, 'Vivid dreams', 'Yes')).toBeChecked();
  await saved(page);
  const day = (await records(page))['day/2026-03-10'].body;
  expect(day.items).toEqual({ pain: 89, fatigue: 50 });
  expect(day.side_effects).toEqual({ vivid_dreams: true });
});

// D3: yes, no and not answered stay three things.
test('yes, no and taken back are three different answers', async ({ page }) => {
  await openAt(page);
  await answer(page, 'Headache', 'No').click();
  expect((await records(page))['day/2026-03-10'].body.side_effects).toEqual({ headache: false });
  await answer(page, 'Headache', 'Yes').click();
  expect((await records(page))['day/2026-03-10'].body.side_effects).toEqual({ headache: true });
  await deadTimeOver(page);
  await answer(page, 'Headache', 'Yes').click();
  await expect(answer(page, 'Headache', 'Yes')).not.toBeChecked();
  expect((await records(page))['day/2026-03-10'].body.side_effects).toEqual({});
});

// Fault 13: a double tap gives an answer, and takes none back; taking back is said, for every question.
test('two taps give an answer, and taking one back is said', async ({ page }) => {
  await openAt(page);
  await page.getByText('Note, and what else happened').click();
  const status = page.locator('.save-status');
  const body = async () => (await records(page))['day/2026-03-10']?.body;
  const questions = [
    ['Vivid dreams', answer(page, 'Vivid dreams', 'Yes')],
    ['Headache', answer(page, 'Headache', 'No')],
    ['a dose', answer(page, 'LDN dose taken', 'None')],
    ['medicine', answer(page, 'Extra pain medicine needed', 'Yes')],
    ['a tag', page.getByRole('checkbox', { name: 'Flare' })],
    ['too unwell', page.getByRole('button', { name: 'Too unwell today' })],
  ];
  for (const [what, target] of questions) {
    const given = () =>
      what === 'too unwell'
        ? expect(target).toHaveAttribute('aria-pressed', 'true')
        : expect(target, what).toBeChecked();
    for (const pause of [30, 150, 250]) {
      await target.click();
      await page.clock.runFor(pause);
      await target.click();
      await given();
      await saved(page);
      await deadTimeOver(page);
      await target.click();
      await expect(status, what).toHaveText(/^Taken back\. Saved \d/);
      await deadTimeOver(page);
    }
  }
  const { side_effects, dose_taken, rescue_medicine, tags, left_out } = await body();
  expect([side_effects, dose_taken ?? null, rescue_medicine ?? null, tags ?? [], left_out ?? false]).toEqual([
    {},
    null,
    null,
    [],
    false,
  ]);
  // A rating and a note are taken back by other means, and that is said too.
  await rate(page, 'Pain', 0.4);
  await saved(page);
  await page.getByRole('button', { name: 'Pain: clear' }).click();
  await expect(status).toHaveText(/^Taken back\. Saved \d/);
  const note = page.getByRole('textbox', { name: 'Note' });
  await note.fill('wet');
  await saved(page);
  await note.fill('');
  await expect(status).toHaveText(/^Taken back\. Saved \d/);
});

test('Space twice on an answer, or a double tap on “Other dose”, closes nothing', async ({ page }) => {
  await openAt(page);
  const yes = answer(page, 'Headache', 'Yes');
  await yes.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  await expect(yes).toBeChecked();
  await deadTimeOver(page);
  await page.keyboard.press('Space');
  await expect(yes).not.toBeChecked();
  await answer(page, 'LDN dose taken', 'Other dose').dblclick();
  await expect(page.getByRole('textbox', { name: 'How much did you take?' })).toBeVisible();
});

// Fault 14: "Saved" is about all that stands on the page.
test('“Saved” does not stand over a dose or a note that is not kept', async ({ page }) => {
  await openAt(page);
  const status = page.locator('.save-status');
  await rate(page, 'Pain', 0.4);
  await saved(page);
  await answer(page, 'LDN dose taken', 'Other dose').click();
  const dose = page.getByRole('textbox', { name: 'How much did you take?' });
  await saved(page);
  for (const typed of ['a half', '4.5.5', '99999']) {
    await dose.fill(typed);
    await expect(status).toHaveText(NOT_ALL);
    await page.keyboard.press('Tab');
    await rate(page, 'Pain', 0.5);
    await expect(status, 'another answer is kept').toHaveText(NOT_ALL);
    await expect(status).toHaveAttribute('data-state', 'failed');
  }
  await page.getByText('Note, and what else happened').click();
  const note = page.getByRole('textbox', { name: 'Note' });
  await note.fill('x'.repeat(2014));
  await expect(status).toHaveText(NOT_ALL);
  // Digits of any script.
  for (const [typed, micrograms] of [
    ['٤٫٥', 4500],
    ['۱٫۷۵', 1750],
    ['३', 3000],
    ['４．５', 4500],
  ]) {
    await dose.fill(typed);
    await page.keyboard.press('Tab');
    await expect(status, typed).toHaveText(NOT_ALL);
    expect((await records(page))['day/2026-03-10'].body.dose_taken, typed).toEqual({ micrograms });
  }
  await answer(page, 'Unit', 'µg').click();
  await expect(status, 'too fine for micrograms').toHaveText(NOT_ALL);
  await answer(page, 'LDN dose taken', 'None').click();
  await expect(status, 'the field is gone').toHaveText(NOT_ALL);
  await note.fill('x'.repeat(2000));
  await saved(page);
  await note.fill('x'.repeat(2001));
  await expect(status).toHaveText(NOT_ALL);
  await page.getByRole('button', { name: 'Previous day' }).click();
  await expect(status, 'it is on another page').not.toHaveText(NOT_ALL);
});

// D7
test('a dose is kept to the microgram, in the unit that stands beside it', async ({ page }) => {
  await openAt(page);
  await answer(page, 'LDN dose taken', 'Other dose').click();
  const dose = page.getByRole('textbox', { name: 'How much did you take?' });
  await dose.fill('a half');
  await page.keyboard.press('Tab');
  await expect(page.getByText('this is not a dose')).toBeVisible();
  expect(await records(page)).toEqual({});
  await dose.fill('1,75');
  await page.keyboard.press('Tab');
  await saved(page);
  expect((await records(page))['day/2026-03-10'].body.dose_taken).toEqual({ micrograms: 1750 });
  await answer(page, 'Unit', 'µg').click();
  await dose.fill('2');
  await page.keyboard.press('Tab');
  expect((await records(page))['day/2026-03-10'].body.dose_taken).toEqual({ micrograms: 2 });
  await answer(page, 'LDN dose taken', 'None').click();
  expect((await records(page))['day/2026-03-10'].body.dose_taken).toEqual({ micrograms: 0 });
});

test('a rating is spoken with its question and its ends, and without hints for fingers', async ({ page }) => {
  await openAt(page);
  await expect(slider(page, 'Pain')).toHaveAccessibleDescription(
    'Pain, on average today 0: no pain 100: worst pain imaginable',
  );
  await expect(slider(page, 'Overall symptoms')).toHaveAccessibleDescription(
    'Overall, how severe have your symptoms been today? 0: none 100: worst imaginable',
  );
  await expect(page.getByText('tap the line').first()).toBeVisible();
  expect(await page.locator('.ratings').ariaSnapshot()).not.toContain('tap the line');
});

test('an address with a day that can not be opened says so, also to a screen reader', async ({ page }) => {
  await openAt(page, '/?day=2027-01-01');
  await expect(page.getByRole('status').filter({ hasText: "The day in the address can't be opened" })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tuesday 10 March');
});

test('another dose begins at the planned one, and keeps what was there when it is closed again', async ({ page }) => {
  await openAt(page);
  await openPage(page, 'Treatment');
  await page.getByRole('link', { name: 'Start LDN' }).click();
  await page.getByRole('button', { name: 'I have read this' }).click();
  await page.getByLabel('First day').fill('2026-03-10');
  await page.getByRole('radio', { name: 'Capsule' }).check();
  await page.getByRole('textbox', { name: 'Dose a day' }).fill('4.5');
  await page.getByRole('button', { name: 'Start LDN' }).click();
  await expect(page.getByText(/LDN .* starts on/)).toBeVisible();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  const [planned, other] = ['4.5 mg', 'Other dose'].map((name) => answer(page, 'LDN dose taken', name));
  const dose = page.getByRole('textbox', { name: 'How much did you take?' });
  const taken = async () => (await records(page))['day/2026-03-10']?.body.dose_taken;
  await other.click();
  await expect(dose).toHaveValue('4.5');
  await expect(page.getByText('This is the planned dose.')).toBeVisible();
  expect(await taken(), 'nothing is answered yet').toBeUndefined();
  await planned.click();
  expect(await taken()).toEqual({ micrograms: 4500 });
  await other.click();
  expect(await taken(), 'the answer stays until another is given').toEqual({ micrograms: 4500 });
  await deadTimeOver(page);
  await other.click();
  await expect(dose).toHaveCount(0);
  await expect(planned).toBeChecked();
  await other.click();
  await dose.fill('3');
  await expect(page.getByText('This is the planned dose.')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect.poll(taken).toEqual({ micrograms: 3000 });
  // Ten times the planned dose or a tenth of it is asked about once.
  const status = page.locator('.save-status');
  for (const [typed, question, kept] of [
    ['45', '45 mg is ten times the planned 4.5 mg, or more.', 45_000],
    ['0.4', '0.4 mg is a tenth of the planned 4.5 mg, or less.', 400],
  ]) {
    const before = await taken();
    await dose.fill(typed);
    await page.keyboard.press('Tab');
    await expect(page.getByText(question)).toBeVisible();
    await expect(status).toHaveText(NOT_ALL);
    expect(await taken()).toEqual(before);
    await page.getByRole('button', { name: `Keep ${typed} mg` }).click();
    await saved(page);
    expect(await taken()).toEqual({ micrograms: kept });
    await expect(page.getByText(question)).toHaveCount(0);
    await expect(dose).toBeFocused();
  }
  await dose.fill('3');
  await page.keyboard.press('Tab');
  await expect.poll(taken).toEqual({ micrograms: 3000 });
  await deadTimeOver(page);
  await other.click();
  expect(await taken(), 'a second tap takes it back').toBeNull();
});

// D1: the day ends at 04:00. D6: a day that is over is late.
test('at 01:30 it is still yesterday, and after 04:00 the open page moves on', async ({ page }) => {
  await openAt(page, '/', new Date('2026-03-11T01:30:00+01:00'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tuesday 10 March');
  await page.clock.runFor('02:40:00');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wednesday 11 March');
  await page.getByRole('button', { name: 'Previous day' }).click();
  await expect(page.getByText('marked as late')).toBeVisible();
  await rate(page, 'Pain', 0.4);
  await saved(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tuesday 10 March');
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '40');
});

test('the answer stays when the page moves under the finger', async ({ page }) => {
  await openAt(page);
  // The page grows shorter above the line in the moment of the answer, so that "Clear" comes to lie under the finger.
  await page.evaluate(() => {
    const filler = document.createElement('div');
    filler.style.height = '48px';
    document.querySelector('.ratings').before(filler);
    document.querySelector('.rating-line').addEventListener('pointerup', () => filler.remove());
  });
  await rate(page, 'Pain', 0.45);
  await saved(page);
  await page.waitForTimeout(400);
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '45');
});

for (const day of ['2026-03-11', '2026-02-30', 'yesterday', '1899-12-31', '']) {
  test(`a day that can't be opened is said, and today stands beneath: “${day}”`, async ({ page }) => {
    await openAt(page, `/?day=${day}`);
    await expect(page.getByText("The day in the address can't be opened")).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tuesday 10 March');
    await expect(page.getByRole('button', { name: 'Next day' })).toBeDisabled();
    await page.getByRole('button', { name: 'Previous day' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Monday 9 March');
    await expect(page.getByText("can't be opened")).toHaveCount(0);
  });
}

// Fault 10: half past midnight, and a day that ends then or later.
test('the dose question says which night is meant, whenever the day ends', async ({ page }) => {
  await openAt(page, '/', new Date('2026-06-25T00:30:00+02:00'));
  const night = page.getByText(/At bedtime: the night from/);
  await expect(night).toContainText('At bedtime: the night from 24 Jun to 25 Jun.');
  await page.goto('/settings');
  await page.getByLabel('My day ends at').selectOption('00:00');
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thursday 25 June');
  await expect(night).toContainText('At bedtime: the night from 25 Jun to 26 Jun.');
  await page.getByRole('button', { name: 'Previous day' }).click();
  await expect(night).toContainText('At bedtime: the night from 24 Jun to 25 Jun.');
});

// Fault 46.
test('the words are those of the day, and say when it is done', async ({ page }) => {
  await openAt(page);
  await expect(answer(page, 'LDN dose taken', 'Other dose')).toBeVisible();
  for (const name of ['Pain', 'Fatigue', 'Sleep quality', 'Overall symptoms']) await rate(page, name, 0.5);
  await answer(page, 'Vivid dreams', 'No').click();
  await answer(page, 'Headache', 'No').click();
  const progress = page.locator('.progress-words');
  await expect(progress).toHaveText('6 of 7 answered');
  await answer(page, 'LDN dose taken', 'None').click();
  await expect(progress).toHaveText('Done for today: 7 of 7 answered');
  await page.getByRole('button', { name: 'Previous day' }).click();
  const unwell = page.getByRole('button', { name: 'Too unwell that day' });
  await unwell.click();
  await expect(page.getByText('Pain and fatigue are enough. What you do not answer')).toBeVisible();
  for (const name of ['Pain', 'Fatigue']) await rate(page, name, 0.5);
  await expect(progress).toHaveText('2 of 2 answered');
  await page.getByRole('link', { name: 'History', exact: true }).click();
  const legend = page.locator('main .chart-legend').last();
  await expect(legend.getByText('Pain', { exact: true })).toBeVisible();
  await expect(legend.getByText('Sleep quality', { exact: true })).toBeVisible();
});

// W5
test('too unwell today leaves two questions', async ({ page }) => {
  await openAt(page);
  await page.getByRole('button', { name: 'Too unwell today' }).click();
  await expect(page.getByRole('slider')).toHaveCount(2);
  await rate(page, 'Pain', 0.9);
  await rate(page, 'Fatigue', 0.9);
  await expect(page.getByText('2 of 2 answered')).toBeVisible();
  expect((await records(page))['day/2026-03-10'].body.left_out).toBe(true);
});

test('on a day too bad for more the dose is not asked, and can be told where the note is', async ({ page }) => {
  await openAt(page);
  const dose = page.getByRole('group', { name: 'LDN dose taken' });
  await page.getByRole('button', { name: 'Too unwell today' }).click();
  await expect(dose).toBeHidden();
  await page.getByText('Dose, note, and what else happened').click();
  await answer(page, 'LDN dose taken', 'None').click();
  await expect(dose, 'it stays where it was tapped').toHaveCount(1);
  await expect(page.locator('details.more').getByRole('group', { name: 'LDN dose taken' })).toBeVisible();
  const { left_out: leftOut, dose_taken: taken } = (await records(page))['day/2026-03-10'].body;
  expect([leftOut, taken]).toEqual([true, { micrograms: 0 }]);
});

for (const colorScheme of ['light', 'dark']) {
  test(`the check-in has no accessibility fault, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openAt(page);
    await expect(slider(page, 'Pain')).toBeVisible();
    await axe(page);
    await rate(page, 'Pain', 0.62);
    await answer(page, 'Vivid dreams', 'Yes').click();
    await page.getByText('Note, and what else happened').click();
    await axe(page);
  });
}

test('nothing scrolls sideways at 320 pixels and at 200 % text', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openAt(page);
  await rate(page, 'Pain', 1);
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBe(0);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await overflow()).toBe(0);
});
