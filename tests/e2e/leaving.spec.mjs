// Every way out of a page with a field that is just being filled in: what was typed is kept, and no handler of the page that is
// gone breaks anything.

import { answer, EVENING, openAt, openPage, records } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

test.use({ viewport: { width: 390, height: 844 } });

const today = async (page) => (await records(page))['day/2026-03-10']?.body;

/** As fast as fingers are. */
const FINGERS = { delay: 30 };

/** Fields that are kept as they are typed: the way to each, what is typed, and what of it is kept. */
const FIELDS = {
  'a dose': {
    page: 'Today',
    type: async (page) => {
      await answer(page, 'LDN dose taken', 'Other dose').click();
      await page.getByLabel('How much did you take?').pressSequentially('4.5', FINGERS);
    },
    kept: async (page) => (await today(page))?.dose_taken,
    is: { micrograms: 4500 },
  },
  'a note': {
    page: 'Today',
    type: async (page) => {
      await page.getByText('Note, and what else happened').click();
      await page.getByLabel('Note', { exact: true }).pressSequentially('Rain', FINGERS);
    },
    kept: async (page) => (await today(page))?.note,
    is: 'Rain',
  },
};

const WAYS = {
  back: (page) => page.goBack(),
  reload: (page) => page.reload(),
  'another page': (page) => openPage(page, 'Charts'),
  'another address': (page) => page.goto('/history'),
  'another app': (page) => page.goto('about:blank').then(() => page.goto('/history')),
};

for (const [what, field] of Object.entries(FIELDS))
  for (const [way, leave] of Object.entries(WAYS))
    test(`${what} is kept by the way out: ${way}`, async ({ page }) => {
      const broken = [];
      page.on('pageerror', (error) => broken.push(error.message));
      await openAt(page, '/history', EVENING);
      await openPage(page, field.page);
      await field.type(page);
      await leave(page);
      await page.locator('#main h1:not(.soft)').first().waitFor();
      await expect.poll(() => field.kept(page)).toEqual(field.is);
      expect(broken).toEqual([]);
    });

test('another dose is typed anew on a page that was opened with one, whatever it begins with', async ({ page }) => {
  await openAt(page, '/', EVENING);
  const dose = page.getByLabel('How much did you take?');
  const other = answer(page, 'LDN dose taken', 'Other dose');
  await other.click();
  await dose.pressSequentially('4.5', FINGERS);
  for (const [typed, micrograms] of [
    ['0.5', 500],
    ['2', 2000],
  ]) {
    await expect.poll(async () => (await today(page))?.dose_taken?.micrograms).toBeGreaterThan(0);
    await page.reload();
    await expect(other).toBeChecked();
    await dose.fill('');
    await dose.pressSequentially(typed, FINGERS);
    await expect(dose).toBeFocused();
    await expect(dose).toHaveValue(typed);
    await expect.poll(async () => (await today(page)).dose_taken).toEqual({ micrograms });
  }
});
