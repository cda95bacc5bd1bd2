// What a slow phone does with the app: a browser whose processor is four times slower, and an hour of use.

import { chromium as driver } from 'playwright-core';
import { BROWSER_FLAGS, chromium } from '../lib/browser.mjs';
import { median } from './saving.mjs';

/** How many times slower than this computer. */
export const SLOWER = 4;
const STARTS = 7;
/** Rounds through the app before the heap is measured first, and then one for every two minutes of an hour. */
const WARM_UP = 10;
const ROUNDS = 30;
/** A slow mobile network as DevTools makes it: 1.6 and 0.75 Mb/s, 150 ms for each request; bytes in a second. */
const SLOW_NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
/** A task blocks a finger for what it takes over this; milliseconds. */
const SHORT_TASK = 50;
const PAGES = ['History', 'Treatment', 'Charts', 'Results', 'Settings', 'Today'];

/** Notes when the first question stands and the browser has painted it, long tasks, and how long each
 * interaction took to its paint. */
function watch() {
  window.seen = { started: undefined, interactions: [], tasks: [] };
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[role="slider"]')) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => (window.seen.started = performance.now())));
  });
  observer.observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId) window.seen.interactions.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime: begin, duration } of list.getEntries()) window.seen.tasks.push({ begin, duration });
  }).observe({ type: 'longtask', buffered: true });
}

async function open(browser, address) {
  const context = await browser.newContext({
    timezoneId: 'UTC',
    locale: 'en-GB',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('slider').first().waitFor();
  return page;
}

async function slow(page, rate) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return session;
}

/** From the address to the first question that can be answered, with the app on the device already; milliseconds. */
export async function warmStart(browser, address) {
  const page = await open(browser, address);
  await page.waitForFunction(() => Boolean(navigator.serviceWorker.controller), undefined, { timeout: 60_000 });
  await page.waitForTimeout(2000);
  const starts = [];
  for (let count = 0; count < STARTS; count += 1) {
    const next = await page.context().newPage();
    await slow(next, SLOWER);
    await next.goto(address);
    await next.waitForFunction(() => window.seen.started !== undefined);
    starts.push(await next.evaluate(() => window.seen.started));
    await next.close();
  }
  await page.context().close();
  return median(starts);
}

/** A first visit over a slow network with a slow processor: when the pain line takes a tap, milliseconds from the address;
 * and for how long tasks blocked the page from its first paint until then. */
export async function firstVisit(browser, address) {
  const visits = [];
  for (let count = 0; count < STARTS; count += 1) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
    await context.addInitScript(watch);
    const page = await context.newPage();
    const session = await slow(page, SLOWER);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_NETWORK);
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.seen?.started !== undefined);
    await page.getByRole('slider', { name: 'Pain' }).tap();
    await page.getByRole('slider', { name: 'Pain' }).and(page.locator('[aria-valuetext="50"]')).waitFor();
    visits.push(
      await page.evaluate(() => ({
        ready: window.seen.started,
        painted: performance.getEntriesByName('first-contentful-paint')[0].startTime,
        tasks: window.seen.tasks,
      })),
    );
    await context.close();
  }
  const blocked = ({ ready, painted, tasks }) =>
    tasks
      .filter(({ begin }) => begin > painted && begin < ready)
      .reduce((sum, { duration }) => sum + Math.max(duration - SHORT_TASK, 0), 0);
  return { ready: median(visits.map(({ ready }) => ready)), blocked: median(visits.map(blocked)) };
}

/** Gives an answer in every way that an evening needs. */
async function answerAll(page, share) {
  for (const line of await page.getByRole('slider').all()) {
    await line.scrollIntoViewIfNeeded();
    const box = await line.boundingBox();
    await page.touchscreen.tap(box.x + box.width * share, box.y + box.height / 2);
  }
  for (const radio of await page.getByRole('radio', { name: share < 0.5 ? 'Yes' : 'No', exact: true }).all()) {
    if (await radio.isVisible()) await radio.locator('..').tap();
  }
}

async function visit(page, name) {
  const bar = page.getByRole('navigation');
  const link = bar.getByRole('link', { name, exact: true }).filter({ visible: true });
  // On a phone some pages stand behind "More".
  if ((await link.count()) === 0) await bar.locator('summary').tap();
  const path = await link.getAttribute('href');
  await link.tap();
  // The page before stands until the next comes with its address.
  await page.waitForURL(`**${path}`, { waitUntil: 'commit' });
  await page.locator('#main h1:not(.soft)').waitFor();
}

/** The longest and the middle time from an interaction to the next paint; milliseconds, in steps of eight. */
export async function interactions(browser, address) {
  const page = await open(browser, address);
  await page.waitForTimeout(4000);
  await slow(page, SLOWER);
  for (const share of [0.3, 0.7]) {
    await answerAll(page, share);
    for (const name of PAGES) await visit(page, name);
  }
  await page.waitForTimeout(500);
  const took = await page.evaluate(() => window.seen.interactions);
  await page.context().close();
  return { longest: Math.max(...took), middle: median(took), count: took.length };
}

/** What JavaScript holds after a collection, and what the program's own memory measures; bytes. */
async function heap(page, session) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize + (await page.evaluate(async () => (await ldnProgram.started).memory.buffer.byteLength));
}

/** How much the heap has grown after an hour of use, as a share of what it was: 0.05 is 5 %. */
export async function growth(browser, address, warmUp = WARM_UP, rounds = ROUNDS) {
  const page = await open(browser, address);
  const session = await page.context().newCDPSession(page);
  const round = async (count) => {
    await answerAll(page, count % 2 ? 0.3 : 0.7);
    for (const name of PAGES) await visit(page, name);
  };
  for (let count = 0; count < warmUp; count += 1) await round(count);
  const before = await heap(page, session);
  for (let count = 0; count < rounds; count += 1) await round(count);
  const after = await heap(page, session);
  await page.context().close();
  return { before, after, growth: after / before - 1 };
}

/** All of it: `{ first: { ready, blocked }, start, interactions: { longest, middle, count }, heap: { before, after, growth } }`. */
export async function phone(address) {
  const browser = await driver.launch({ executablePath: chromium() ?? undefined, args: BROWSER_FLAGS });
  try {
    return {
      first: await firstVisit(browser, address),
      start: await warmStart(browser, address),
      interactions: await interactions(browser, address),
      heap: await growth(browser, address),
    };
  } finally {
    await browser.close();
  }
}
