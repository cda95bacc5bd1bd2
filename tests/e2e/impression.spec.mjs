// D9: how all has changed, asked once on day 14, on the final day and at the end of a phase, and where it stands.

import { axe } from './support/axe.mjs';
import { answer, chooseBackup, deadTimeOver, openAt, openPage, rate, records, saved } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

test.use({ viewport: { width: 390, height: 844 } });

const date = (day) => new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10);
const evening = (day) => new Date(`${date(day)}T20:00:00Z`);
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

const ON_DIARY = 'All in all, compared with when you began this diary, how are your symptoms?';
const ON_LDN = 'All in all, compared with when LDN began, how are your symptoms?';
const question = (page, name) => page.getByRole('group', { name, exact: true });
const STEPS = [
  'very much better',
  'much better',
  'a little better',
  'no different',
  'a little worse',
  'much worse',
  'very much worse',
];

/** A baseline of 20 days, and so many days after it on LDN on which pain is higher. */
const made = (days) => ({
  format: 'ldn-diary',
  version: 1,
  phases: [
    { kind: 'baseline', from: date(0) },
    { kind: 'ldn', from: date(20) },
  ],
  dose_steps: [{ from: date(20), micrograms: 4500 }],
  days: Array.from({ length: days }, (_, day) => ({
    date: date(day),
    recorded_at: `${date(day)}T20:00:00+00:00`,
    items: { pain: (day < 20 ? 35 : 55) + ((day * 7) % 11), fatigue: 60 + ((day * 5) % 11) },
  })),
});

async function take(page, file) {
  await page.goto('/backup');
  await chooseBackup(page, file);
  await press(page, 'Import');
  await page.waitForURL('**/charts');
}

async function at(page, day, path = '/') {
  await page.clock.setSystemTime(evening(day));
  await page.goto(path);
  await page.locator('#main h1:not(.soft)').first().waitFor();
}

/** Whether a question is asked on today's page, once all of that is there. */
async function isAsked(page, name, count = 1) {
  await page.clock.runFor(1500);
  await page.locator('footer, nav').first().waitFor();
  await expect(question(page, name)).toHaveCount(count);
}

const rest = async (page) => (await records(page)).rest?.body;

async function look(page, name) {
  if (!process.env.LOOK) return;
  for (const [width, height] of [
    [390, 844],
    [320, 568],
    [1280, 800],
  ]) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const path = `${process.env.LOOK}/${name}-${width}-${colorScheme}.png`;
      await page.screenshot({ path, fullPage: true });
    }
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'light' });
}

test('it is asked on day 14, on the final day and at the end of a phase, once, and can be put away', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const text = made(104);
  const buffer = Buffer.from(JSON.stringify({ ...text, days: text.days.slice(0, 13) }));
  await openAt(page, '/', evening(12));
  await take(page, { name: 'diary.json', mimeType: 'application/json', buffer });
  await at(page, 12);
  await isAsked(page, ON_DIARY, 0);

  // Day 14: below the questions, which come first.
  await at(page, 13);
  await isAsked(page, ON_DIARY);
  await expect(question(page, ON_DIARY).getByRole('radio')).toHaveCount(7);
  for (const step of STEPS) await expect(answer(page, ON_DIARY, step)).toBeAttached();
  const place = await question(page, ON_DIARY).boundingBox();
  const last = await page.locator('details.more').boundingBox();
  expect(place.y).toBeGreaterThan(last.y + last.height);
  await axe(page);
  await look(page, 'day-14');
  await page.locator('#impression-place').getByRole('button', { name: 'Not now' }).click();
  await expect(page.locator('#impression-said')).toBeFocused();
  await expect(page.locator('#impression-said')).toHaveText('You are not asked this again.');
  await press(page, 'Take it back');
  await expect(page.locator('#impression-place')).toBeFocused();
  await page.locator('#impression-place').getByRole('button', { name: 'Not now' }).click();
  await isAsked(page, ON_DIARY, 0);
  await axe(page);
  for (const day of [13, 14, 18]) {
    await at(page, day);
    await isAsked(page, ON_DIARY, 0);
  }
  expect(await rest(page)).toMatchObject({ impressions: { [`baseline/${date(13)}`]: { put_away: true } } });

  // The final day: one tap, by keyboard, beside the answer too.
  const more = Buffer.from(JSON.stringify(text));
  await page.clock.setSystemTime(evening(103));
  await take(page, { name: 'diary.json', mimeType: 'application/json', buffer: more });
  await at(page, 102);
  await isAsked(page, ON_LDN, 0);
  await at(page, 103);
  await isAsked(page, ON_LDN);
  await answer(page, ON_LDN, 'very much better').focus();
  await page.keyboard.press('ArrowDown');
  // As any other answer: it keeps the focus, can be gone through by the arrows, and is taken back by a second tap.
  await expect(answer(page, ON_LDN, 'much better')).toBeFocused();
  await expect(answer(page, ON_LDN, 'much better')).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(answer(page, ON_LDN, 'a little better')).toBeFocused();
  await deadTimeOver(page);
  await page.keyboard.press('Space');
  await expect(question(page, ON_LDN).getByRole('radio', { checked: true })).toHaveCount(0);
  await isAsked(page, ON_LDN);
  await answer(page, ON_LDN, 'much better').check({ force: true });
  await expect(page.locator('#impression-place').getByRole('button')).toHaveCount(0);
  await axe(page);
  await look(page, 'said');
  await page.reload();
  await isAsked(page, ON_LDN, 0);
  await openPage(page, 'Results');
  await expect(page.locator('.own-answer').first()).toHaveText('much better');
  const contradicted = page.getByText('Your overall impression and your ratings of pain point different ways.');
  await expect(contradicted).toBeVisible();
  await axe(page);
  await look(page, 'results');
  // It is changed there, and nothing is asked anew.
  await page.locator('.on-this-day summary').first().click();
  await answer(page, 'All in all, since I began I feel', 'a little worse').check({ force: true });
  await expect(contradicted).toHaveCount(0);
  await deadTimeOver(page);
  await page.goto('/');
  await isAsked(page, ON_LDN, 0);

  // The end by stopping. The other tab asks no more; nor does an undo, and stopping anew.
  await at(page, 140, '/treatment');
  await page.getByRole('link', { name: 'Start washout' }).click();
  await page.getByRole('button', { name: 'Start washout' }).click();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
  const other = await page.context().newPage();
  await openAt(other, '/', evening(140));
  await isAsked(other, ON_LDN);
  await at(page, 140);
  await isAsked(page, ON_LDN);
  await answer(page, ON_LDN, 'no different').check({ force: true });
  await expect(question(other, ON_LDN)).toHaveCount(0);
  await other.close();
  await page.clock.runFor(600);
  await openPage(page, 'Treatment');
  await press(page, 'Undo the last change');
  await page.clock.runFor(600);
  await page.getByRole('link', { name: 'Start washout' }).click();
  await page.getByRole('button', { name: 'Start washout' }).click();
  await page.clock.runFor(600);
  for (const day of [140, 141, 150]) {
    await at(page, day);
    await isAsked(page, ON_LDN, 0);
  }
  // And in a browser that takes its backup.
  await rate(page, 'Pain', 0.5);
  await saved(page);
  await openPage(page, 'Results');
  await expect(page.getByText('You said on 20 May 2027, compared with when LDN began: no different.')).toBeVisible();
  await at(page, 150, '/report');
  await page.clock.runFor(3000);
  await look(page, 'report');
});
