// The day, while the clock does what clocks do: it goes back in autumn, it goes on while the device sleeps, it ends a day under
// the hands that fill it in.

import { answer, deadTimeOver, openAt, openPage, rate, records, saved, slider, takenBack } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const heading = (page) => page.locator('#main h1');
const stays = (page) => page.getByText('This day has just ended. What you answer here still goes to it.');

/** What of each recorded day is kept: "2026-03-10: pain". */
async function kept(page) {
  const days = Object.entries(await records(page)).filter(([key]) => key.startsWith('day/'));
  const said = ([key, { body }]) => `${key.slice(4)}: ${Object.keys(body?.items ?? {}).join(', ')}`;
  return days.map(said).sort();
}

/** The page comes back from sleep, as a phone tells it: without a focus. */
const wakeUp = (page) =>
  page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    window.dispatchEvent(new Event('pageshow'));
  });

async function endDayAt(page, end) {
  await openPage(page, 'Settings');
  await page.getByLabel('My day ends at').selectOption(end);
  const sure = page.getByRole('button', { name: `Change it to ${end}` });
  if (await sure.isVisible()) await sure.click();
  await page.getByRole('link', { name: 'Today' }).click();
}

test('in the hour that comes twice the day that was begun goes on', async ({ page }) => {
  await openAt(page, '/', new Date('2026-10-25T01:00:00+02:00'));
  await endDayAt(page, '02:30');
  await page.clock.setSystemTime(new Date('2026-10-25T02:40:00+02:00'));
  await wakeUp(page);
  await expect(heading(page)).toHaveText('Sunday 25 October');
  await rate(page, 'Pain', 0.5);
  await saved(page);
  await page.clock.setSystemTime(new Date('2026-10-25T02:10:00+01:00'));
  await wakeUp(page);
  await rate(page, 'Fatigue', 0.5);
  await saved(page);
  await expect(heading(page)).toHaveText('Sunday 25 October');
  await page.reload();
  await expect(heading(page)).toHaveText('Sunday 25 October');
  await rate(page, 'Sleep quality', 0.5);
  await saved(page);
  expect(await kept(page)).toEqual(['2026-10-25: pain, fatigue, sleep_quality']);
});

test('a day that ends later than it was answered stays today, and each link of the history opens its own day', async ({
  page,
}) => {
  await openAt(page, '/', new Date('2026-03-11T00:30:00+01:00'));
  await endDayAt(page, '00:00');
  await rate(page, 'Pain', 0.5);
  await saved(page);
  await endDayAt(page, '04:00');
  await expect(heading(page)).toHaveText('Wednesday 11 March');
  await expect(page.getByText(/^Today · baseline/)).toBeVisible();
  await openPage(page, 'History');
  const links = page.locator('main a[href*="day="]');
  await links.first().waitFor();
  const days = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(days.length).toBeGreaterThan(0);
  for (const href of new Set(days)) {
    await page.goto(href);
    const day = new URL(href, 'http://x').searchParams.get('day') ?? '2026-03-11';
    const name = new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });
    await expect(heading(page)).toContainText(name);
    await expect(page.getByText(/can.t be opened/)).toHaveCount(0);
  }
});

test('after a night of sleep the first tap is one of the new day', async ({ page }) => {
  await openAt(page, '/', new Date('2026-03-10T22:00:00+01:00'));
  await rate(page, 'Pain', 0.2);
  await saved(page);
  await page.clock.setSystemTime(new Date('2026-03-11T21:00:00+01:00'));
  await wakeUp(page);
  await expect(heading(page)).toHaveText('Wednesday 11 March');
  await rate(page, 'Pain', 0.8);
  await saved(page);
  // Nothing has told of the next day, and no timer has gone off: the answer is given, and the page with it.
  await page.clock.pauseAt(new Date('2026-03-11T21:05:00+01:00'));
  await page.clock.setSystemTime(new Date('2026-03-12T21:00:00+01:00'));
  await rate(page, 'Fatigue', 0.8);
  await expect(heading(page)).toHaveText('Thursday 12 March');
  await expect(slider(page, 'Fatigue')).toHaveAttribute('aria-valuenow', /\d+/);
  await page.clock.resume();
  expect(await kept(page)).toEqual(['2026-03-10: pain', '2026-03-11: pain', '2026-03-12: fatigue']);
});

test('a page that is filled in stays on its day when that ends, and says so', async ({ page }) => {
  await openAt(page, '/', new Date('2026-03-11T03:59:00+01:00'));
  await expect(heading(page)).toHaveText('Tuesday 10 March');
  // All of the app has come: a minute that is over at once is too short for it.
  await expect.poll(() => page.evaluate(() => document.adoptedStyleSheets.length)).toBeGreaterThan(0);
  await page.getByText('Note, and what else happened').click();
  const note = page.getByLabel('Note', { exact: true });
  await note.click();
  await note.pressSequentially('Half before');
  await page.clock.runFor(90_000);
  await expect(stays(page)).toBeVisible();
  await expect(note).toBeFocused();
  await note.pressSequentially(', half after');
  await expect(heading(page)).toHaveText('Tuesday 10 March');
  await expect(page.getByText(/^Yesterday · baseline/)).toBeVisible();
  // And so do its questions.
  await expect(page.getByText('Pain, on average that day')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'That night and day' })).toBeVisible();
  // A finger that lies on the line while the day ends.
  const line = slider(page, 'Pain');
  await line.scrollIntoViewIfNeeded();
  await rate(page, 'Pain', 0.4);
  expect(await kept(page)).toEqual(['2026-03-10: pain']);
  expect((await records(page))['day/2026-03-10'].body.note).toBe('Half before, half after');

  await page.getByRole('button', { name: 'Go to today' }).click();
  await expect(heading(page)).toHaveText('Wednesday 11 March');
  await expect(heading(page)).toBeFocused();
  await expect(stays(page)).toHaveCount(0);
});

for (const [jump, later] of [
  ['to the next morning', '2026-03-11T09:00:00+01:00'],
  ['five days ahead', '2026-03-15T12:00:00+01:00'],
])
  test(`words that are typed while the clock jumps ${jump} stay together, on the day that stands over them`, async ({
    page,
  }) => {
    await openAt(page);
    await page.getByText('Note, and what else happened').click();
    const note = page.getByLabel('Note', { exact: true });
    await note.pressSequentially('bad ');
    await page.clock.setSystemTime(new Date(later));
    await note.pressSequentially('evening');
    await expect(stays(page)).toBeVisible();
    await expect(heading(page)).toHaveText('Tuesday 10 March');
    await expect.poll(async () => (await records(page))['day/2026-03-10'].body.note).toBe('bad evening');
    expect(Object.keys(await records(page)).filter((key) => key.startsWith('day/'))).toEqual(['day/2026-03-10']);
  });

test('the first letter after a night of sleep is one of the new day', async ({ page }) => {
  await openAt(page);
  await page.getByText('Note, and what else happened').click();
  const note = page.getByLabel('Note', { exact: true });
  await page.clock.setSystemTime(new Date('2026-03-11T09:00:00+01:00'));
  await note.pressSequentially('good');
  await expect(heading(page)).toHaveText('Wednesday 11 March');
  await expect(note).toHaveValue('good');
  await expect.poll(async () => (await records(page))['day/2026-03-11']?.body.note).toBe('good');
  expect((await records(page))['day/2026-03-10']).toBeUndefined();
});

test('a note of the day before is not in the field of the new day', async ({ page }) => {
  await openAt(page);
  await page.getByText('Note, and what else happened').click();
  await page.getByLabel('Note', { exact: true }).pressSequentially('bad evening');
  await expect.poll(async () => (await records(page))['day/2026-03-10']?.body.note).toBe('bad evening');
  await page.clock.fastForward(86_400_000);
  await expect(heading(page)).toHaveText('Wednesday 11 March');
  await expect(page.getByLabel('Note', { exact: true, includeHidden: true })).toHaveValue('');
});

test('a finger that is down while the day ends answers the day that it was put on', async ({ page }) => {
  await openAt(page, '/', new Date('2026-03-11T03:59:50+01:00'));
  const line = slider(page, 'Pain');
  const box = await line.boundingBox();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2);
  await page.mouse.down();
  await page.clock.runFor(40_000);
  await page.mouse.up();
  await expect(heading(page)).toHaveText('Tuesday 10 March');
  expect(await kept(page)).toEqual(['2026-03-10: pain']);
  // Left alone for half an hour, it goes on by itself.
  await page.clock.runFor('35:00');
  await expect(heading(page)).toHaveText('Wednesday 11 March');
  await expect(stays(page)).toHaveCount(0);
});

test('what was taken back and is filled in later is late', async ({ page }) => {
  await openAt(page, '/', new Date('2026-03-10T21:00:00+01:00'));
  await answer(page, 'Vivid dreams', 'Yes').tap();
  await saved(page);
  await deadTimeOver(page);
  await answer(page, 'Vivid dreams', 'Yes').tap();
  await takenBack(page);
  await page.clock.setSystemTime(new Date('2026-03-13T21:00:00+01:00'));
  await page.goto('/?day=2026-03-10');
  await rate(page, 'Pain', 0.5);
  await saved(page);
  const day = (await records(page))['day/2026-03-10'].body;
  expect(day.recorded_at).toMatch(/^2026-03-13T21:/);
  expect(day.edited_at).toBeNull();
});
