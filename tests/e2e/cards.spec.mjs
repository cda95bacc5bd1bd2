// Decision cards (A10): written before LDN, lived with, answered on their day.

import { axe } from './support/axe.mjs';
import { answer as choice, chooseBackup, openAt, rate, records, saved, slider } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

const date = (day) => new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10);
const evening = (day) => new Date(`${date(day)}T20:00:00Z`);
const answer = (page) => page.locator('.answer').first();

/** A diary of so many days in which pain falls from about 60 to about 40 with LDN, if it is begun. */
const made = (days, ldn = true) => ({
  format: 'ldn-diary',
  version: 1,
  phases: [{ kind: 'baseline', from: date(0) }, ...(ldn ? [{ kind: 'ldn', from: date(14) }] : [])],
  dose_steps: ldn ? [{ from: date(14), micrograms: 4500 }] : [],
  days: Array.from({ length: days }, (_, day) => ({
    date: date(day),
    recorded_at: `${date(day)}T20:00:00+00:00`,
    items: { pain: (day < 14 ? 55 : 35) + ((day * 7) % 11), fatigue: 60 + ((day * 5) % 11) },
    side_effects: { headache: day % 10 === 0 },
  })),
});

async function take(page, diary) {
  await page.goto('/backup');
  const buffer = Buffer.from(JSON.stringify(diary));
  await chooseBackup(page, { name: 'diary.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL('**/charts');
}

test('a card is written before LDN, lived with, and answered on its day', async ({ page }) => {
  test.setTimeout(180_000);
  await openAt(page, '/', evening(13));
  await take(page, made(14, false));
  await page.goto('/treatment');
  await page.getByRole('link', { name: 'Write a decision card' }).click();
  await expect(page.getByRole('heading', { name: 'Your decision card' })).toBeFocused();
  await expect(page.getByText('Your baseline average is 60')).toBeVisible();

  // What is missing is said, and nothing is sealed.
  await page.getByRole('button', { name: 'Seal the card' }).click();
  await expect(page.getByRole('alert')).toContainText('Tap the line where you would want to be.');
  await rate(page, 'Pain', 0.8);
  await expect(page.getByRole('alert')).toBeHidden();
  await page.getByRole('button', { name: 'Seal the card' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose a place on the better side of your average.');
  await rate(page, 'Pain', 0.5);
  await expect(page.getByText('50: 10 points lower')).toBeVisible();
  await choice(page, 'What would end it?', 'Headache').check({ force: true });
  await page.getByLabel('When will you begin LDN?').fill(date(14));
  await expect(page.getByText('8 April 2027. Until then the diary says how it looks so far.')).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: 'Seal the card' }).click();

  await expect(page.getByRole('heading', { name: 'Your card is sealed.' })).toBeFocused();
  await expect(page.getByText(/SHA-256 [0-9a-f]{64}/)).toBeVisible();
  await axe(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Put the day in my calendar' }).click();
  expect((await download).suggestedFilename()).toBe('answer.ics');
  await page.getByRole('button', { name: 'Back to treatment' }).click();
  await expect(page.getByText('Card for question 1: worth it with pain at least 10 points lower')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Card for question 1: worth it with pain at least 10 points lower')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Write a decision card' })).toBeHidden();
  await page.getByRole('link', { name: 'See the card' }).click();
  await expect(page.getByText('You have a card whose day is still to come.')).toBeVisible();

  for (const [day, said, asked] of [
    [30, undefined, false],
    [40, 'Early look', false],
    [70, 'So far', true],
    [97, 'Final since 8 April 2027', true],
  ]) {
    await page.clock.setSystemTime(evening(day));
    await take(page, made(day + 1));
    await page.goto('/results');
    await expect(answer(page)).toBeVisible();
    if (said) await expect(answer(page).locator('.answer-stage')).toHaveText(said);
    await expect(page.getByText('Written on 14 January 2027, before LDN.')).toBeVisible();
    const way = answer(page).getByText(`Day ${day - 13} of 84 on the way to the answer`);
    await (day === 97 ? expect(way).toBeHidden() : expect(way).toBeAttached());
    const told = answer(page).getByText('By the 10 points you asked for');
    await (asked ? expect(told).toBeVisible() : expect(told).toBeHidden());
    const heading = page.getByRole('heading', { name: 'You, beside this answer' });
    await (day === 97 ? expect(heading).toBeVisible() : expect(heading).toBeHidden());
  }
  await expect(answer(page).locator('.answer-number')).toHaveText('Better');
  await expect(answer(page)).toContainText('would end it, by the card: on 7 of 70 days');

  // What is written on the day is kept as it is given, and stands on the report.
  await choice(page, 'All in all, since I began I feel', 'much better').check({ force: true });
  await page.getByLabel('What we decided, in my words').fill('We look again in June.');
  await saved(page);
  await axe(page);
  const asked = await answer(page).locator('.answer-asked').textContent();
  await page.reload();
  // What is answered is folded in, and opens where it stands.
  const written = (text) => page.locator('.on-this-day summary').filter({ hasText: text });
  await expect(written('since I began I feel')).toContainText('much better');
  await expect(page.getByLabel('What we decided, in my words')).toBeHidden();
  await written('What we decided').click();
  await expect(page.getByLabel('What we decided, in my words')).toHaveValue('We look again in June.');
  await written('since I began I feel').click();
  await expect(choice(page, 'All in all, since I began I feel', 'much better')).toBeChecked();
  await axe(page);
  await page.getByRole('link', { name: 'Page for my doctor' }).click();
  await expect(page.getByText('Decided: “We look again in June.”').first()).toBeVisible();

  // A later edit changes nothing of what was answered.
  await page.goto(`/?day=${date(50)}`);
  await rate(page, 'Pain', 0.95);
  await page.goto('/results');
  await expect(answer(page)).toContainText('1 of these days was changed after');
  await expect(answer(page).locator('.answer-asked')).toHaveText(asked);

  // The card that follows asks the next question.
  await page.getByRole('link', { name: 'Write a decision card' }).click();
  await rate(page, 'Pain', 0.25);
  await choice(page, 'When shall the answer be final?', 'Another day').check({ force: true });
  await page.getByLabel('The day of the answer').fill(date(97));
  await page.getByRole('button', { name: 'Seal the card' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose a day that is still to come.');
  await page.getByLabel('The day of the answer').fill(date(379));
  await page.getByRole('button', { name: 'Seal the card' }).click();
  await expect(page.getByText('Card for question 2')).toBeVisible();
  await page.goto('/results');
  await expect(page.getByRole('navigation', { name: 'Questions' }).getByRole('link')).toHaveText([
    'Question 1',
    'Question 2',
  ]);
  await expect(answer(page).locator('.answer-stage')).toHaveText('Final since 8 April 2027');
});

test('a card that was sealed by mistake is taken back, and one that is given up leaves nothing', async ({ page }) => {
  await openAt(page, '/', evening(13));
  await take(page, made(14, false));
  await page.goto('/treatment?do=card');
  await rate(page, 'Pain', 0.5);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('link', { name: 'Write a decision card' })).toBeVisible();
  expect(JSON.stringify(await records(page))).not.toContain('sealed');

  await page.goto('/treatment?do=card');
  await slider(page, 'Pain').press('ArrowRight');
  await page.getByRole('button', { name: 'Seal the card' }).click();
  await expect(page.getByRole('heading', { name: 'Your card is sealed.' })).toBeVisible();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('link', { name: 'Write a decision card' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Write a decision card' })).toBeVisible();
});

// Letters that come faster than the stores take them, and a second tab.
test('what is typed beside an answer is whole, whatever way it was typed', async ({ page, context }) => {
  await openAt(page, '/', evening(97));
  await take(page, made(98));
  await page.goto('/results');
  const field = (on) => on.locator('#decided');
  await field(page).pressSequentially('We go on with it for now.');
  await page.reload();
  await expect(field(page)).toHaveValue('We go on with it for now.');
  await expect(page.getByText('could not be read')).toBeHidden();
  const other = await context.newPage();
  await openAt(other, '/results', evening(97));
  await other.locator('.on-this-day summary').last().click();
  await field(other).fill('We stop in May.');
  await saved(other);
  await choice(page, 'All in all, since I began I feel', 'no different').check({ force: true });
  await saved(page);
  await other.reload();
  await expect(field(other)).toHaveValue('We stop in May.');
  await other.locator('.on-this-day summary').first().click();
  await expect(choice(other, 'All in all, since I began I feel', 'no different')).toBeChecked();
});

test('an empty diary offers no card, and its form says why', async ({ page }) => {
  await openAt(page, '/treatment');
  await expect(page.getByRole('link', { name: 'Write a decision card' })).toBeHidden();
  await page.goto('/treatment?do=card');
  await expect(page.getByText('Record a few days first')).toBeVisible();
});
