// What a screen reader is given: the accessibility tree of each page. The trees in spoken.spec.mjs-snapshots/ were read
// by a person from top to bottom; a change in one is to be read again before it is committed. They are written by
// SITE_ADDRESS=http://localhost:8080 npx playwright test --config tests/e2e/playwright.config.mjs spoken --update-snapshots

import { openAt, openSample } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

test.use({ viewport: { width: 390, height: 844 } });

const PAGES = {
  today: '/',
  history: '/history',
  treatment: '/treatment',
  'start-ldn': '/treatment?do=start-ldn',
  charts: '/charts',
  results: '/results',
  settings: '/settings',
};

test('the first visit, as it is spoken', async ({ page }) => {
  await openAt(page);
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'first-visit.aria.yml' });
});

for (const [name, path] of Object.entries(PAGES)) {
  test(`the page of ${name}, as it is spoken with the sample diary`, async ({ page }) => {
    await openAt(page);
    await openSample(page);
    await expect(page.locator('.chart svg').first()).toBeVisible();
    await page.goto(path);
    await page.locator('#main h1:not(.soft)').waitFor();
    await expect(page.getByText(/^Drawing the chart|^Working/)).toHaveCount(0);
    await expect(page.locator('body')).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
  });
}

// Without its table of every day, which would be most of the tree and says nothing that its first rows don't.
test('the page of the report with all its choices, as it is spoken with the sample diary', async ({ page }) => {
  await openAt(page);
  await openSample(page);
  await page.goto('/report');
  await page.getByText('What goes in').click();
  await page.getByRole('switch', { name: 'Every day as a table' }).click();
  await page.getByText('Charts and data').click();
  await expect(page.getByRole('table', { name: 'LDN against baseline' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Every day' })).toHaveCount(0);
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'report.aria.yml' });
});
