// A browser of its own, with a profile on the disk, that can be killed at any moment: a test page's profile is gone with its
// browser.

import { spawn } from 'node:child_process';
import { chromium as driver } from '@playwright/test';
import { BROWSER_FLAGS, chromium, headlessShell } from '../../../scripts/lib/browser.mjs';
import { FULL } from './fault.mjs';

export { withProfile } from './profile.mjs';

/** Numbers from 0 to 1 that a seed repeats. */
export function random(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The seed of this run; `KILL_SEED` repeats another. */
export const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

/** The table of faults is made with the whole browser. What keeps and writes is the same in both. */
const BROWSER = FULL ? chromium() : headlessShell();

/** A browser in a process group of its own, so that all of it dies at once; `end` lets it write what it has not yet. */
export async function launched(profile) {
  const flags = [...BROWSER_FLAGS, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child = spawn(BROWSER, [...flags, 'about:blank'], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
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
  const end = async () => {
    const gone = new Promise((done) => child.once('exit', done));
    const session = await browser.newBrowserCDPSession();
    await session.send('Browser.close').catch(() => {});
    await gone;
  };
  return { page, kill, end };
}
