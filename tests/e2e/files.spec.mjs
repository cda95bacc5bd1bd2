// Files that come in: what they would do is named before it is done, and nothing of them holds up the page.

import { readFile, writeFile } from 'node:fs/promises';
import { axe } from './support/axe.mjs';
import { chooseBackup, EVENING, openAt, rate, records, saved, slider, takenBack } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

const TODAY = 'day/2026-03-10';

const jsonFile = (name, content) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.isBuffer(content) ? content : Buffer.from(content),
});

const day = (date, more = {}) => ({ date, recorded_at: `${date}T21:00:00+01:00`, items: { pain: 40 }, ...more });
const backup = (days, more = {}) => JSON.stringify({ format: 'ldn-diary', version: 1, days, ...more });

const plan = (page) => page.getByRole('region', { name: 'Import', exact: true });
const take = (page) => page.getByRole('button', { name: 'Import', exact: true }).click();

/** Saves a backup as the patient does, and gives its text. */
async function savedBackup(page) {
  await page.goto('/backup');
  const download = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /^(Save a backup|Download it instead)$/ })
    .last()
    .click();
  return readFile(await (await download).path(), 'utf8');
}

async function withPain(page, share = 0.3) {
  await openAt(page);
  await rate(page, 'Pain', share);
  await saved(page);
}

// I6: fault 25.
test('a backup from before an answer was taken back brings it not back, and says so', async ({ page }) => {
  await withPain(page);
  await rate(page, 'Fatigue', 0.5);
  await saved(page);
  const older = await savedBackup(page);
  await page.goto('/');
  await page.clock.runFor(2000);
  await page.getByRole('button', { name: 'Fatigue: clear' }).click();
  await expect(slider(page, 'Fatigue')).toHaveAttribute('aria-valuetext', 'not answered');
  await takenBack(page);
  await records(page);
  await page.goto('/backup');
  await chooseBackup(page, jsonFile('older.json', older));
  await expect(plan(page)).toContainText('Importing it adds 0 days, changes 0, keeps 1.');
  await page.getByText('1 day differs and stays as it is here').click();
  await expect(plan(page).getByRole('listitem').first()).toHaveText('10 March 2026');
  await axe(page);
  await take(page);
  await page.waitForURL('**/charts');
  await page.goto('/');
  await expect(slider(page, 'Fatigue')).toHaveAttribute('aria-valuetext', 'not answered');
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '30');
});

// I6, S7
test('a deleted day comes back from an older backup only where the patient says so', async ({ page }) => {
  await withPain(page);
  await page.goto('/?day=2026-03-09');
  await rate(page, 'Pain', 0.4);
  await saved(page);
  const older = await savedBackup(page);
  await page.goto('/history');
  await page.clock.runFor(2000);
  await page.getByRole('button', { name: /^Delete.*9 March/ }).click();
  await expect.poll(async () => (await records(page))['day/2026-03-09']?.body).toBeNull();
  for (const back of [false, true]) {
    await page.goto('/backup');
    await chooseBackup(page, jsonFile('older.json', older));
    await expect(plan(page)).toContainText('Importing it adds 0 days, changes 0, keeps 1.');
    await page.getByText('1 day was deleted here after this backup was made, and stays deleted.').click();
    await expect(plan(page)).toContainText('9 March 2026');
    if (back) {
      const bring = page.getByLabel('Bring the deleted days back too');
      await bring.check();
      await expect(plan(page)).toContainText('Importing it adds 1 day, changes 0, keeps 1.');
      await expect(plan(page)).toContainText('and comes back.');
      await expect(plan(page)).not.toContainText('stays deleted');
      await expect(bring).toBeFocused();
    }
    await take(page);
    await page.waitForURL('**/charts');
    const there = await records(page);
    expect(there['day/2026-03-09'].body?.items).toEqual(back ? { pain: 40 } : undefined);
  }
});

test('a backup from before everything was deleted brings all back at once, and later asks', async ({ page }) => {
  await withPain(page);
  const older = await savedBackup(page);
  await page.getByRole('button', { name: 'Delete everything…' }).click();
  await page.getByLabel('to confirm').fill('delete');
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', 'not answered');
  await page.clock.runFor(2000);
  await page.goto('/?day=2026-03-09');
  await rate(page, 'Pain', 0.4);
  await saved(page);
  await page.goto('/backup');
  await chooseBackup(page, jsonFile('older.json', older));
  await expect(plan(page)).toContainText('Importing it adds 0 days, changes 0, keeps 1.');
  await page.getByLabel('Bring the deleted days back too').check();
  await take(page);
  await page.waitForURL('**/charts');
  expect((await records(page))[TODAY].body.items).toEqual({ pain: 30 });
});

// I5: fault 7.
test('a day that a clock which was ahead recorded comes out and in, and can be opened and deleted', async ({
  page,
}) => {
  const ahead = new Date(EVENING.getTime() + 2 * 24 * 3600 * 1000);
  await openAt(page, '/', ahead);
  await rate(page, 'Pain', 0.3);
  await saved(page);
  await records(page);
  await page.clock.setSystemTime(EVENING);
  const file = await savedBackup(page);
  await chooseBackup(page, jsonFile('own.json', file));
  await expect(plan(page)).toContainText('Importing it adds 0 days, changes 0, keeps 1.');
  await page.goto('/?day=2026-03-12');
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '30');
  await expect(page.getByText("Still to come, by this device's clock")).toBeVisible();
  await page.goto('/history');
  await page.getByRole('button', { name: /^Delete.*12 March/ }).click();
  await expect.poll(async () => (await records(page))['day/2026-03-12']?.body).toBeNull();
});

test('days that have not begun here and days that cannot be read are named; the rest comes in', async ({ page }) => {
  await openAt(page, '/backup');
  const days = [day('2026-03-01'), day('2026-03-02', { items: { pain: 150 } }), day('2026-04-01')];
  const own_items = [{ id: 'own_1', name: 'Brain fog', better: 'lower' }];
  await chooseBackup(page, jsonFile('mixed.json', backup(days, { settings: { own_items } })));
  await expect(plan(page)).toContainText("1 day of it can't be read and is left out:");
  await expect(plan(page)).toContainText('2 March 2026: Pain: 150 is not on the scale');
  await expect(plan(page)).toContainText("1 day has not begun by this device's clock: check its date.");
  await expect(plan(page)).toContainText('Own items that come along: Brain fog.');
  await take(page);
  await page.waitForURL('**/charts');
  expect(Object.keys(await records(page)).filter((key) => key.startsWith('day/'))).toEqual([
    'day/2026-03-01',
    'day/2026-04-01',
  ]);
});

const phases = (from, micrograms) => ({
  phases: [
    { kind: 'baseline', from: '2026-03-01' },
    { kind: 'ldn', from, form: 'capsule' },
  ],
  dose_steps: [{ from, micrograms }],
});

test('the plan says which phases and doses change, and follows the choice', async ({ page }) => {
  await openAt(page, '/backup');
  await chooseBackup(page, jsonFile('first.json', backup([day('2026-03-01')], phases('2026-03-03', 1500))));
  await expect(plan(page)).toContainText('LDN (capsule) from 3 March 2026 comes.');
  await expect(plan(page)).toContainText('Dose 1.5 mg from 3 March 2026 comes.');
  await take(page);
  await page.waitForURL('**/charts');
  await page.goto('/backup');
  await chooseBackup(page, jsonFile('second.json', backup([day('2026-03-01')], phases('2026-03-04', 3000))));
  await expect(plan(page)).toContainText('Importing it adds 0 days, changes 0, keeps 1.');
  const merging = plan(page).locator(':scope > *:not(details)');
  await expect(merging.getByText('Phases and doses change:')).toHaveCount(0);
  await plan(page).getByLabel('As in the file').check();
  await expect(merging.getByText('Phases and doses change:')).toHaveCount(1);
  await expect(plan(page)).toContainText('LDN begins on 4 March 2026 instead of 3 March 2026.');
  await axe(page);
  await plan(page).getByLabel('As in this diary').check();
  await expect(merging.getByText('Phases and doses change:')).toHaveCount(0);
});

test('of a file whose days cannot be read nothing is offered', async ({ page }) => {
  await withPain(page);
  await page.goto('/backup');
  const days = [day('2026-03-02', { items: { pain: 150 } })];
  await chooseBackup(page, jsonFile('bad.json', backup(days, phases('2026-03-03', 1500))));
  await expect(plan(page)).toContainText('None of its days can be read, so there is nothing to import.');
  await expect(plan(page).getByRole('button')).toHaveText(['Close']);
  await plan(page).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByLabel('Import a backup')).toBeFocused();
});

for (const size of [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
]) {
  test(`the focus goes to the plan, and back to the file choice, at ${size.width}x${size.height}`, async ({ page }) => {
    await page.setViewportSize(size);
    await withPain(page);
    await page.goto('/backup');
    await chooseBackup(page, jsonFile('small.json', backup([day('2026-03-01')])));
    const heading = plan(page).getByRole('heading', { name: 'What this import would do' });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport({ ratio: 1 });
    await expect(plan(page).getByText('Importing it adds 1 day')).toBeInViewport();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(plan(page)).toHaveCount(0);
    await expect(page.getByLabel('Import a backup')).toBeFocused();
  });
}

// I5: fault 24. I3: fault 62.
test('what is no backup gets one sentence, and the diary is as it was', async ({ page }, testInfo) => {
  await withPain(page);
  const before = await records(page);
  await page.goto('/backup');
  const windows = Buffer.from(backup([day('2026-03-01', { note: 'Müde' })]), 'latin1');
  const alert = page.getByRole('alert');
  for (const [name, content, said] of [
    ['windows.json', windows, /line 1 is not UTF-8, it looks like Windows-1252.*\.$/],
    ['report.pdf', '%PDF-1.7', /^This is a PDF file\. Choose a backup, .*ldn-diary-2026-01-05\.json\.$/],
    ['calendar.ics', 'BEGIN:VCALENDAR\r\n', /^This is a calendar file\. Choose a backup, .*\.$/],
    ['many.json', `{"format":"ldn-diary","version":1,"days":[${'1,'.repeat(40_000)}1]}`, /more than 40,000 days/],
    ['cut.json', backup([day('2026-03-01')]).slice(0, -9), /^The end of this file is missing.*\.$/],
    ['empty.json', '', /^This file is empty.*\.$/],
    [
      'ldn-diary-rescue.json',
      '{"format":"ldn-diary-rescue","local":{},"journal":{}}',
      /^This is what the rescue page saved/,
    ],
  ]) {
    await chooseBackup(page, jsonFile(name, content));
    await expect(alert, name).toHaveText(said);
  }
  // By its path: a file that is handed over as bytes is put together in the page.
  const large = testInfo.outputPath('large.json');
  await writeFile(large, Buffer.alloc(20 * 1024 * 1024 + 1, ' '));
  await chooseBackup(page, large);
  await expect(alert).toHaveText(/larger than 20 MB/);
  const utf16 = Buffer.from(`\ufeff${backup([day('2026-03-01', { note: 'Müde' })])}`, 'utf16le');
  await chooseBackup(page, jsonFile('utf16.json', utf16));
  await expect(plan(page)).toContainText('adds 1 day');
  expect(await records(page)).toEqual(before);
});

/** The slowest kind of file that was found: many own items on many days. */
function slowFile() {
  const numbers = Array.from({ length: 1000 }, (_, number) => number);
  const own_items = numbers.map((n) => ({ id: `own_${n}`, name: `N ${n}`, better: 'lower', archived: true }));
  const items = JSON.stringify(Object.fromEntries(numbers.map((n) => [`own_${n}`, 5])));
  const days = numbers.map((n) => {
    const date = new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10);
    return `{"date":"${date}","recorded_at":"${date}T21:00:00+01:00","items":${items}}`;
  });
  return `{"format":"ldn-diary","version":1,"settings":{"own_items":${JSON.stringify(own_items)}},"days":[${days}]}`;
}

test('a large file is read beside the page, which stays alive, and it can be stopped', async ({ page }, testInfo) => {
  await withPain(page);
  const before = await records(page);
  await page.goto('/backup');
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type: 'longtask' });
  });
  // By its path: a file that is handed over as bytes is put together in the page.
  const file = testInfo.outputPath('slow.json');
  await writeFile(file, slowFile());
  await chooseBackup(page, file);
  await expect(page.getByRole('progressbar', { name: /^Reading slow\.json/ })).toBeVisible();
  // What is tapped while it reads answers at once.
  await page.waitForTimeout(1000);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped. Nothing was changed.')).toBeVisible();
  await expect(page.getByLabel('Import a backup')).toBeFocused();
  expect(await page.evaluate(() => window.longest)).toBeLessThan(200);
  expect(await records(page)).toEqual(before);
  // The next file is read as if nothing had been.
  await chooseBackup(page, jsonFile('small.json', backup([day('2026-03-01')])));
  await expect(plan(page)).toContainText('adds 1 day');
});

test('where no worker starts, a backup comes in all the same', async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error('no workers here');
      }
    };
  });
  await openAt(page, '/backup');
  await chooseBackup(page, jsonFile('small.json', backup([day('2026-03-01')])));
  await expect(plan(page)).toContainText('adds 1 day');
  await take(page);
  await page.waitForURL('**/charts');
});
