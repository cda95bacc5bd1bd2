// How long months from another program take to come along: a table of 400 days, some twenty rows a day, with the processor
// slowed down to a quarter.

import { chromium as driver } from 'playwright-core';
import { BROWSER_FLAGS, chromium } from '../lib/browser.mjs';
import { SLOWER } from './charts.mjs';

export const DAYS = 400;
const ROWS = 20;
const SYMPTOMS = ['Fatigue (Mild)', 'Back pain (Moderate)', 'Headache (Severe)', 'Nausea (Mild)', 'Brain fog (Mild)'];

/** A table as Bearable writes it. */
export function table() {
  const lines = ['date,date formatted,weekday,time of day,category,rating/amount,detail,notes'];
  for (let day = 0; day < DAYS; day += 1) {
    const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
    for (let row = 0; row < ROWS; row += 1) {
      const [kind, detail] =
        row < ROWS - 2 ? ['Symptom', SYMPTOMS[row % SYMPTOMS.length]] : [['Mood', 'Energy'][row % 2], ''];
      lines.push(
        `"x","${date}","Monday","${['am', 'mid', 'pm'][row % 3]}","${kind}","${1 + ((day + row) % 3)}","${detail}",""`,
      );
    }
  }
  return lines.join('\n');
}

/** Milliseconds from the choice of the file to what it holds, from there to what it would do, and until it is taken in,
 * without the time in which the scales are said: all of it. */
export async function bring(address) {
  const browser = await driver.launch({ executablePath: chromium() ?? undefined, args: BROWSER_FLAGS });
  try {
    const page = await (await browser.newContext({ timezoneId: 'UTC', locale: 'en-GB' })).newPage();
    await page.goto(new URL('backup', address).href);
    const input = page.locator('#import-file');
    await input.waitFor({ state: 'attached' });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    let took = 0;
    const timed = async (act, wanted) => {
      const begin = performance.now();
      await act();
      await wanted();
      took += performance.now() - begin;
    };
    const file = { name: 'bearable.csv', mimeType: 'text/csv', buffer: Buffer.from(table()) };
    await timed(
      () => input.setInputFiles(file),
      () => page.locator('#import-plan').waitFor(),
    );
    for (const scale of await page.locator('details[open] select[id$="-scale"]').all())
      await scale.selectOption({ index: 1 });
    await timed(
      () => page.getByRole('button', { name: 'See what it would do' }).click(),
      () => page.locator('#table-plan').waitFor(),
    );
    await timed(
      () => page.getByRole('button', { name: 'Bring it along' }).click(),
      () => page.waitForURL('**/charts'),
    );
    return took;
  } finally {
    await browser.close();
  }
}
