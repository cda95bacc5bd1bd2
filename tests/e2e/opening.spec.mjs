// What stands on the page before the app does, and where it never does.

import { openAt, rate, saved } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what it needs', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('LDN Diary');
    await expect(page.locator('noscript p')).toBeVisible();
  });
});

test('when the program does not arrive, the page says so after a while', async ({ page, faults }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByText('Opening your diary…')).toBeVisible();
  await expect(page.getByText('The diary has not opened')).toBeHidden();
  await expect(page.getByText('The diary has not opened')).toBeVisible({ timeout: 15_000 });
  // The browser itself reports the file that did not come; that is the point of this test.
  faults.length = 0;
});

test('until the program comes, a first visit reads what this is, and who has a diary does not read it again', async ({
  page,
  faults,
}) => {
  const about = page.getByText('A diary for people who try low-dose naltrexone.');
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('/');
  await expect(about).toBeVisible();
  await page.unroute('**/*.wasm');
  await openAt(page);
  await expect(about, 'it stays where it is').toBeVisible();
  await rate(page, 'Pain', 0.5);
  await saved(page);
  await expect(about, 'nothing moves under the finger').toBeVisible();
  await page.getByRole('link', { name: 'History', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('History');
  await expect(about).toBeHidden();
  await page.route('**/*.wasm', (route) => route.abort());
  await page.reload();
  await expect(page.getByText('Opening your diary…')).toBeVisible();
  await expect(about).toBeHidden();
  faults.length = 0; // the program that was kept from coming
});
