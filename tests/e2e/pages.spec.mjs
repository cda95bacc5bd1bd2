// What holds for every page: accessible in both themes, no sideways scrolling, there after a reload, focus on arrival.

import { axe } from './support/axe.mjs';
import { openAt, openPage, openSample } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

const PAGES = [
  '/',
  '/history',
  '/settings',
  '/backup',
  '/treatment',
  '/treatment?do=start-ldn',
  '/treatment?do=change-dose',
  '/charts',
  '/charts?span=month&item=fatigue',
  '/results',
  '/results?item=sleep_quality&phase=2&late=out',
  '/pharmacist',
  '/visit',
  '/no-such-page',
];

for (const diary of ['empty', 'sample']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`no page has an accessibility fault, ${diary} diary, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(120_000);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await openAt(page);
      if (diary === 'sample') {
        await openSample(page);
        await expect(page.locator('.chart svg')).toBeVisible();
      }
      for (const path of PAGES) {
        await page.goto(path);
        await expect(page.locator('main h1')).toBeVisible();
        await expect(page.locator('main p.soft', { hasText: '…' })).toHaveCount(0);
        await axe(page);
      }
    });
  }
}

test('no page scrolls sideways, down to 320 pixels and up to 200 % text', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openAt(page);
  await openSample(page);
  await expect(page.locator('.chart svg')).toBeVisible();
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page.locator('main h1')).toBeVisible();
    await expect(page.locator('main p.soft', { hasText: '…' })).toHaveCount(0);
    for (const size of ['100%', '200%']) {
      await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), size);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `${path} at ${size}`).toBe(0);
    }
  }
});

test('the back button goes back through pages, and each gets the focus on its heading', async ({ page }) => {
  await openAt(page);
  const heading = page.getByRole('heading', { level: 1 });
  await openPage(page, 'Treatment');
  await expect(heading).toHaveText('Treatment');
  await expect(heading).toBeFocused();
  await page.getByRole('link', { name: 'Charts' }).click();
  await expect(heading).toHaveText('Charts');
  await page.goBack();
  await expect(heading).toHaveText('Treatment');
  await expect(heading).toBeFocused();
  await page.goBack();
  await expect(heading).toHaveText('Tuesday 10 March');
  await expect(page).toHaveTitle('Tuesday 10 March · LDN Diary');
});

test('the first stop of the Tab key leads past the bar', async ({ page }) => {
  await openAt(page);
  await expect(page.getByRole('slider', { name: 'Pain' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('going back returns to the place on the page, going on begins at the top', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 600 });
  await openAt(page);
  await expect(page.getByRole('slider', { name: 'Pain' })).toBeVisible();
  await page.evaluate(() => window.scrollTo(0, 700));
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(700);
  await openPage(page, 'Treatment');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Treatment');
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.goBack();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(700);
});

test('on a wide window all titles begin at one edge, and what is only text begins where the text does', async ({
  page,
}) => {
  await openAt(page);
  await openSample(page);
  for (const [width, height] of [
    [1280, 800],
    [1920, 1000],
  ]) {
    await page.setViewportSize({ width, height });
    const edges = {};
    for (const path of [...PAGES, '/report']) {
      await page.goto(path);
      const title = page.locator('#main h1:not(.soft)').first();
      await expect(title).toBeVisible();
      await expect(page.locator('main p.soft', { hasText: '…' })).toHaveCount(0);
      // On the page of a day the title stands between two arrows.
      edges[path] = (await page.locator('#main .page').first().boundingBox()).x;
      const inset = await page.evaluate(() => {
        const text = (button) => {
          const range = document.createRange();
          range.selectNodeContents(button);
          return range.getBoundingClientRect().x - button.getBoundingClientRect().x;
        };
        return [...document.querySelectorAll('.button[data-kind="quiet"][aria-pressed="false"], .entry-delete')].map(
          text,
        );
      });
      for (const edge of inset) expect(edge, path).toBeLessThan(1);
    }
    expect(new Set(Object.values(edges)).size, JSON.stringify(edges)).toBe(1);
  }
});
