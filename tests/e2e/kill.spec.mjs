// The whole browser is killed at a random moment after "Saved" appeared. A browser of its own with a profile on the
// disk, because a test page's profile is gone with its browser.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as driver, expect, test } from '@playwright/test';
import { BROWSER_FLAGS, chromium } from '../../scripts/lib/browser.mjs';
import { saved, slider } from './support/diary.mjs';
import { FULL, found } from './support/fault.mjs';

const KILLS = Number(process.env.KILLS ?? (FULL ? 120 : 40));
/** Browsers at once. */
const LINES = 2;
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

/** Numbers from 0 to 1 that a seed repeats. */
function random(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A browser in a process group of its own, so that all of it dies at once. */
async function launched(profile) {
  const flags = [...BROWSER_FLAGS, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child = spawn(chromium(), [...flags, 'about:blank'], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const endpoint = await new Promise((done, fail) => {
    let said = '';
    child.once('exit', () => fail(new Error(`the browser did not start: ${said}`)));
    child.stderr.on('data', (chunk) => {
      said += chunk;
      const address = said.match(/DevTools listening on (ws:\S+)/)?.[1];
      if (address) done(address);
    });
  });
  const browser = await driver.connectOverCDP(endpoint);
  const page = browser.contexts()[0].pages()[0] ?? (await browser.contexts()[0].newPage());
  const kill = async () => {
    const gone = new Promise((done) => child.once('exit', done));
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    await browser.close().catch(() => {});
  };
  return { page, kill };
}

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
async function line(address, kills, seed, tally) {
  const profile = await mkdtemp(join(tmpdir(), 'ldn-diary-kill-'));
  const next = random(seed);
  const expected = {};
  try {
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
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

// S2
test('an answer that was called saved outlives a browser that is killed', async ({ baseURL }) => {
  test.setTimeout(60_000 + KILLS * 15_000);
  console.log(`kill test: seed ${SEED}`);
  const tally = { lost: [], local: 0 };
  const each = Math.ceil(KILLS / LINES);
  await Promise.all(Array.from({ length: LINES }, (_, index) => line(baseURL, each, SEED + index, tally)));
  expect(tally.lost).toEqual([]);
  found(
    test,
    'the browser killed 0 to 10 s after "Saved"',
    each * LINES,
    tally.lost.length,
    `local storage alone would have lost ${tally.local}; seed ${SEED}`,
  );
});
