// Other medicines: set up, counted by taps, corrected, none by one tap (D8); and where their counts are read.

import { axe } from './support/axe.mjs';
import { deadTimeOver, openAt, openPage, rate, records, saved, takenBack } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

test.use({ viewport: { width: 320, height: 568 }, hasTouch: true });

const TODAY = 'day/2026-03-10';
const fold = (page) => page.locator('summary').filter({ hasText: 'Other medicines' });
const group = (page, name) => page.getByRole('group', { name, exact: true });
const counter = (page, name) => group(page, name).getByRole('button').first();
const minus = (page, name) => group(page, name).getByRole('button').last();
const none = (page) => page.getByRole('button', { name: /^None of the/ });
const counts = async (page) => (await records(page))[TODAY]?.body.medicines;

async function add(page, name, unit = '') {
  await page.getByLabel('Which medicine?').fill(name);
  await page.getByLabel('What is one of it?').fill(unit);
  await page.getByRole('button', { name: 'Add this medicine' }).click();
}

async function withTwo(page) {
  await openAt(page, '/settings');
  await fold(page).click();
  await add(page, 'Tramadol', '50 mg');
  await add(page, 'Ibuprofen');
  await saved(page);
  await openPage(page, 'Today');
  await expect(group(page, 'Ibuprofen')).toBeVisible();
}

const TRAMADOL = 'Tramadol (50 mg)';

test('two medicines are counted and corrected, and the rest is none by one tap', async ({ page }) => {
  await withTwo(page);
  await page.getByText('Note, and what else happened').click();
  await expect(page.getByRole('group', { name: 'Extra pain medicine needed' })).toHaveCount(0);
  await counter(page, TRAMADOL).tap();
  expect(await counts(page)).toEqual({ medicine_1: 1 });
  await none(page).tap();
  expect(await counts(page), 'two taps').toEqual({ medicine_1: 1, medicine_2: 0 });
  await expect(none(page)).toHaveAttribute('aria-disabled', 'true');
  await counter(page, TRAMADOL).tap();
  await counter(page, TRAMADOL).tap();
  await expect(counter(page, TRAMADOL)).toHaveText(`${TRAMADOL}3`);
  await minus(page, TRAMADOL).tap();
  expect(await counts(page)).toEqual({ medicine_1: 2, medicine_2: 0 });
  await page.reload();
  await expect(counter(page, TRAMADOL)).toHaveText(`${TRAMADOL}2`);
  await expect(counter(page, 'Ibuprofen')).toHaveText('Ibuprofen0');
  await axe(page);
});

test('a finger that rests on a medicine takes one off, and none is an answer that can be taken back', async ({
  page,
}) => {
  await withTwo(page);
  await counter(page, TRAMADOL).tap();
  await counter(page, TRAMADOL).tap();
  await counter(page, TRAMADOL).dispatchEvent('pointerdown');
  await page.clock.runFor(700);
  await counter(page, TRAMADOL).dispatchEvent('pointerup');
  await counter(page, TRAMADOL).dispatchEvent('click');
  expect(await counts(page)).toEqual({ medicine_1: 1 });
  const off = minus(page, TRAMADOL);
  await expect(off).toHaveAccessibleName(`One less: ${TRAMADOL}`);
  // By keyboard too.
  await off.focus();
  await page.keyboard.press('Enter');
  expect(await counts(page)).toEqual({ medicine_1: 0 });
  await expect(off).toHaveAccessibleName(`Take back: ${TRAMADOL}`);
  await deadTimeOver(page);
  await page.keyboard.press('Enter');
  await takenBack(page);
  expect(await counts(page)).toBeUndefined();
  await expect(off).toBeFocused();
});

test('targets are large, nothing is wider than the page, and a long name is whole', async ({ page }) => {
  await withTwo(page);
  await openPage(page, 'Settings');
  await fold(page).click();
  await add(page, 'Hydroxychloroquinesulfate in the evening', '200 milligrams and a half of a tablet');
  await openPage(page, 'Today');
  const buttons = page.locator('.medicines button');
  await expect(buttons).toHaveCount(7);
  for (const box of await Promise.all((await buttons.all()).map((button) => button.boundingBox()))) {
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  }
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(wide).toBeLessThanOrEqual(room);
});

test('counts of two tabs are both kept', async ({ page, context }) => {
  await withTwo(page);
  const other = await context.newPage();
  await openAt(other);
  await expect(group(other, 'Ibuprofen')).toBeVisible();
  await counter(page, TRAMADOL).tap();
  await counter(other, 'Ibuprofen').tap();
  await expect.poll(() => counts(page)).toEqual({ medicine_1: 1, medicine_2: 1 });
  await expect(counter(page, 'Ibuprofen')).toHaveText('Ibuprofen1');
});

test('a medicine is put away once it was counted and asked again, and the label is quoted for an opioid alone', async ({
  page,
}) => {
  await openAt(page, '/settings');
  await fold(page).click();
  await add(page, 'Ibuprofen');
  const fact = page.getByText('Naltrexone blocks opioid pain medicines');
  await expect(fact).toHaveCount(0);
  await add(page, 'Tramadol', '50 mg');
  await add(page, 'Codeine');
  await expect(fact).toHaveCount(1);
  await add(page, 'tramadol');
  await expect(page.locator('#medicine-name-problem')).toContainText('is counted already');
  await page.getByRole('button', { name: 'Remove Codeine' }).click();
  await openPage(page, 'Today');
  await counter(page, TRAMADOL).tap();
  await saved(page);
  await openPage(page, 'Settings');
  await fold(page).click();
  await page.getByRole('button', { name: 'Put away Tramadol' }).click();
  await expect(fact).toHaveCount(0);
  await page.goto('/?day=2026-03-09');
  await expect(group(page, 'Ibuprofen')).toBeVisible();
  await expect(group(page, TRAMADOL)).toHaveCount(0);
  await page.goto('/');
  await expect(counter(page, TRAMADOL), 'the day keeps it').toHaveText(`${TRAMADOL}1`);
  await page.goto('/settings');
  await fold(page).click();
  await axe(page);
  await page.getByText('No longer asked').click();
  await page.getByRole('button', { name: 'Ask again Tramadol' }).click();
  await expect(fact).toHaveCount(1);
});

test('charts, history and report say what was counted', async ({ page }) => {
  await withTwo(page);
  await rate(page, 'Pain', 0.5);
  await counter(page, TRAMADOL).tap();
  await counter(page, TRAMADOL).tap();
  await none(page).tap();
  await saved(page);
  await openPage(page, 'History');
  await expect(page.locator('.entry').first()).toContainText('Tramadol 2 · Ibuprofen 0');
  await openPage(page, 'Charts');
  await expect(page.locator('.chart svg').first()).toContainText('Tramadol (50 mg), up to 2 a day');
  await openPage(page, 'Report');
  await expect(page.locator('#main')).toContainText('Tramadol (50 mg): a day; days without / answered');
});
