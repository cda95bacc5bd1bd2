// The browser is killed while the app is being kept on the device, or renewed there, and the device has no room left: the
// app opens afterwards (faults 56, 58).

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { rate, saved, slider } from './support/diary.mjs';
import { dead, FULL, found } from './support/fault.mjs';
import { look, kept as untilKept } from './support/kept.mjs';
import { launched, random, SEED, withProfile } from './support/killed.mjs';
import { Site } from './support/site.mjs';

const KILLS = Number(process.env.KILLS ?? (FULL ? 40 : 5));
/** The app is kept, or renewed, within about this time; milliseconds. */
const MEANWHILE = 2500;

const pause = (time) => new Promise((done) => setTimeout(done, time));

/** Whether the app opens; and the answer that stands there. */
async function opens(page, address) {
  await page.goto(address).catch(() => {});
  const pain = slider(page, 'Pain');
  await pain.waitFor({ timeout: 20_000 }).catch(() => {});
  return (await pain.count()) ? pain.getAttribute('aria-valuetext') : undefined;
}

let site;
test.beforeEach(async () => {
  test.setTimeout(120_000 + KILLS * 30_000);
  site = await Site.start();
  console.log(`kill test: seed ${SEED}`);
});
test.afterEach(() => site.remove());

test('killed while it is kept for the first time, the app opens and is kept the next time', async () => {
  const next = random(SEED);
  const shut = [];
  for (let count = 0; count < KILLS; count += 1) {
    await withProfile(async (profile) => {
      const first = await launched(profile);
      await opens(first.page, site.address);
      await pause(MEANWHILE * next());
      await first.kill();
      const second = await launched(profile);
      if (!(await opens(second.page, site.address))) shut.push(`kill ${count}`);
      else await untilKept(second.page);
      await second.end();
      site.stop();
      const third = await launched(profile);
      if (!(await opens(third.page, site.address))) shut.push(`kill ${count}, without a server`);
      await third.kill();
      await site.listen(site.port);
    });
  }
  dead(test, 'the browser killed while the worker installs for the first time', KILLS, shut);
});

test('killed while a new version comes or takes over, the app opens without a server, with every answer', async () => {
  const next = random(SEED);
  const shut = [];
  let lost = 0;
  await withProfile(async (kind) => {
    const before = await launched(kind);
    await opens(before.page, site.address);
    await untilKept(before.page);
    await rate(before.page, 'Pain', 0.5);
    await saved(before.page);
    await before.end();
    await site.bringOut('Something new.', ({ files }) => files.set('rescue.css', Buffer.from('other')));
    for (let count = 0; count < KILLS; count += 1) {
      await withProfile(async (profile) => {
        cpSync(kind, profile, { recursive: true });
        const during = await launched(profile);
        await opens(during.page, site.address);
        look(during.page).catch(() => {});
        const start = during.page.getByRole('button', { name: 'Start it now' });
        if (count % 2) await start.click({ timeout: 20_000 });
        await pause((count % 2 ? 1000 : MEANWHILE) * next());
        await during.kill();
        site.stop();
        const after = await launched(profile);
        const pain = await opens(after.page, site.address);
        if (!pain) shut.push(`kill ${count}`);
        else if (pain !== '50') lost += 1;
        await after.kill();
        await site.listen(site.port);
      });
    }
  });
  dead(test, 'the browser killed while a new version of the worker installs or takes over', KILLS, shut);
  found(test, 'the same, counted in answers', KILLS, lost);
});

/** A small disk of its own, where this may be made. */
function smallDisk(path, megabytes) {
  try {
    mkdirSync(path);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
    return () => execFileSync('umount', ['--lazy', path]);
  } catch {
    return undefined;
  }
}

/** Fills a disk to the last block. */
function fill(path, name) {
  const { bavail, bsize } = statfsSync(path);
  try {
    writeFileSync(join(path, name), Buffer.alloc(Number(bavail) * Number(bsize) + bsize));
  } catch {
    // As full as it gets.
  }
}

test('on a disk without room the app opens, before it was kept and after, and when there is room again', async () => {
  await withProfile(async (folder) => {
    const disk = join(folder, 'disk');
    const unmount = smallDisk(disk, 120);
    test.skip(!unmount, 'no small disk can be mounted here');
    const shut = [];
    let tries = 0;
    const tryIt = async (when, page) => {
      tries += 1;
      if (!(await opens(page, site.address))) shut.push(when);
    };
    try {
      const before = await launched(disk);
      fill(disk, 'full');
      for (const time of [1, 2, 3]) await tryIt(`the first visit, load ${time}`, before.page);
      rmSync(join(disk, 'full'));
      for (const time of [1, 2]) await tryIt(`room again, load ${time}`, before.page);
      await before.end();
      const kept = await launched(disk);
      await tryIt('a new start with room', kept.page);
      await untilKept(kept.page);
      fill(disk, 'full');
      for (const time of [1, 2, 3]) await tryIt(`kept, then full, load ${time}`, kept.page);
      rmSync(join(disk, 'full'));
      for (const time of [1, 2]) await tryIt(`kept, room again, load ${time}`, kept.page);
      await kept.end();
      fill(disk, 'full');
      const after = await launched(disk);
      for (const time of [1, 2, 3]) await tryIt(`a new start, full, load ${time}`, after.page);
      rmSync(join(disk, 'full'));
      for (const time of [1, 2]) await tryIt(`a new start, room again, load ${time}`, after.page);
      await after.end();
      const last = await launched(disk);
      await tryIt('the last start', last.page);
      await rate(last.page, 'Pain', 0.5);
      await saved(last.page);
      await last.kill();
    } finally {
      unmount();
    }
    dead(test, 'a disk of 120 MB filled to the last block, and room again', tries, shut);
  });
});
