import { axe } from './support/axe.mjs';
import { expect, test } from './support/test.mjs';

test('the app starts and has no accessibility fault', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('main')).toBeVisible();
  await axe(page);
});

test('nothing is fetched twice, and the first page is there before the part for the others', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const parts = () => asked.filter((path) => path.endsWith('.wasm'));
  await page.goto('/');
  await page.locator('#main h1:not(.soft)').waitFor();
  expect(parts()).toHaveLength(1);
  await expect.poll(() => parts().length).toBe(2);
  expect(asked).toEqual([...new Set(asked)]);
});

test('an address inside the app gives the app, a missing file does not', async ({ page, request }) => {
  await page.goto('/history');
  await expect(page.locator('main, body > *').first()).toBeAttached();
  expect((await request.get('/missing.js')).status()).toBe(404);
});

test('nothing of the charts is loaded before a chart is shown', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/');
  await expect(page.getByRole('main')).toBeVisible();
  expect(asked.filter((url) => /echarts/.test(url))).toEqual([]);
});
