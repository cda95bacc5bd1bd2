// Every way out of a page with a field that is just being filled in: what was typed is kept, and no handler of the page that is
// gone breaks anything.

import { answer, EVENING, openAt, openPage, openSample, rate, records, saved, slider } from './support/diary.mjs';
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
  'the condition': {
    page: 'Settings',
    type: (page) => page.getByLabel('Your condition').pressSequentially('back pain', FINGERS),
    kept: async (page) => (await records(page)).settings?.body.condition,
    is: 'back pain',
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

/** Forms that wait for their button: the way to each, and what is typed. */
const FORMS = {
  'LDN is started': {
    open: async (page) => {
      await page.goto('/treatment?do=start-ldn');
      await page.getByRole('button', { name: 'I have read' }).click();
    },
    type: async (page) => {
      await page.getByLabel('First day').fill('2026-03-12');
      await page.getByLabel('Dose').pressSequentially('1.5', FINGERS);
      await page.getByRole('radio', { name: 'Drops under the tongue' }).check();
      await page.getByRole('button', { name: 'Add a step' }).click();
      await page.locator('#step-0-day').fill('2026-03-20');
      await page.locator('#step-0-dose').pressSequentially('3', FINGERS);
    },
  },
  'LDN is taken already': {
    open: (page) => page.goto('/treatment?do=on-ldn'),
    type: async (page) => {
      await page.getByRole('radio', { name: 'only the month' }).first().check();
      await page.locator('#first-day').fill('2025-12');
      await page.locator('#dose').pressSequentially('500', FINGERS);
      await page.getByRole('radio', { name: 'µg' }).check();
    },
  },
  'another medicine': {
    open: (page) => page.goto('/treatment?do=medicine'),
    type: (page) => page.locator('input[type=text]').pressSequentially('Gabapentin 3', FINGERS),
  },
  'a first day that moves': {
    open: async (page) => {
      await page.goto('/treatment');
      // A fold that holds something unfinished is open.
      const fold = page.locator('summary', { hasText: 'Change the first day' }).first();
      await fold.waitFor();
      if (!(await page.locator('#move-0').isVisible())) await fold.click();
      await expect(page.locator('#move-0')).toBeVisible();
    },
    type: (page) => page.locator('#move-0').fill('2026-03-05'),
  },
  'a card': {
    open: (page) => page.goto('/treatment?do=card'),
    type: async (page) => {
      await slider(page, 'Pain').focus();
      await page.keyboard.press('PageDown');
      await page.getByRole('radio', { name: 'Headache' }).check();
      await page.getByRole('radio', { name: 'another day' }).check();
      await page.locator('#card-day').fill('2026-06-20');
    },
  },
  'a visit': {
    open: (page) => page.goto('/visit'),
    type: async (page) => {
      await page.locator('#visit-day').fill('2026-03-20');
      await page.locator('#visit-time').fill('14:30');
      for (const field of ['visit-with', 'visit-question-1', 'visit-question-3'])
        await page.locator(`#${field}`).pressSequentially('Dr Li', FINGERS);
    },
  },
  'own things': {
    open: async (page) => {
      await page.goto('/settings');
      for (const fold of ['Ratings', 'Side effects', 'Other medicines'])
        await page.locator('summary', { hasText: fold }).first().click();
    },
    type: async (page) => {
      for (const [place, name] of ['Itch', 'Cold hands', 'Tramadol', '50 mg'].entries())
        await page.locator('form.card input[type=text]').nth(place).pressSequentially(name, FINGERS);
      await page.getByRole('radio', { name: 'higher is better' }).check();
    },
  },
};

/** What stands in all fields of the page. */
const fields = (page) =>
  page
    .locator('#main :is(input:not([type=file]), textarea)')
    .evaluateAll((all) =>
      all.map(({ id, type, value, checked }) => [id, type, type === 'radio' || type === 'checkbox' ? checked : value]),
    );

for (const [what, form] of Object.entries(FORMS))
  for (const [way, leave] of Object.entries(WAYS))
    test(`what is typed where ${what} comes back after the way out: ${way}`, async ({ page }) => {
      const broken = [];
      page.on('pageerror', (error) => broken.push(error.message));
      await openAt(page, '/', EVENING);
      await rate(page, 'Pain', 0.5);
      await saved(page);
      await form.open(page);
      await form.type(page);
      const typed = await fields(page);
      await leave(page);
      await page.locator('#main h1:not(.soft)').first().waitFor();
      await form.open(page);
      await expect.poll(() => fields(page)).toEqual(typed);
      expect(broken).toEqual([]);
    });

test('a note belongs to the day that it was typed on, also where the page goes on to another', async ({ page }) => {
  const note = page.getByLabel('Note', { exact: true });
  const unfold = async () => {
    await page.getByText('Note, and what else happened').waitFor();
    if (!(await note.isVisible())) await page.getByText('Note, and what else happened').click();
  };
  const of = async (date) => (await records(page))[`day/${date}`]?.body.note;
  await openAt(page, '/?day=2026-03-09', EVENING);
  await unfold();
  await note.pressSequentially('own', FINGERS);
  await expect.poll(() => of('2026-03-09')).toBe('own');
  await page.goto('/');
  await unfold();
  await note.pressSequentially('ten', FINGERS);
  await page.getByRole('button', { name: 'Previous day' }).click();
  await unfold();
  await expect(note).toHaveValue('own');
  await note.press('End');
  await note.pressSequentially('X', FINGERS);
  await expect.poll(() => of('2026-03-09')).toBe('ownX');
  await page.getByRole('button', { name: 'Previous day' }).click();
  await unfold();
  await expect(note).toHaveValue('');
  await page.getByRole('button', { name: 'Next day' }).click();
  await page.getByRole('button', { name: 'Next day' }).click();
  await unfold();
  await expect(note).toHaveValue('ten');
  expect(await of('2026-03-10')).toBe('ten');
  expect(await of('2026-03-08')).toBeUndefined();
});

test('a condition that was typed in the sample is not in the field of the own diary', async ({ page }) => {
  await openAt(page, '/', EVENING);
  await openSample(page);
  await openPage(page, 'Settings');
  const condition = page.getByLabel('Your condition');
  await condition.fill('');
  await condition.pressSequentially('made up', FINGERS);
  await page.getByRole('button', { name: 'Leave the sample' }).click();
  await openPage(page, 'Settings');
  await expect(condition).toHaveValue('');
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
