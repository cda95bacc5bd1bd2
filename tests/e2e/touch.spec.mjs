// What is tapped is what is stored, and no target lies over another.

import { openAt, records, slider } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

test.use({ hasTouch: true });

for (const width of [320, 360, 390, 430]) {
  test(`a touch at each tenth of the line stores that value, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openAt(page);
    for (const name of ['Pain', 'Fatigue']) {
      for (let tenth = 0; tenth <= 10; tenth += 1) {
        await slider(page, name).scrollIntoViewIfNeeded();
        const box = await slider(page, name).boundingBox();
        await page.touchscreen.tap(box.x + (box.width * tenth) / 10, box.y + box.height / 2);
        const stored = (await records(page))['day/2026-03-10'].body.items[name.toLowerCase()];
        expect(Math.abs(stored - tenth * 10), `${name}, ${tenth} tenths: ${stored}`).toBeLessThanOrEqual(2);
      }
    }
  });

  test(`targets are large enough and lie apart, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openAt(page);
    await expect(slider(page, 'Pain')).toBeVisible();
    await page.getByText('Note, and what else happened').click();
    const faults = await page.evaluate(() => {
      const targets = [...document.querySelectorAll('main :is(button, [role="slider"], .choice, summary, .input)')]
        .filter((target) => target.checkVisibility({ visibilityProperty: true }) && !target.closest('.save-status'))
        .map((target) => ({ target, box: target.getBoundingClientRect() }));
      const name = ({ target }) => target.getAttribute('aria-label') ?? target.textContent.trim();
      const found = targets
        .filter(({ box }) => box.width < 44 || box.height < 44)
        .map((one) => `${name(one)} is ${one.box.width} by ${one.box.height}`);
      for (const [index, one] of targets.entries()) {
        for (const other of targets.slice(index + 1)) {
          const [a, b] = [one.box, other.box];
          const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          if (!apart) found.push(`${name(one)} lies over ${name(other)}`);
        }
      }
      return found;
    });
    expect(faults).toEqual([]);
  });
}
