// The whole browser is killed at a random moment after "Saved" appeared.

import { expect, test } from '@playwright/test';
import { saved, slider } from './support/diary.mjs';
import { FULL, found } from './support/fault.mjs';
import { launched, random, SEED, withProfile } from './support/killed.mjs';

const KILLS = Number(process.env.KILLS ?? (FULL ? 120 : 40));
/** Browsers at once. */
const LINES = 2;

/** Whether the local store alone would have had the last answer: what the second store is there for. */
async function localHas(page, address, expected) {
  await page.goto(`${address}/rescue.html`);
  const items = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('ldn-diary/day/'));
    return key ? JSON.parse(localStorage.getItem(key)).body.items : {};
  });
  return items.pain === expected.pain && items.fatigue === expected.fatigue;
}

/** One profile: answer, "Saved", kill, look, and again. */
async function line(profile, address, kills, seed, tally) {
  const next = random(seed);
  const expected = {};
  for (let count = 0; count <= kills; count += 1) {
    const { page, kill } = await launched(profile);
    if (count > 0 && !(await localHas(page, address, expected))) tally.local += 1;
    await page.goto(address);
    await slider(page, 'Pain').waitFor();
    for (const [item, name] of [
      ['pain', 'Pain'],
      ['fatigue', 'Fatigue'],
    ]) {
      const shown = await slider(page, name).getAttribute('aria-valuetext');
      if (expected[item] !== undefined && shown !== String(expected[item]))
        tally.lost.push(`${name}: ${shown}, not ${expected[item]}`);
    }
    if (count < kills) {
      // The first write of a session, or one of its later ones.
      const writes = 1 + Math.floor(next() * 3);
      for (let write = 0; write < writes; write += 1) {
        const [item, name] = next() < 0.5 ? ['pain', 'Pain'] : ['fatigue', 'Fatigue'];
        expected[item] = expected[item] === undefined || expected[item] >= 100 ? 50 : expected[item] + 1;
        if (expected[item] === 50) await slider(page, name).press('Delete');
        await slider(page, name).press('ArrowRight');
        await expect(slider(page, name)).toHaveAttribute('aria-valuetext', String(expected[item]));
        await saved(page);
      }
      // From 0 to 10 s, most of them soon.
      await new Promise((done) => setTimeout(done, 10_000 * next() ** 4));
    }
    await kill();
  }
}

// S2
test('an answer that was called saved outlives a browser that is killed', async ({ baseURL }) => {
  test.setTimeout(60_000 + KILLS * 15_000);
  console.log(`kill test: seed ${SEED}`);
  const tally = { lost: [], local: 0 };
  const each = Math.ceil(KILLS / LINES);
  const lines = Array.from({ length: LINES }, (_, index) =>
    withProfile((profile) => line(profile, baseURL, each, SEED + index, tally)),
  );
  await Promise.all(lines);
  expect(tally.lost).toEqual([]);
  found(
    test,
    'the browser killed 0 to 10 s after "Saved"',
    each * LINES,
    tally.lost.length,
    `local storage alone would have lost ${tally.local}; seed ${SEED}`,
  );
});
