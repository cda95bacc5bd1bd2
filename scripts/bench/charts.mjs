// How long a patient with a slow phone waits for charts and results: from a tap to what was asked for, once every part of
// the app has been fetched, with the processor slowed down to a quarter.

import { chromium as driver } from 'playwright-core';
import { BROWSER_FLAGS, chromium } from '../lib/browser.mjs';
import { longDiary, median } from './saving.mjs';

/** How many times slower than this machine. */
export const SLOWER = 4;
const TIMES = 5;
const DRAWN = '.chart svg path';
const ANSWERED = '.answer-sentence';

/** A diary with a baseline of four weeks, then in each year LDN with three doses, placebo and washout. */
function treated(days) {
  const diary = longDiary(days);
  const from = (day) => diary.days[Math.min(day, days - 1)].date;
  const phases = [{ kind: 'baseline', from: from(0) }];
  const steps = [];
  for (let year = 0; year * 365 + 337 < days; year += 1) {
    const begin = year * 365;
    phases.push({ kind: 'ldn', from: from(begin + 28) });
    phases.push({ kind: 'placebo', from: from(begin + 309) });
    phases.push({ kind: 'washout', from: from(begin + 337) });
    for (const [day, micrograms] of [
      [28, 1500],
      [42, 3000],
      [56, 4500],
    ])
      steps.push({ from: from(begin + day), micrograms });
  }
  return { ...diary, phases, dose_steps: steps };
}

/** Clicks and waits, within the page itself, for something new of a kind to be there and painted: milliseconds. */
function timedClick([link, wanted]) {
  const target = [...document.querySelectorAll('a, button')].find(
    (one) => one.textContent.trim() === link && one.offsetParent !== null,
  );
  const before = document.querySelector(wanted);
  return new Promise((done) => {
    const begin = performance.now();
    const look = () => {
      const now = document.querySelector(wanted);
      if (now && now !== before) requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
      else requestAnimationFrame(look);
    };
    target.click();
    look();
  });
}

/** Moves the chart by its button, and waits until that is painted: milliseconds. */
function timedPan(name) {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
  const svg = document.querySelector('.chart svg');
  return new Promise((done) => {
    const begin = performance.now();
    const observer = new MutationObserver(() => {
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
    });
    observer.observe(svg, { childList: true, attributes: true, subtree: true });
    button.click();
  });
}

async function imported(browser, address, diary) {
  const page = await (await browser.newContext({ timezoneId: 'UTC', locale: 'en-GB' })).newPage();
  await page.addInitScript(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  await page.goto(new URL('/backup', address).href);
  const buffer = Buffer.from(JSON.stringify(diary));
  const file = { name: 'diary.json', mimeType: 'application/json', buffer };
  await page.getByLabel('Import a backup').setInputFiles(file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL('**/charts', { timeout: 120_000 });
  await page.locator(DRAWN).first().waitFor({ state: 'attached' });
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
}

async function opened(page, link, wanted) {
  const times = [];
  let longest = 0;
  for (let time = 0; time <= TIMES; time += 1) {
    await page.getByRole('link', { name: 'Today', exact: true }).click();
    await page.getByRole('slider', { name: 'Pain', exact: true }).waitFor();
    await page.evaluate(() => {
      window.longest = 0;
    });
    const took = await page.evaluate(timedClick, [link, wanted]);
    // The first one fetches what is fetched late.
    if (time === 0) continue;
    times.push(took);
    longest = Math.max(longest, await page.evaluate(() => window.longest));
  }
  return { took: median(times), longest };
}

async function panned(page) {
  await page.getByRole('link', { name: 'Quarter', exact: true }).click();
  await page.locator('.chart-sight').waitFor();
  const times = [];
  for (let time = 0; time < TIMES; time += 1) times.push(await page.evaluate(timedPan, 'Earlier'));
  return { took: median(times), longest: Math.max(...times) };
}

/** What takes how long, in milliseconds, and the longest task in it: `{ chart_year: { took, longest }, … }`. */
export async function charts(address) {
  const browser = await driver.launch({ executablePath: chromium() ?? undefined, args: BROWSER_FLAGS });
  try {
    const year = await imported(browser, address, treated(365));
    const chart_year = await opened(year, 'Charts', DRAWN);
    const decade = await imported(browser, address, treated(3652));
    const chart_decade = await opened(decade, 'Charts', DRAWN);
    const pan = await panned(decade);
    const results_decade = await opened(decade, 'Results', ANSWERED);
    return { chart_year, chart_decade, pan, results_decade };
  } finally {
    await browser.close();
  }
}
