// What Lighthouse says about the built site on its simulated phone (slow 4G, a processor four times slower).

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSER_FLAGS, chromium } from '../lib/browser.mjs';
import { lastLines, run } from '../lib/command.mjs';
import { WORK } from '../lib/paths.mjs';
import { lighthouseScript } from '../setup/lighthouse.mjs';
import { median } from './saving.mjs';

/** How often it is asked: the middle answer counts, because the times differ from run to run. */
export const RUNS = 3;

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const TIMES = {
  first_paint_ms: 'first-contentful-paint',
  largest_paint_ms: 'largest-contentful-paint',
  blocked_ms: 'total-blocking-time',
  layout_shift: 'cumulative-layout-shift',
};

async function report(address, count) {
  const folder = join(WORK, 'lighthouse');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${count}.json`);
  const flags = ['--headless=new', ...BROWSER_FLAGS].join(' ');
  const options = ['--quiet', '--output=json', `--output-path=${file}`, `--only-categories=${CATEGORIES.join()}`];
  const env = { ...process.env, CHROME_PATH: chromium() ?? '' };
  const result = await run(process.execPath, [lighthouseScript(), address, ...options, `--chrome-flags=${flags}`], {
    env,
    timeoutMs: 180_000,
  });
  if (!result.ok) throw new Error(`Lighthouse failed:\n${lastLines(result.output)}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The figures of one report: scores of 100, times in milliseconds, the layout shift as it is. */
export function figures({ categories, audits }) {
  const scores = CATEGORIES.map((name) => [name.replace('-', '_'), Math.round(categories[name].score * 100)]);
  const times = Object.entries(TIMES).map(([name, audit]) => [name, audits[audit].numericValue]);
  return Object.fromEntries([...scores, ...times]);
}

/** The middle figure of each kind over all runs. */
export async function lighthouse(address) {
  const all = [];
  for (let count = 1; count <= RUNS; count += 1) all.push(figures(await report(address, count)));
  return Object.fromEntries(Object.keys(all[0]).map((name) => [name, median(all.map((one) => one[name]))]));
}
