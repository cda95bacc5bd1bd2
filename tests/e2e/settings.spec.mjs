import { readFile } from 'node:fs/promises';
import { axe } from './support/axe.mjs';
import { answer, openAt, openPage, rate, records, saved, slider } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const fold = (page, name) => page.locator('summary').filter({ hasText: name });
const toggle = (page, name) => page.getByRole('switch', { name, exact: true });
const settings = async (page) => (await records(page)).settings?.body;
const background = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const LIGHT = 'rgb(250, 248, 244)';
const DARK = 'rgb(18, 23, 26)';

async function addItem(page, name, better = 'Lower is better') {
  await page.getByLabel('What do you want to rate?').fill(name);
  await page.getByRole('radio', { name: better, exact: true }).click();
  await page.getByRole('button', { name: 'Add this rating' }).click();
}

test('the sections of the page are listed at its top, and each link leads there', async ({ page }) => {
  await openAt(page, '/settings');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  const names = await contents.getByRole('link').allTextContents();
  const headings = page.locator('main h2');
  await expect(headings).toHaveText(names);
  for (const name of names) {
    await contents.getByRole('link', { name, exact: true }).click();
    await expect(headings.filter({ hasText: name }).first()).toBeFocused();
    await expect(headings.filter({ hasText: name }).first()).toBeInViewport();
  }
  await expect(page).toHaveURL(/\/settings$/);
});

test('the way to the backup stands behind "More"', async ({ page }) => {
  await openAt(page);
  await openPage(page, 'Backup');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Backup and storage');
});

test.describe('"More"', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('closes by Escape, back on its button, and by a tap beside it', async ({ page }) => {
    await openAt(page);
    const more = page.locator('.bar-more');
    await more.locator('summary').click();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(more).not.toHaveAttribute('open');
    await expect(more.locator('summary')).toBeFocused();
    await more.locator('summary').click();
    await expect(more).toHaveAttribute('open');
    await page.getByText('0 of 7 answered').click();
    await expect(more).not.toHaveAttribute('open');
  });
});

// D2, D3
test('items and side effects are switched on and off, and are asked from then on', async ({ page }) => {
  await openAt(page, '/settings');
  await fold(page, 'Ratings').click();
  await expect(page.getByText('always asked')).toHaveCount(4);
  await expect(page.getByRole('switch', { name: 'Pain', exact: true }), 'D2: pain is always asked').toHaveCount(0);
  await toggle(page, 'Stress').click();
  await fold(page, 'Side effects').click();
  await toggle(page, 'Headache').click();
  await toggle(page, 'Feeling sick').click();
  await saved(page);
  expect((await settings(page)).side_effects_on).toEqual(['vivid_dreams', 'nausea']);
  await page.reload();
  await fold(page, 'Ratings').click();
  await expect(toggle(page, 'Stress')).toBeChecked();
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(slider(page, 'Stress')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Feeling sick' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Headache' })).toHaveCount(0);
});

// D4: walking support is off by default.
test('walking support is asked once it is switched on', async ({ page }) => {
  await openAt(page);
  await page.getByText('Note, and what else happened').click();
  await expect(page.getByRole('group', { name: 'Support needed for walking' })).toHaveCount(0);
  await openPage(page, 'Settings');
  await fold(page, 'Ratings').click();
  await toggle(page, 'Support needed for walking (yes or no)').click();
  expect((await settings(page)).walking_support_on).toBe(true);
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByText('Note, and what else happened').click();
  await answer(page, 'Support needed for walking', 'Yes').click();
  await saved(page);
  expect((await records(page))['day/2026-03-10'].body.walking_support).toBe(true);
});

test('an own item with an Arabic name is asked, survives a reload, and is put away once it was used', async ({
  page,
}) => {
  const name = 'ضباب الدماغ';
  await openAt(page, '/settings');
  await fold(page, 'Ratings').click();
  await addItem(page, name);
  await saved(page);
  await page.getByRole('link', { name: 'Today' }).click();
  await rate(page, name, 0.7);
  await saved(page);
  await page.reload();
  await expect(slider(page, name)).toHaveAttribute('aria-valuetext', '70');
  await openPage(page, 'Settings');
  await fold(page, 'Ratings').click();
  await page.getByRole('button', { name: `Put away ${name}` }).click();
  await expect(page.getByRole('heading', { name: 'Ratings of your own' })).toBeFocused();
  expect((await settings(page)).own_items).toEqual([{ id: 'own_1', name, better: 'lower', archived: true }]);
  await page.goto('/?day=2026-03-09');
  await expect(slider(page, 'Pain')).toBeVisible();
  await expect(slider(page, name)).toHaveCount(0);
  await page.goto('/');
  await expect(slider(page, name), 'the day on which it was rated keeps it').toHaveAttribute('aria-valuetext', '70');
  await page.goto('/settings');
  await fold(page, 'Ratings').click();
  await page.getByText('No longer asked').click();
  await page.getByRole('button', { name: `Ask again ${name}` }).click();
  await expect(toggle(page, name)).toBeChecked();
});

// Fault 18
test('a name that was put away is asked about, and none is there twice', async ({ page }) => {
  await openAt(page, '/settings');
  await fold(page, 'Ratings').click();
  await addItem(page, 'Brain fog');
  await page.getByRole('link', { name: 'Today' }).click();
  await rate(page, 'Brain fog', 0.7);
  await saved(page);
  await openPage(page, 'Settings');
  await fold(page, 'Ratings').click();
  const beside = page.locator('#own-item-name-problem');
  // An accent is one sign, or one of its own.
  await addItem(page, 'Müde');
  await expect(toggle(page, 'Müde')).toBeChecked();
  for (const name of [' brain  FOG ', 'Stress', 'MU\u0308DE']) {
    await addItem(page, name, 'Higher is better');
    await expect(beside).toContainText('is there already');
  }
  await page.getByRole('button', { name: 'Put away Brain fog' }).click();
  await addItem(page, 'BRAIN fog', 'Higher is better');
  await expect(beside).toContainText('was put away, with what you recorded for it');
  await page.getByRole('button', { name: 'Ask again BRAIN fog' }).click();
  await expect(toggle(page, 'Brain fog')).toBeChecked();
  await expect(page.getByRole('heading', { name: 'Ratings of your own' })).toBeFocused();
  await expect(beside).toBeEmpty();
  expect((await settings(page)).own_items).toMatchObject([{ name: 'Brain fog', better: 'lower' }, { name: 'Müde' }]);
  await axe(page);
});

test('an own item that was never used is removed', async ({ page }) => {
  await openAt(page, '/settings');
  await fold(page, 'Ratings').click();
  await addItem(page, 'Brain fog', 'Higher is better');
  await page.getByRole('button', { name: 'Remove Brain fog' }).click();
  expect((await settings(page)).own_items).toEqual([]);
  await expect(page.getByRole('button', { name: 'Remove Brain fog' })).toHaveCount(0);
});

test('what is missing in a new item is said, above the form and beside the field', async ({ page }) => {
  await openAt(page, '/settings');
  await fold(page, 'Ratings').click();
  await page.getByLabel('What do you want to rate?').fill('x'.repeat(41));
  await page.getByRole('button', { name: 'Add this rating' }).click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expect(page.getByText('This has 41 characters. Shorten it to 40 or fewer.')).toHaveCount(2);
  await page.getByRole('link', { name: 'Choose which number is better.' }).click();
  await expect(page.getByRole('radio', { name: 'Lower is better' })).toBeFocused();
  await axe(page);
  expect(await settings(page)).toBeUndefined();
});

test('an own side effect is asked with yes and no', async ({ page }) => {
  await openAt(page, '/settings');
  await fold(page, 'Side effects').click();
  await page.getByLabel('Which side effect?').fill('Jucken');
  await page.keyboard.press('Enter');
  await expect(toggle(page, 'Jucken')).toBeChecked();
  await page.getByRole('link', { name: 'Today' }).click();
  await answer(page, 'Jucken', 'Yes').click();
  await saved(page);
  expect((await records(page))['day/2026-03-10'].body.side_effects).toEqual({ effect_1: true });
});

test('the condition is named in the overall question', async ({ page }) => {
  await openAt(page, '/settings');
  await page.getByLabel('Your condition').fill('CRPS');
  await page.keyboard.press('Tab');
  await expect(page.getByText('how severe have your symptoms (CRPS) been today?')).toBeVisible();
  expect((await settings(page)).condition).toBe('CRPS');
  await page.getByLabel('Your condition').fill('x'.repeat(41));
  await page.keyboard.press('Tab');
  await expect(page.getByText('This has 41 characters.')).toBeVisible();
  expect((await settings(page)).condition, 'what is too long is not kept').toBe('CRPS');
  await page.getByLabel('Your condition').fill('');
  await page.keyboard.press('Tab');
  await expect(page.getByText('how severe have your symptoms been today?')).toBeVisible();
  expect((await settings(page)).condition).toBeNull();
});

// D1
test('another end of the day counts from now on, and moves no stored day', async ({ page }) => {
  await openAt(page, '/', new Date('2026-03-11T00:30:00+01:00'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tuesday 10 March');
  await rate(page, 'Pain', 0.4);
  await saved(page);
  await openPage(page, 'Settings');
  await page.getByLabel('My day ends at').selectOption('00:00');
  await page.getByRole('button', { name: 'Change it to 00:00' }).click();
  await expect(page.getByText('A new day begins at midnight')).toBeVisible();
  expect((await settings(page)).day_ends_at).toBe('00:00');
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wednesday 11 March');
  expect((await records(page))['day/2026-03-10'].body.items).toEqual({ pain: 40 });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wednesday 11 March');
});

// Fault 9: before a change, its consequence in days.
test('another end of the day says first how many days become late, and can be left', async ({ page }) => {
  await openAt(page, '/', new Date('2026-03-11T00:30:00+01:00'));
  await rate(page, 'Pain', 0.4);
  await saved(page);
  await page.getByRole('button', { name: 'Previous day' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Monday 9 March');
  await rate(page, 'Pain', 0.4);
  await saved(page);
  await openPage(page, 'Settings');
  const end = page.getByLabel('My day ends at');
  const alert = page.getByRole('alert').filter({ hasText: 'your day ends at' });
  await end.selectOption('06:00');
  expect((await settings(page)).day_ends_at, 'no day changes by it').toBe('06:00');
  await end.selectOption('00:00');
  await expect(alert).toContainText(
    'If your day ends at 00:00, 1 recorded day becomes late. Late days count in the results',
  );
  expect((await settings(page)).day_ends_at).toBe('06:00');
  await page.getByRole('button', { name: 'Keep 06:00' }).click();
  await expect(end).toHaveValue('06:00');
  await expect(end).toBeFocused();
  await expect(alert).toHaveCount(0);
  await end.selectOption('00:00');
  await end.selectOption('00:30');
  await expect(alert).toContainText('If your day ends at 00:30, 1 recorded day becomes late.');
  await page.getByRole('button', { name: 'Change it to 00:30' }).click();
  await expect(alert).toHaveCount(0);
  await expect(end).toHaveValue('00:30');
  expect((await settings(page)).day_ends_at).toBe('00:30');
  await end.selectOption('04:00');
  await expect(alert).toContainText('If your day ends at 04:00, 1 recorded day is late no longer.');
});

test('the chosen colours win over the device, and are there from the first paint after a reload', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openAt(page, '/settings');
  expect(await background(page)).toBe(LIGHT);
  await page.getByRole('radio', { name: 'Dark' }).click();
  expect(await background(page)).toBe(DARK);
  // Before the app has run: the style sheet and the small script in the head are enough.
  // Not refused but never answered: what fails is tried again, by a reload in the midst of this.
  await page.route('**/*.wasm', () => {});
  await page.reload({ waitUntil: 'domcontentloaded' });
  expect(await background(page)).toBe(DARK);
  await page.unroute('**/*.wasm');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await axe(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('radio', { name: 'Light' }).click();
  expect(await background(page)).toBe(LIGHT);
  await axe(page);
  await page.getByRole('radio', { name: 'As the device' }).click();
  expect(await background(page)).toBe(DARK);
  expect(await records(page), 'it is no record of the diary').toEqual({});
});

test('the text size survives a reload', async ({ page }) => {
  await openAt(page, '/settings');
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  expect(await size()).toBe('16px');
  await page.getByRole('radio', { name: 'Largest' }).click();
  expect(await size()).toBe('22.4px');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Largest' })).toBeChecked();
  expect(await size()).toBe('22.4px');
  await page.getByRole('radio', { name: 'Normal' }).click();
  expect(await size()).toBe('16px');
});

test('a look that nobody chose is none', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('ldn-diary-look', '{"theme":7,"text":["x"]'));
  await openAt(page, '/settings');
  await expect(page.getByRole('radio', { name: 'As the device' })).toBeChecked();
});

test('the reminder is a calendar file for the chosen time, and a newer one takes the place of an older one', async ({
  page,
}) => {
  await openAt(page, '/settings');
  await expect(page.getByText('it takes the place of the old one where your calendar does so')).toBeVisible();
  const made = async (control) => {
    const [download] = await Promise.all([page.waitForEvent('download'), control.click()]);
    const text = await readFile(await download.path(), 'utf8');
    return { name: download.suggestedFilename(), value: (key) => text.match(new RegExp(`^${key}:(.*)\\r$`, 'm'))?.[1] };
  };
  const files = [];
  for (const [time, start] of [
    ['21:30', '20260310T213000'],
    ['20:00', '20260311T200000'],
  ]) {
    await page.getByLabel('Remind me at').selectOption(time);
    const file = await made(page.getByRole('link', { name: `Add a reminder at ${time}` }));
    expect([file.name, file.value('DTSTART')]).toEqual([`${time.replace(':', '')}.ics`, start]);
    files.push(file);
  }
  await page.getByText('It does not open').click();
  await expect(page.getByText('Set an alarm by hand')).toBeVisible();
  files.push(await made(page.getByRole('button', { name: 'Save it as a file' })));
  expect(new Set(files.map(({ value }) => value('UID'))).size).toBe(1);
  const versions = files.map(({ value }) => Number(value('SEQUENCE')));
  expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
});

test('sources are words and not links; the licences open', async ({ page }) => {
  await openAt(page, '/settings');
  await page.getByText('The trials behind it').click();
  for (const reference of [
    'doi:10.1002/art.37734',
    'doi:10.3390/biomedicines5020016',
    'doi:10.1016/j.jpain.2007.09.005',
  ])
    await expect(page.getByText(reference)).toBeVisible();
  await expect(page.getByText("LDN Diary records and describes one's own days;")).toBeVisible();
  await expect(page.getByText('It is no medical device and gives no medical advice.')).toBeVisible();
  expect(await page.locator('main a[href^="http"]').count()).toBe(0);
  const licences = page.getByRole('link', { name: 'Licences of the parts made by others' });
  const text = await page.request.get(await licences.getAttribute('href'));
  expect(await text.text()).toContain('Apache License');
});

for (const colorScheme of ['light', 'dark']) {
  test(`settings have no accessibility fault, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openAt(page, '/settings');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
    await axe(page);
    await fold(page, 'Ratings').click();
    await addItem(page, 'Brain fog');
    await fold(page, 'Side effects').click();
    await page.getByText('The trials behind it').click();
    await axe(page);
  });
}

test('nothing scrolls sideways at 320 pixels and at 200 % text, and the bar reaches every page', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openAt(page, '/settings');
  await fold(page, 'Ratings').click();
  await addItem(page, 'Wetterfühligkeitsbeschwerden und Gliederm');
  await fold(page, 'Side effects').click();
  await page.getByText('The trials behind it').click();
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const clipped = () =>
    page.getByRole('navigation', { name: 'Main' }).evaluate((bar) =>
      [...bar.querySelectorAll('a, summary')]
        .filter((link) => link.checkVisibility())
        .filter((link) => link.scrollWidth > link.clientWidth || link.getBoundingClientRect().height < 44)
        .map((link) => link.textContent),
    );
  for (const size of ['100%', '120%', '140%', '200%']) {
    await page.evaluate((value) => document.documentElement.style.setProperty('font-size', value), size);
    expect(await overflow(), size).toBe(0);
    expect(await clipped(), size).toEqual([]);
    const more = page.getByRole('navigation', { name: 'Main' }).locator('summary');
    await more.click();
    expect(await overflow(), size).toBe(0);
    expect(await clipped(), size).toEqual([]);
    await more.click();
  }
  for (const [name, path] of [
    ['Treatment', '/treatment'],
    ['Charts', '/charts'],
    ['Results', '/results'],
  ]) {
    await openPage(page, name);
    await page.waitForURL(`**${path}`);
  }
});

test('a switch and a choice work by keyboard', async ({ page }) => {
  await openAt(page, '/settings');
  await fold(page, 'Side effects').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(toggle(page, 'Vivid dreams')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(toggle(page, 'Vivid dreams')).not.toBeChecked();
  await page.getByRole('radio', { name: 'Normal' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Larger' })).toBeChecked();
  expect((await settings(page)).side_effects_on).toEqual(['headache']);
});
