// A control that is tapped keeps the focus, or hands it to what has taken its place: also while it works, where it has come to
// an end, and where it is gone. On the body the next Tab would begin at the top of the page.

import { readFile } from 'node:fs/promises';
import { chooseBackup, openAt, openSample, rate, STANFORD, slider } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

const where = (page) =>
  page.evaluate(() => (document.activeElement === document.body ? 'nowhere' : document.activeElement.textContent));

/** Works a control by the keyboard, and looks where the focus is while it works and when `done` has come. What takes its place
 * may get the focus with the next picture, or with the page that comes. */
async function keeps(page, control, done = () => {}) {
  const name = await control.evaluate((element) => element.ariaLabel ?? element.textContent);
  await control.focus();
  await page.keyboard.press('Enter');
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await expect.poll(() => where(page), { message: `${name}, while it works`, timeout: 2000 }).not.toBe('nowhere');
  await done();
  await expect.poll(() => where(page), { message: `${name}, afterwards`, timeout: 2000 }).not.toBe('nowhere');
}

const button = (place, name) => place.getByRole('button', { name, exact: true });

test('the files of the report', async ({ page }) => {
  test.slow();
  await openAt(page);
  await openSample(page);
  await page.getByRole('link', { name: 'Report' }).click();
  await expect(page.locator('.preview .first')).toBeVisible();
  await page.getByText('Charts and data').click();
  for (const name of [
    'PDF file',
    'Web page file',
    'Table, one row a day (CSV)',
    'Table with decimal commas (CSV)',
    'Table, one row an answer (CSV)',
    'Clinic record (FHIR)',
    'Chart as a drawing (SVG)',
    'Chart as a picture, 2× (PNG)',
  ]) {
    const row = page.getByRole('listitem').filter({ has: button(page, name) });
    await keeps(page, button(row, name), () =>
      expect(row.getByRole('button', { name: 'Download it' })).toBeVisible({ timeout: 60_000 }),
    );
    await expect(button(row, name)).toBeFocused();
    await keeps(page, row.getByRole('button', { name: 'Download it' }));
  }
  await page.evaluate(() => {
    window.print = () => {};
  });
  await keeps(page, button(page, 'Print'));
  await page.setViewportSize({ width: 390, height: 844 });
  await keeps(page, button(page, 'Show the pages larger'));
});

test('a file that is made without some signs, and one that is broken off', async ({ page }) => {
  test.slow();
  const content = JSON.parse(await readFile(STANFORD, 'utf8'));
  content.settings.condition = 'so tired 😴';
  await openAt(page);
  await chooseBackup(page, {
    name: 'a.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(content)),
  });
  await button(page, 'Import').click();
  await page.getByRole('link', { name: 'Report' }).click();
  await expect(page.locator('.preview .first')).toBeVisible();
  const row = page.getByRole('listitem').filter({ has: button(page, 'PDF file') });
  await keeps(page, button(row, 'PDF file'), () => expect(row.getByText('😴 (in a name')).toBeVisible());
  await keeps(page, button(row, 'Make it with [sign] in their place'), () =>
    expect(row.getByRole('button', { name: 'Download it' })).toBeVisible(),
  );
  await expect(button(row, 'PDF file')).toBeFocused();
  // Its letters never come: there is time to break it off.
  await page.route('**/report-fonts.bin', () => {});
  await button(row, 'PDF file').press('Enter');
  await keeps(page, row.getByRole('button', { name: 'Cancel' }));
  await expect(button(row, 'PDF file')).toBeFocused();
  await expect(row.getByText('Making the file')).toHaveCount(0);
});

test('backup, import and what the browser promises', async ({ page }) => {
  await page.addInitScript(() => {
    let persisted = false;
    navigator.storage.persisted = async () => persisted;
    navigator.storage.persist = async () => {
      persisted = true;
      return true;
    };
  });
  await openAt(page);
  await rate(page, 'Pain', 0.5);
  await page.goto('/backup');
  for (const answer of ['It did not', 'It arrived']) {
    await keeps(page, button(page, 'Save a backup'), () => expect(button(page, answer)).toBeVisible());
    await keeps(page, button(page, answer));
  }
  const ask = button(page, 'Ask the browser to keep it');
  await keeps(page, ask, () => expect(ask).toHaveCount(0));
  await chooseBackup(page, STANFORD);
  await keeps(page, button(page, "Don't import"));
  await chooseBackup(page, STANFORD);
  await page.getByText('Replace my diary instead').click();
  await keeps(page, button(page, 'Replace my diary'), () => page.waitForURL('**/charts'));
  await page.goto('/backup');
  await keeps(page, button(page, 'Bring it back'), () => page.waitForTimeout(500));
});

test('settings, and what is deleted', async ({ page }) => {
  await openAt(page);
  await rate(page, 'Pain', 0.5);
  await page.goto('/settings');
  await keeps(page, page.getByRole('link', { name: /^Add a reminder/ }));
  await page.getByText('It does not open').click();
  await keeps(page, button(page, 'Save it as a file'));
  await keeps(page, page.getByRole('button', { name: /^Delete everything/ }));
  await keeps(page, button(page, 'Keep my diary'));
  await page
    .locator('summary')
    .filter({ has: page.getByRole('heading', { name: 'Ratings', exact: true }) })
    .click();
  await page.getByLabel('What do you want to rate?').fill('Brain fog');
  await page.getByRole('radio', { name: 'Lower is better' }).click();
  await keeps(page, button(page, 'Add this rating'));
  await keeps(page, button(page, 'Remove Brain fog'));
});

test('arrows and steps that have come to their end', async ({ page }) => {
  await openAt(page);
  await rate(page, 'Pain', 0.99);
  const [less, more] = [0, 1].map((place) => page.locator('.rating-step').nth(place));
  for (let press = 0; press < 4; press += 1) await keeps(page, more);
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuenow', '100');
  await rate(page, 'Pain', 0.01);
  for (let press = 0; press < 4; press += 1) await keeps(page, less);
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuenow', '0');
  await page.getByRole('button', { name: 'Previous day' }).click();
  await keeps(page, page.getByRole('button', { name: 'Next day' }));
  await page.goto('/history');
  await expect(page.getByRole('button', { name: 'Next month' })).toBeDisabled();
  await keeps(page, page.getByRole('button', { name: 'Next month' }));
  await keeps(page, page.getByRole('button', { name: 'Previous month' }));
});
