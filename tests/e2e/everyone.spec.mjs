// For everyone: by keyboard alone, in a window of 320 by 256 pixels (400 % zoom), in the system's own colours, without
// motion, from right to left, with American dates.

import { axe } from './support/axe.mjs';
import { answer, openAt, openSample, rate, records, saved, slider } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

const ROUTES = [
  '/',
  '/history',
  '/treatment',
  '/treatment?do=start-ldn',
  '/charts',
  '/results',
  '/report',
  '/settings',
  '/backup',
  '/visit',
];

async function openWithSample(page) {
  await openAt(page);
  await openSample(page);
  await expect(page.locator('.chart svg').first()).toBeVisible();
}

async function go(page, path) {
  await page.goto(path);
  // The report that is shown has a heading of its own.
  await page.locator('#main h1:not(.soft)').first().waitFor();
  await expect(page.locator('main p.soft', { hasText: '…' }), 'something is still on its way').toHaveCount(0);
}

const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The element that has the focus: what it is, whether it shows that, and whether anything lies over it. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getBoundingClientRect();
    // A native control may be drawn by its label, and a link that fills its entry by what stands after it.
    const drawn = element.closest('label') ?? element;
    const places = [element, drawn, element.nextElementSibling].filter(Boolean);
    const outlines = places.flatMap((place) => [getComputedStyle(place), getComputedStyle(place, '::after')]);
    const shown = outlines.some(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    );
    const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 20)];
    const top = document.elementFromPoint(x, y);
    const free =
      !top ||
      element.contains(top) ||
      top.contains(element) ||
      drawn.contains(top) ||
      drawn.parentElement.contains(top);
    window.stops ??= new Map();
    if (!window.stops.has(element)) window.stops.set(element, window.stops.size);
    return {
      stop: window.stops.get(element),
      name: element.outerHTML.slice(0, 160),
      shown,
      free,
      covered: free ? '' : top.outerHTML.slice(0, 80),
    };
  });

/** The sample diary is opened once, and what holds for every page is looked at on each. */
async function onEachPage(page, look) {
  test.setTimeout(150_000);
  await openWithSample(page);
  for (const path of ROUTES) {
    await test.step(path, async () => {
      await go(page, path);
      await look(path);
    });
  }
}

test('each stop of the Tab key is seen and nothing covers it, and there is a way out, on each page', ({ page }) =>
  onEachPage(page, async (path) => {
    const seen = new Set();
    let before;
    for (let press = 0; press < 400; press += 1) {
      await page.keyboard.press('Tab');
      const stop = await focused(page);
      // A field of a date has stops of its own.
      if (stop && stop.stop === before) continue;
      if (!stop || seen.has(stop.stop)) break;
      before = stop.stop;
      seen.add(stop.stop);
      expect(stop.shown, `${path} shows the focus: ${stop.name}`).toBe(true);
      expect(stop.free, `${path} not covered by ${stop.covered}: ${stop.name}`).toBe(true);
    }
    expect(seen.size, path).toBeGreaterThan(5);
    expect(seen.size, `${path}: it comes to an end`).toBeLessThan(390);
  }));

test('at 400 % zoom nothing scrolls sideways and each page can be read', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await onEachPage(page, async (path) => {
    expect(await overflow(page), path).toBe(0);
    const fixed = await page.evaluate(() => {
      const isFixed = (element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position);
      const heights = [...document.querySelectorAll('body *')].filter(isFixed).map((element) => element.offsetHeight);
      return heights.reduce((sum, height) => sum + height, 0);
    });
    expect(fixed, `what stands over ${path} leaves most of it free`).toBeLessThan(256 / 3);
  });
});

test('from right to left nothing scrolls sideways, and no page has a fault', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await onEachPage(page, async (path) => {
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    expect(await overflow(page), path).toBe(0);
    await axe(page);
  });
});

test('from right to left a rating is still 0 at the left, as in the trial', async ({ page }) => {
  await openAt(page);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await rate(page, 'Pain', 0.2);
  await saved(page);
  expect((await records(page))['day/2026-03-10'].body.items.pain).toBe(20);
  const [low, high] = [page.getByText('no pain', { exact: true }), page.getByText('worst pain imaginable')];
  expect((await low.boundingBox()).x).toBeLessThan((await high.boundingBox()).x);
  const handle = await page.locator('.rating-handle').first().boundingBox();
  const line = await slider(page, 'Pain').boundingBox();
  expect(handle.x + handle.width / 2).toBeLessThan(line.x + line.width / 2);
});

test('from right to left a dose stands under its own phase', async ({ page }) => {
  await openWithSample(page);
  await page.goto('/treatment');
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  const ldn = await page.locator('.strip-band[data-phase="ldn"]').boundingBox();
  const dose = await page.locator('.strip-dose').first().boundingBox();
  expect(Math.abs(dose.x - ldn.x)).toBeLessThan(12);
  expect((await page.locator('.strip-band[data-phase="baseline"]').boundingBox()).x).toBeLessThan(ldn.x);
  const [first, last] = ['5 January 2026', '7 June 2026'].map((day) => page.getByText(day, { exact: true }).first());
  expect((await first.boundingBox()).x).toBeLessThan((await last.boundingBox()).x);
});

test('who wants no motion gets none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openWithSample(page);
  for (const path of ROUTES) {
    await go(page, path);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
          const longest = Math.max(...`${transitionDuration},${animationDuration}`.split(',').map(Number.parseFloat));
          return longest > 0.001 || scrollBehavior === 'smooth';
        })
        .map((element) => element.className),
    );
    expect(moving, path).toEqual([]);
  }
});

test("in the system's own colours a chosen answer, the open page and an answered line are still told apart", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openAt(page);
  await rate(page, 'Pain', 0.5);
  await answer(page, 'Headache', 'Yes').click();
  await saved(page);
  const look = (locator) =>
    locator.evaluate((element) => {
      const { backgroundColor, borderColor, borderWidth, color, outlineStyle, fontWeight, textDecorationLine } =
        getComputedStyle(element);
      return [backgroundColor, borderColor, borderWidth, color, outlineStyle, fontWeight, textDecorationLine].join(' ');
    });
  const group = page.getByRole('group', { name: 'Headache' });
  expect(await look(group.locator('label').nth(0))).not.toBe(await look(group.locator('label').nth(1)));
  expect(await look(page.getByRole('link', { name: 'Today' }))).not.toBe(
    await look(page.getByRole('link', { name: 'Charts' })),
  );
  const adjust = await slider(page, 'Fatigue').evaluate((line) => getComputedStyle(line).forcedColorAdjust);
  expect(adjust, 'a line that is a picture of a colour would be left out').toBe('none');
  const handle = page.locator('.rating-handle').first();
  await expect(handle).toBeVisible();
  const { own, ground } = await handle.evaluate((element) => ({
    own: [getComputedStyle(element).backgroundColor, getComputedStyle(element).borderTopColor],
    ground: getComputedStyle(document.body).backgroundColor,
  }));
  expect(own.some((colour) => colour !== ground && colour !== 'rgba(0, 0, 0, 0)')).toBe(true);
  const edge = (selector) => page.locator(selector).evaluate((element) => getComputedStyle(element).borderTopWidth);
  expect(await edge('.progress'), 'how far the day is').toBe('1px');
  await page.getByRole('link', { name: 'History', exact: true }).click();
  expect(await edge('.calendar-cell[data-today] .calendar-day'), 'today in the calendar').toBe('2px');
});

test("in the system's own colours the phases are told apart, and a chart's marks keep their colours", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openWithSample(page);
  const marks = page.locator('.chart-small .mark');
  const colours = await marks.evaluateAll((all) => all.map((mark) => getComputedStyle(mark).fill));
  expect(new Set(colours).size, colours.join(' | ')).toBe(3);
  const line = page.locator('.chart-line').first();
  expect(await line.evaluate((element) => getComputedStyle(element).borderInlineStartWidth)).toBe('2px');
  await go(page, '/treatment');
  const looks = await page
    .locator('.strip-band')
    .evaluateAll((bands) =>
      bands.map((band) => getComputedStyle(band)).map((look) => look.backgroundImage + look.backgroundColor),
    );
  expect(looks).toHaveLength(4);
  expect(new Set(looks).size, looks.join(' | ')).toBe(4);
});

/**
 * Words that stand on two lines though most of a line would hold them. What is there for a screen reader alone breaks as it
 * likes, and so does the name of a source, which is no word.
 */
const broken = (page) =>
  page.evaluate(() => {
    const found = new Set();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const { currentNode: text } = texts;
      const element = text.parentElement;
      const isSeen = element.checkVisibility() && getComputedStyle(element).clipPath === 'none';
      if (!isSeen || element.closest('svg, script, style, .reference, .source')) continue;
      for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{N}'’.,%]+/gu)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const parts = [...range.getClientRects()].filter((part) => part.width > 0.5);
        const width = parts.reduce((sum, part) => sum + part.width, 0);
        if (new Set(parts.map((part) => Math.round(part.top))).size > 1 && width < innerWidth * 0.7) found.add(word);
      }
    }
    return [...found];
  });

for (const [size, enlarge] of Object.entries({
  'text of 200 %': (page) => page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%')),
  'the largest text of its own': async () => {},
}))
  test(`no word breaks at 320 pixels with ${size}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await openAt(page);
    if (size.startsWith('the largest')) {
      await go(page, '/settings');
      await page.getByRole('group', { name: 'Text size' }).getByRole('radio', { name: 'Largest' }).check();
      await go(page, '/');
    }
    await openSample(page);
    for (const path of [...ROUTES, '/treatment?do=on-ldn', '/treatment?do=card']) {
      await go(page, path);
      await enlarge(page);
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
      });
      expect(await broken(page), path).toEqual([]);
      expect(await overflow(page), path).toBe(0);
    }
  });

test.describe('American readers', () => {
  test.use({ locale: 'en-US' });
  test('see dates and times in their own order', async ({ page }) => {
    await openAt(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tuesday, March 10');
    await rate(page, 'Pain', 0.5);
    await expect(page.getByRole('status')).toHaveText(/^Saved 9:04\sPM$/);
    await page.getByRole('link', { name: 'History', exact: true }).click();
    await expect(page.getByRole('columnheader').first()).toHaveText(/Sunday$/);
    await expect(page.getByRole('cell').first()).toHaveAccessibleName('1');
  });
});

for (const [locale, weekday] of [
  ['pt-BR', 'Sunday'],
  ['ar-EG', 'Saturday'],
  ['he-IL', 'Sunday'],
  ['en-GB', 'Monday'],
])
  test.describe(`Readers in ${locale}`, () => {
    test.use({ locale });
    test(`see weeks from ${weekday} on`, async ({ page }) => {
      await openAt(page);
      await openSample(page);
      await go(page, '/history');
      await expect(page.getByRole('columnheader').first()).toHaveText(new RegExp(`${weekday}$`));
      await go(page, '/results');
      const week = page.locator('figure, section').filter({ hasText: 'by weekday' }).last();
      await expect(week).toContainText('by weekday');
      const days = (await week.locator('svg text').allTextContents()).filter((text) => /^[A-Z][a-z]{2}$/.test(text));
      expect(days[0]).toBe(weekday.slice(0, 3));
    });
  });

test.describe('German readers', () => {
  test.use({ locale: 'de-DE' });
  test('see English dates, as all words are English', async ({ page }) => {
    await openAt(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tuesday 10 March');
    await rate(page, 'Pain', 0.5);
    await expect(page.getByRole('status')).toHaveText('Saved 21:04');
    await page.getByRole('link', { name: 'History', exact: true }).click();
    await expect(page.getByRole('columnheader').first()).toHaveText(/Monday$/);
  });
});
