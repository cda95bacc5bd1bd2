import { readFileSync } from 'node:fs';
import { axe } from './support/axe.mjs';
import { chooseBackup, openAt, openSample, rate, records, STANFORD } from './support/diary.mjs';
import { diary, LAST } from './support/long.mjs';
import { expect, test } from './support/test.mjs';

const drawn = (page) => page.locator('.chart svg');

test('an empty diary says what will stand here', async ({ page }) => {
  await openAt(page, '/charts');
  await expect(page.getByText('There is nothing to draw yet.')).toBeVisible();
  await axe(page);
});

test('one evening gives a chart of one day', async ({ page }) => {
  await openAt(page);
  await rate(page, 'Pain', 0.62);
  await page.getByRole('link', { name: 'Charts' }).click();
  await expect(drawn(page)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByText('1 day recorded of 1')).toBeVisible();
});

for (const colorScheme of ['light', 'dark']) {
  test(`the sample diary shows its 22 weeks, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openAt(page);
    await openSample(page);
    await expect(drawn(page)).toBeVisible();
    for (const phase of ['Baseline', 'LDN', 'Placebo', 'Washout']) {
      await expect(drawn(page).getByText(phase, { exact: true })).toBeVisible();
    }
    // The means that the reference analysis of this diary gives: 64.08 and 47.42.
    await expect(page.getByRole('heading', { name: 'Pain: mean 64 in baseline, 47 on LDN' })).toBeVisible();
    await expect(page.locator('.chart-summary')).toContainText('Baseline 64 (12 of 14 days), LDN 47 (77 of 84 days)');
    await axe(page);
  });
}

test('a missing day is a gap in the line, and no answer in the table', async ({ page }) => {
  await openAt(page);
  await openSample(page);
  await expect(drawn(page)).toBeVisible();
  const recorded = new Set(JSON.parse(readFileSync(STANFORD)).days.map((day) => day.date));
  // The lines of the means are the only open paths of their colours and widths; each stretch of days begins with one
  // "move to". The mean breaks at every one of the four phases.
  const moves = await drawn(page).evaluate((svg) => {
    const width = (name) => `path[fill="none"][stroke-width="${name}"]`;
    const lines = [...svg.querySelectorAll([2.25, 1.5].map(width).join())];
    const coloured = lines.filter((path) => ['#c4481c', '#3a5fb0', '#0f7f68'].includes(path.getAttribute('stroke')));
    return coloured.map((path) => path.getAttribute('d').match(/M/g).length);
  });
  expect(moves).toHaveLength(3);
  for (const count of moves) expect(count).toBeGreaterThanOrEqual(4);
  await page.getByText('Show as a table').click();
  const missing = page.getByRole('row').filter({ has: page.getByRole('cell', { name: 'no answer' }).nth(4) });
  await expect(missing).toHaveCount(154 - recorded.size);
});

const chosen = (page) => page.getByRole('region', { name: /2026$/ });
const hand = (page) => page.getByRole('slider', { name: 'Day in the chart' });

test('keys go from day to day, and the day opens its figures and itself', async ({ page }) => {
  await openAt(page);
  await openSample(page);
  await expect(chosen(page)).toContainText('Sun, 7 June 2026');
  await hand(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(chosen(page)).toContainText('Sat, 6 June 2026');
  await page.keyboard.press('Home');
  await expect(hand(page)).toHaveAttribute(
    'aria-valuetext',
    'Monday 5 January: Pain no answer, Fatigue no answer, Sleep quality no answer',
  );
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowRight');
  await expect(chosen(page)).toContainText('Tue, 3 February 2026');
  await page.getByRole('link', { name: 'Open this day' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tuesday 3 February');
});

test('a tapped day opens its figures', async ({ page }) => {
  await openAt(page);
  await openSample(page);
  await expect(drawn(page)).toBeVisible();
  const box = await page.locator('.chart').boundingBox();
  // The middle of the 43rd of 154 days.
  const across = 34 + (42.5 / 154) * (box.width - 46);
  await page.mouse.click(box.x + across, box.y + 150);
  await expect(chosen(page)).toContainText('Mon, 16 February 2026');
  // Beside the picture where the window is wide; else right under it, before the words about it, and over it in a line.
  expect((await chosen(page).boundingBox()).x).toBeGreaterThan(box.x + box.width);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator('.chart-now')).toHaveText(/^Monday 16 February: Pain \d+$/);
  const [card, words] = [await chosen(page).boundingBox(), await page.locator('.chart-summary').boundingBox()];
  const chart = await page.locator('.chart').boundingBox();
  expect(card.y).toBeGreaterThanOrEqual(chart.y + chart.height - 1);
  expect(card.y + card.height).toBeLessThanOrEqual(words.y);
});

test('the part in sight is named, with the dose in force where it begins, and its end has no later', async ({
  page,
}) => {
  await openAt(page);
  await openSample(page);
  await page.goto('/charts?span=quarter');
  await expect(drawn(page)).toBeVisible();
  const sight = page.locator('.chart-sight');
  await expect(sight).toContainText('Shown: 8 Mar 2026 to 7 Jun 2026. It begins in: LDN.');
  await expect(page.locator('.chart-dose')).toHaveText('4.5 mg');
  const [earlier, later] = ['Earlier', 'Later'].map((name) => page.getByRole('button', { name }));
  await expect(later).toHaveAttribute('aria-disabled', 'true');
  await expect(earlier).not.toHaveAttribute('aria-disabled');
  await earlier.click();
  await expect(later).not.toHaveAttribute('aria-disabled');
  await earlier.click();
  await expect(sight).toContainText('Shown: 5 Jan 2026 to 6 Apr 2026.');
  await expect(sight).not.toContainText('It begins in');
  await expect(earlier).toHaveAttribute('aria-disabled', 'true');
});

test('a month is moved by buttons and by dragging, and stands in the address', async ({ page }) => {
  await openAt(page);
  await openSample(page);
  await expect(drawn(page)).toBeVisible();
  await page.getByRole('link', { name: 'Month' }).click();
  await expect(page).toHaveURL(/span=month/);
  await expect(page.getByRole('button', { name: 'Earlier' })).toBeVisible();
  const days = () => drawn(page).locator('text').allTextContents();
  const first = await days();
  await page.getByRole('button', { name: 'Earlier' }).click();
  await expect.poll(days).not.toEqual(first);
  const second = await days();
  const box = await page.locator('.chart').boundingBox();
  await page.mouse.move(box.x + 100, box.y + 150);
  await page.mouse.down();
  await page.mouse.move(box.x + 300, box.y + 150, { steps: 5 });
  await page.mouse.up();
  await expect.poll(days).not.toEqual(second);
  await page.reload();
  await expect(page.getByRole('link', { name: 'Month' })).toHaveAttribute('aria-current', 'true');
});

const largeOf = (page, name) => page.getByRole('button', { name: new RegExp(`^${name}`) });
const title = (page, name) => page.getByRole('heading', { name });

test('a small plot becomes the large one, by a tap or by keys, and what is in sight stays in sight', async ({
  page,
}) => {
  await openAt(page);
  await openSample(page);
  await expect(title(page, /^Pain: mean 64/)).toBeVisible();
  const others = page.getByRole('group', { name: 'Show another rating large' }).getByRole('button');
  await expect(others).toHaveText([/^Fatigue\s*$/, /^Sleep quality\s*$/, /^Overall symptoms\s*$/, /^Tolerability\s*$/]);
  await largeOf(page, 'Fatigue').click();
  await expect(title(page, /^Fatigue: mean 69/)).toBeFocused();
  await expect(page).toHaveURL(/item=fatigue$/);
  await page.getByRole('link', { name: 'Month' }).click();
  await page.getByRole('button', { name: 'Earlier' }).click();
  const sight = await page.locator('.chart-sight').textContent();
  await largeOf(page, 'Tolerability').focus();
  await page.keyboard.press('Enter');
  await expect(title(page, /^Tolerability/)).toBeFocused();
  await expect(others.first()).toHaveText(/^Pain/);
  await expect(page.locator('.chart-sight')).toHaveText(sight);
  // A target large enough for a finger.
  for (const box of await others.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height)))
    expect(box).toBeGreaterThanOrEqual(44);
  await axe(page);
});

/** A step in or out with the wheel, where the pointer stands. */
async function step(page, down) {
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, down);
  await page.keyboard.up('Control');
  await page.waitForTimeout(120);
}

test('the title of a part quotes no phase out of sight, and only what is all in sight is called so', async ({
  page,
}) => {
  await openAt(page);
  await openSample(page);
  const all = page.getByRole('link', { name: 'All', exact: true });
  await expect(all).toHaveAttribute('aria-current', 'true');
  await expect(drawn(page)).toBeVisible();
  const box = await page.locator('.chart').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 150);
  await step(page, -300);
  await expect(all).not.toHaveAttribute('aria-current');
  // A mean over several phases says nothing.
  await expect(title(page, 'Pain, day by day')).toBeVisible();
  await expect(page.locator('.chart-small').first()).toHaveText(/^Fatigue\s*$/);
  await page.getByRole('link', { name: 'Month' }).click();
  await expect(page.getByRole('link', { name: 'Month' })).toHaveAttribute('aria-current', 'true');
  await page.getByRole('slider', { name: 'Day in the chart' }).focus();
  await page.keyboard.press('Home');
  for (let week = 0; week < 8; week += 4) await page.keyboard.press('PageUp');
  await expect(title(page, /^Pain: mean \d+ of the \d+ rated days in sight$/)).toBeVisible();
  await expect(page.locator('.chart-small').first()).toHaveText(/^Fatigue mean \d+$/);
  await all.click();
  await expect(all).toHaveAttribute('aria-current', 'true');
  await expect(title(page, /^Pain: mean 64 in baseline/)).toBeVisible();
});

test('a wheel over the chart scrolls the page, with Ctrl it zooms', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openAt(page);
  await openSample(page);
  await expect(drawn(page)).toBeVisible();
  const scrolled = () => page.evaluate(() => window.scrollY);
  const sight = page.locator('.chart-sight');
  const box = await page.locator('.chart').boundingBox();
  // Over the ratings, the rows of marks, and the small plots.
  for (const [place, down] of [0.3, 0.6, 0.95].entries()) {
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.mouse.move(box.x + box.width / 2, Math.min(box.y + down * box.height, 780));
    await page.mouse.wheel(0, 200);
    await expect.poll(scrolled, `${place}`).toBeGreaterThan(100);
  }
  await expect(sight).toHaveCount(0);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.mouse.move(box.x + box.width / 2, box.y + 100);
  await step(page, -200);
  await expect(sight).toContainText('Shown: ');
  expect(await scrolled()).toBe(0);
});

for (const [width, text] of [
  [1280, 'usual'],
  [390, 'usual'],
  [320, 'largest'],
]) {
  test(`the picture stays where it is while the window changes, ${width} points, ${text} text`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openAt(page);
    await page.evaluate((text) => localStorage.setItem('ldn-diary-look', JSON.stringify({ text })), text);
    await page.reload();
    await openSample(page);
    await expect(drawn(page)).toBeVisible();
    const top = () => page.locator('.chart').evaluate((chart) => chart.getBoundingClientRect().top + window.scrollY);
    const before = await top();
    const box = await page.locator('.chart').boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + 100);
    for (const down of [-100, -100, -100, -100, 100, 100, 100, 100, 100]) {
      await step(page, down);
      expect(await top()).toBe(before);
    }
    for (const name of ['Month', 'Quarter', 'All']) {
      await page.getByRole('link', { name, exact: true }).click();
      if (name !== 'All') await page.getByRole('button', { name: 'Earlier' }).click();
      await page.waitForTimeout(100);
      expect(await top(), name).toBe(before);
    }
    await page.getByRole('slider', { name: 'Day in the chart' }).focus();
    for (let day = 0; day < 10; day += 1) {
      await page.keyboard.press('ArrowLeft');
      expect(await top()).toBe(before);
    }
  });
}

test('ten years are seen day by day from near, a span opens around what is in sight, and the limit holds', async ({
  page,
}) => {
  await openAt(page, '/', new Date(`${LAST}T22:00:00+02:00`));
  const buffer = Buffer.from(diary({ days: 3388, phases: 40, each: 80 }));
  await chooseBackup(page, { name: 'b.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(drawn(page)).toBeVisible();
  const sight = page.locator('.chart-sight');
  const shown = async () => {
    const [, from, to] = /Shown: (.*?) to (.*?)\. /.exec(await sight.textContent());
    return [from, to].map((date) => Date.parse(`${date} UTC`) / 86_400_000);
  };
  const wide = async () => (await shown()).reduce((from, to) => to + 1 - from);
  const box = await page.locator('.chart').boundingBox();
  await page.mouse.move(box.x + box.width / 3, box.y + 100);
  for (let turn = 0; turn < 70; turn += 1) await step(page, -100);
  expect(await wide()).toBeLessThanOrEqual(28);
  await expect(page.getByText('A mark is a day')).toBeVisible();
  const narrowest = await shown();
  for (let turn = 0; turn < 6; turn += 1) await step(page, -100);
  expect(await shown()).toEqual(narrowest);
  // The chosen day has come along.
  const day = async () =>
    Date.parse(`${(await page.locator('#chosen-day').textContent()).replace(/^\w+, /, '')} UTC`) / 86_400_000;
  for (const [name, days] of [
    ['Quarter', 92],
    ['Month', 31],
    ['Quarter', 92],
  ]) {
    await page.getByRole('link', { name, exact: true }).click();
    await expect.poll(wide).toBe(days);
    const [from, to] = await shown();
    expect(await day()).toBeGreaterThanOrEqual(from);
    expect(await day()).toBeLessThanOrEqual(to);
    expect(from - 1).toBeLessThan(narrowest[1]);
    expect(to + 1).toBeGreaterThan(narrowest[0]);
  }
  // Out again the lines of means come back.
  await page.mouse.move(box.x + box.width / 3, box.y + 100);
  for (let turn = 0; turn < 12; turn += 1) await step(page, 100);
  await expect(page.getByText('A mark is a day')).toHaveCount(0);
});

test('the chosen day never leaves what is in sight', async ({ page }) => {
  await openAt(page);
  await openSample(page);
  await page.getByRole('link', { name: 'Month' }).click();
  const earlier = page.getByRole('button', { name: 'Earlier' });
  await earlier.click();
  await earlier.click();
  await expect(page.locator('.chart-sight')).toContainText('Shown: 7 Apr 2026 to 7 May 2026.');
  await expect(page.locator('#chosen-day')).toHaveText('Thu, 7 May 2026');
  await expect(page.locator('.chart-marker')).toBeVisible();
  for (let turn = 0; turn < 2; turn += 1) await page.getByRole('button', { name: 'Later' }).click();
  await expect(page.locator('#chosen-day')).toHaveText('Fri, 8 May 2026');
});

test('the mark of the chosen day lies over the line through it', async ({ page }) => {
  await openAt(page);
  await rate(page, 'Pain', 0.62);
  await page.getByRole('link', { name: 'Charts' }).click();
  await expect(drawn(page)).toBeVisible();
  const mark = page.locator('.chart-point .mark');
  await expect(mark).toHaveCount(1);
  const [box, chart] = [await mark.boundingBox(), await page.locator('.chart').boundingBox()];
  // 62 of 100 in a plot of 220 pixels, under 44 of words.
  expect(Math.abs(box.y + box.height / 2 - chart.y - 44 - 0.38 * 220)).toBeLessThan(3);
});

test('names of doses never run into each other', async ({ page }) => {
  await openAt(page, '/', new Date('2026-06-07T22:00:00+02:00'));
  const diary = JSON.parse(readFileSync(STANFORD));
  const doses = [1500, 3000, 4500, 6000, 9000];
  diary.dose_steps = doses.map((micrograms, week) => ({
    from: `2026-0${week < 2 ? 1 : 2}-${['19', '26', '02', '09', '16'][week]}`,
    micrograms,
  }));
  await chooseBackup(page, {
    name: 'b.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(diary)),
  });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(drawn(page)).toBeVisible();
  const seen = () =>
    page.locator('.chart-dose').evaluateAll((places) =>
      places.flatMap((place) => {
        const [name, room] = [place.firstElementChild.getBoundingClientRect(), place.getBoundingClientRect()];
        return name.top < room.bottom - 1 ? [{ text: place.textContent, left: name.left, right: name.right }] : [];
      }),
    );
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const names = await seen();
    expect(names.at(-1).text, `${width}`).toBe('9 mg');
    for (const [place, name] of names.slice(1).entries()) expect(name.left).toBeGreaterThanOrEqual(names[place].right);
    if (width === 1280) expect(names.map((name) => name.text)).toHaveLength(1);
  }
  // From near there is room for each.
  await page.getByRole('link', { name: 'Month' }).click();
  for (let turn = 0; turn < 7; turn += 1) await page.getByRole('button', { name: 'Earlier' }).click();
  await expect
    .poll(async () => (await seen()).map((name) => name.text))
    .toEqual(['1.5 mg', '3 mg', '4.5 mg', '6 mg', '9 mg']);
});

test('the sample is left again without a trace in the own diary', async ({ page }) => {
  await openAt(page);
  await rate(page, 'Pain', 0.3);
  const before = await records(page);
  await openSample(page);
  await expect(drawn(page)).toBeVisible();
  await page.reload();
  await expect(drawn(page), 'the sample stays open through a reload').toBeVisible();
  await page.getByRole('link', { name: 'Today' }).click();
  await rate(page, 'Pain', 0.9);
  await expect(page.getByRole('status')).toHaveText('Changed in the sample; not kept');
  await page.getByRole('button', { name: 'Leave the sample' }).click();
  await expect(page.getByRole('slider', { name: 'Pain' })).toHaveAttribute('aria-valuetext', '30');
  expect(await records(page)).toEqual(before);
});

// I1
test('a backup is imported after its plan was shown, and is the same diary', async ({ page }) => {
  await openAt(page, '/', new Date('2026-06-07T22:00:00+02:00'));
  await chooseBackup(page, STANFORD);
  await expect(page.getByText('adds 137 days, changes 0, keeps 0')).toBeVisible();
  expect(await records(page), 'nothing is changed before it is confirmed').toEqual({});
  await axe(page);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(drawn(page)).toBeVisible();
  await page.reload();
  await expect(page.getByText('Pain: mean 64 in baseline, 47 on LDN')).toBeVisible();
  const kept = await records(page);
  const { days } = JSON.parse(readFileSync(STANFORD));
  for (const day of days) expect(kept[`day/${day.date}`].body).toEqual(day);
  await page.goto('/');
  await expect(page.getByText('washout, day 28')).toBeVisible();
});

const FAULTY = [
  ['not a backup', 'holiday.json', '{"hello": "world"}', 'not a backup'],
  ['cut short', 'cut.json', readFileSync(STANFORD, 'utf8').slice(0, 20_000), 'end'],
  ['of a newer version', 'new.json', '{"format": "ldn-diary", "version": 2}', 'newer version'],
  ['a picture', 'photo.png', '\u0089PNG\r\n', 'not a backup'],
];
for (const [what, name, content, words] of FAULTY) {
  test(`a file that is ${what} gets one clear message and changes nothing`, async ({ page }) => {
    await openAt(page);
    await rate(page, 'Pain', 0.3);
    const before = await records(page);
    await chooseBackup(page, { name, mimeType: 'application/json', buffer: Buffer.from(content) });
    await expect(page.getByRole('alert').filter({ hasText: words })).toHaveCount(1);
    expect(await records(page)).toEqual(before);
  });
}

test('charts that are mounted and left 50 times leave nothing behind', async ({ page }) => {
  await openAt(page);
  await openSample(page);
  await expect(drawn(page)).toBeVisible();
  const client = await page.context().newCDPSession(page);
  const turn = async (times) => {
    for (let time = 0; time < times; time += 1) {
      await page.getByRole('link', { name: 'Today' }).click();
      await expect(page.getByRole('slider', { name: 'Pain' })).toBeVisible();
      await page.getByRole('link', { name: 'Charts' }).click();
      await expect(drawn(page)).toBeVisible();
    }
  };
  const measure = async () => {
    await client.send('HeapProfiler.collectGarbage');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    const { nodes } = await client.send('Memory.getDOMCounters');
    return { usedSize, nodes };
  };
  await turn(5);
  const before = await measure();
  await turn(50);
  const after = await measure();
  expect(after.nodes - before.nodes).toBeLessThan(200);
  expect(after.usedSize - before.usedSize).toBeLessThan(3_000_000);
});

test('without the part that draws the page says so, and a reload with it draws the chart', async ({ page, faults }) => {
  await openAt(page);
  await rate(page, 'Pain', 0.62);
  const missing = /\/echarts[^/]*\.js$/;
  await page.route(missing, (route) => route.abort());
  await page.getByRole('link', { name: 'Charts' }).click();
  await expect(page.getByRole('alert')).toContainText('Check that you are online, then reload the page.');
  await axe(page);
  faults.length = 0;
  await page.unroute(missing);
  await page.reload();
  await expect(drawn(page)).toBeVisible();
});

test('the words of the chart grow with the text of the page', async ({ page }) => {
  await openAt(page);
  await openSample(page);
  const letters = async () => {
    await page.goto('/charts');
    const words = page.locator('.chart svg text');
    await expect(words.first()).toBeVisible();
    return words.evaluateAll((all) => Math.min(...all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize))));
  };
  expect(await letters()).toBe(12);
  await page.evaluate(() => localStorage.setItem('ldn-diary-look', JSON.stringify({ text: 'largest' })));
  expect(await letters()).toBeCloseTo(12 * 1.4, 1);
  const marker = await page.locator('.chart-marker').boundingBox();
  const frame = await page.locator('.chart svg').boundingBox();
  expect(frame.x + frame.width - marker.x, 'the last day stands where the chart ends').toBeLessThan(30);
});

test('on paper the chart is light, whatever the theme, and dark again after it', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openAt(page);
  await openSample(page);
  const words = page.locator('.chart svg text').first();
  const colour = () => words.evaluate((word) => getComputedStyle(word).fill);
  await expect.poll(colour).toBe('rgb(163, 174, 180)');
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await expect.poll(colour).toBe('rgb(91, 101, 107)');
  await page.emulateMedia({ colorScheme: 'dark', media: 'screen' });
  await expect.poll(colour).toBe('rgb(163, 174, 180)');
  // The events of a browser that tells of printing by them alone.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect.poll(colour).toBe('rgb(91, 101, 107)');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect.poll(colour).toBe('rgb(163, 174, 180)');
});
