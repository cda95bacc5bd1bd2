// How long a patient waits: from a tap to "Saved", and from the address to the questions with a diary of ten years.

import { chromium as driver } from 'playwright-core';
import { BROWSER_FLAGS, chromium } from '../lib/browser.mjs';

const TAPS = 60;
const STARTS = 5;
const YEARS = 10;

/** The middle one of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A backup with an entry on each of the last days before `today`, one number apart. */
export function longDiary(days, today = new Date()) {
  const list = Array.from({ length: days }, (_, index) => {
    const date = new Date(today.getTime() - (days - index) * 86_400_000).toISOString().slice(0, 10);
    const items = {
      pain: index % 101,
      fatigue: (index * 7) % 101,
      sleep_quality: (index * 3) % 101,
      overall: (index * 5) % 101,
    };
    const side_effects = { vivid_dreams: index % 5 === 0, headache: index % 7 === 0 };
    return { date, recorded_at: `${date}T21:04:00+00:00`, edited_at: null, items, side_effects };
  });
  return { format: 'ldn-diary', version: 1, phases: [{ kind: 'baseline', from: list[0].date }], days: list };
}

/** Answers the pain question by a key and waits for "Saved", within the page itself: milliseconds. */
function timedAnswer(key) {
  const line = document.querySelector('[role="slider"]');
  const status = document.querySelector('[role="status"]');
  return new Promise((done) => {
    const begin = performance.now();
    let begun = false;
    const observer = new MutationObserver(() => {
      begun ||= status.dataset.state === 'saving';
      if (!begun || status.dataset.state !== 'saved') return;
      observer.disconnect();
      done(performance.now() - begin);
    });
    observer.observe(status, { attributes: true, childList: true, characterData: true, subtree: true });
    // A key, because a pointer that was not really pressed can't be captured. The way from there is the same.
    line.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
}

/** `{ tap, start }`: medians in milliseconds. */
export async function saving(address) {
  const browser = await driver.launch({ executablePath: chromium() ?? undefined, args: BROWSER_FLAGS });
  try {
    const page = await (await browser.newContext({ timezoneId: 'UTC', locale: 'en-GB' })).newPage();
    await page.goto(address);
    await page.getByLabel('Import a backup').setInputFiles({
      name: 'ten-years.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(longDiary(Math.round(YEARS * 365.25)))),
    });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.waitForURL('**/charts', { timeout: 120_000 });
    const starts = [];
    for (let count = 0; count < STARTS; count += 1) {
      await page.goto(address);
      await page.getByRole('slider', { name: 'Pain', exact: true }).waitFor();
      starts.push(await page.evaluate(() => performance.now()));
    }
    const taps = [];
    for (let count = 0; count < TAPS; count += 1)
      taps.push(await page.evaluate(timedAnswer, count % 2 ? 'Home' : 'End'));
    return { tap: median(taps), start: median(starts) };
  } finally {
    await browser.close();
  }
}
