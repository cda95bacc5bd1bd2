// W8: after the first load everything works with the network off, and a new version is offered, never forced.

import { readFile } from 'node:fs/promises';
import { openSample, rate, records, saved, slider } from './support/diary.mjs';
import { build, expect, heading, kept, look, openAndKeep, test, versions } from './support/kept.mjs';

const ROUTES = {
  '/': /\d/,
  '/history': 'History',
  '/treatment': 'Treatment',
  '/charts': 'Charts',
  '/results': 'Results',
  '/report': 'For your doctor',
  '/settings': 'Settings',
  '/backup': 'Backup and storage',
};

const offer = (page) => page.getByRole('region', { name: 'A new version is ready.' });

/** A cold start: no page of the app is open any more, and then one is. */
async function openAnew(page) {
  const context = page.context();
  await page.close();
  const next = await context.newPage();
  await next.goto('/');
  await heading(next).waitFor();
  return next;
}

test('with the server gone the app starts cold on every address, and an evening is recorded', async ({
  page,
  site,
}) => {
  await openAndKeep(page);
  site.stop();
  await page.close();
  const cold = await page.context().newPage();
  for (const [path, title] of Object.entries(ROUTES)) {
    await cold.goto(path);
    await expect(heading(cold), path).toHaveText(title);
  }
  await cold.goto('/');
  await rate(cold, 'Pain', 0.5);
  await saved(cold);
  await cold.reload();
  await expect(slider(cold, 'Pain')).toHaveAttribute('aria-valuenow', /^(49|50|51)$/);
  expect(Object.keys(await records(cold)).some((key) => key.startsWith('day/'))).toBe(true);
});

test('what the first page did not fetch is there too: sample, charts, licences, rescue page, backup', async ({
  page,
  site,
}) => {
  await openAndKeep(page);
  // The page is the one of the first visit: nothing was loaded anew.
  site.stop();
  await openSample(page);
  await expect(page.locator('.chart svg').first()).toBeVisible();
  await page.getByRole('button', { name: 'Leave the sample' }).click();
  await page.goto('/backup');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  expect((await download).suggestedFilename()).toMatch(/^ldn-diary-.*\.json$/);
  await page.goto('/settings');
  await page.getByLabel('Remind me at').selectOption('21:30');
  const versions = [];
  for (let made = 0; made < 2; made += 1) {
    const answered = page.waitForResponse('**/reminders/2130.ics?**');
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Add a reminder at 21:30' }).click();
    expect((await answered).fromServiceWorker()).toBe(true);
    expect((await answered).headers()['content-type']).toContain('text/calendar');
    const text = await readFile(await (await saved).path(), 'utf8');
    expect(text).toMatch(/^DTSTART:\d{8}T213000\r$/m);
    versions.push(Number(text.match(/^SEQUENCE:(\d+)\r$/m)[1]));
  }
  expect(versions[1]).toBeGreaterThan(versions[0]);
  await page.goto('/rescue.html');
  await expect(page.locator('h1')).toBeVisible();
});

test('an address that is no page of the app is not answered by the app', async ({ page, faults }) => {
  await openAndKeep(page);
  expect((await page.goto('/no-such-file.png')).status()).toBe(404);
  expect((await page.goto('/')).ok()).toBe(true);
  expect(faults.every((fault) => /404/.test(fault))).toBe(true);
  faults.length = 0;
});

test('that it opens without a network is said once that is so, and not before', async ({ page }) => {
  await page.addInitScript(() => {
    const container = navigator.serviceWorker;
    const register = container.register.bind(container);
    const begun = new Promise((begin) => {
      window.beginToKeep = begin;
    });
    container.register = (...given) => begun.then(() => register(...given));
  });
  await page.goto('/settings');
  await expect(page.getByText('Once the whole app is on this device')).toBeVisible();
  await expect(page.getByText('The whole app is on this device:')).toHaveCount(0);
  await page.evaluate(() => window.beginToKeep());
  await expect(page.getByText('The whole app is on this device:')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Once the whole app')).toHaveCount(0);
});

test('the first version says nothing of a new one, and keeps one version', async ({ page }) => {
  await openAndKeep(page);
  await page.reload();
  await heading(page).waitFor();
  await expect(offer(page)).toHaveCount(0);
  expect(await versions(page)).toHaveLength(1);
  await page.goto('/settings');
  await expect(page.getByText('it opens without a network')).toBeVisible();
});

test('a new version waits, says what it brings, and starts when asked; and the same back again', async ({
  page,
  site,
}) => {
  await openAndKeep(page);
  const first = await build(page);
  await rate(page, 'Pain', 0.5);
  await saved(page);
  await site.bringOut('Charts can be printed <b>now</b>.');
  await look(page);
  await expect(offer(page)).toBeVisible();
  await page.reload();
  await expect(offer(page)).toBeVisible();
  expect(await build(page), 'a reload does not force it').toBe(first);
  await offer(page).getByText('What is new').click();
  await expect(offer(page).getByRole('listitem')).toHaveText('Charts can be printed <b>now</b>.');
  await offer(page).getByRole('button', { name: 'Start it now' }).click();
  await expect.poll(() => build(page).catch(() => first)).not.toBe(first);
  await heading(page).waitFor();
  await kept(page);
  await expect(offer(page)).toHaveCount(0);
  await expect.poll(() => versions(page), 'the old one is let go').toHaveLength(1);

  site.bringOutBuilt();
  await look(page);
  await offer(page).getByRole('button', { name: 'Start it now' }).click();
  await expect.poll(() => build(page).catch(() => '')).toBe(first);
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuenow', /^(49|50|51)$/);
});

test('a new version that was put off starts by itself at the next cold start', async ({ page, site }) => {
  await openAndKeep(page);
  const first = await build(page);
  await site.bringOut('Something new.');
  await look(page);
  await offer(page).getByRole('button', { name: 'Later' }).click();
  await expect(offer(page)).toHaveCount(0);
  const next = await openAnew(page);
  // The browser lets go of the old version some moments after its last page; the page may have come before that.
  const settled = async () => {
    await next.reload();
    await heading(next).waitFor();
    return build(next);
  };
  await expect.poll(settled).not.toBe(first);
});

test('a version that arrives in part is not kept, and the one before goes on', async ({ page, site, faults }) => {
  await openAndKeep(page);
  const first = await build(page);
  await site.bringOut('Something new.', ({ files }) => files.set('rescue.css', Buffer.from('all of it')));
  site.damage('rescue.css', 'half of it');
  await look(page).catch(() => {});
  await expect.poll(() => versions(page), 'what arrived of it is let go').toHaveLength(1);
  await page.reload();
  await heading(page).waitFor();
  await expect(offer(page)).toHaveCount(0);
  site.stop();
  const next = await openAnew(page);
  expect(await build(next)).toBe(first);
  // That the file was not what it should be stands in the log of the worker, where it belongs.
  faults.length = 0;
});

test('a version that does not start gives way to the one before', async ({ page, site, faults }) => {
  await openAndKeep(page);
  const first = await build(page);
  await site.bringOut('A mistake.', (version) => {
    version.html = version.html.replace(/<script type="module"[^>]*>/, '<script type="module" src="/broken.js">');
    version.files.set('broken.js', Buffer.from('throw new Error("broken");'));
  });
  await look(page);
  await offer(page).getByRole('button', { name: 'Start it now' }).click();
  await expect.poll(() => build(page).catch(() => first)).not.toBe(first);
  // The page tries it once more by itself.
  const again = async () => {
    await page.reload().catch(() => {});
    return build(page).catch(() => '');
  };
  await expect.poll(again).toBe(first);
  await heading(page).waitFor();
  site.stop();
  await page.reload();
  await heading(page).waitFor();
  expect(faults.filter((fault) => !/broken/.test(fault))).toEqual([]);
  faults.length = 0;
});

test('two tabs: the one that shows the old version still gets the parts that it fetches late', async ({
  page,
  site,
}) => {
  await openAndKeep(page);
  const other = await page.context().newPage();
  await other.goto('/');
  await heading(other).waitFor();
  await site.bringOut('Something new.');
  await look(other);
  await offer(other).getByRole('button', { name: 'Start it now' }).click();
  await expect.poll(() => build(other).catch(() => '')).not.toBe(await build(page));
  site.stop();
  await openSample(page);
  await expect(page.locator('.chart svg').first()).toBeVisible();
});

test('the page for a pharmacist, who has no diary, is there with the network off once it was opened', async ({
  page,
  site,
}) => {
  await page.goto('/pharmacist');
  await heading(page).waitFor();
  await kept(page);
  const isHere = () =>
    page.evaluate(async () => {
      const addresses = [];
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) addresses.push(request.url);
      return addresses.some((address) => /\/app-seldom[^/]*\.wasm$/.test(address));
    });
  await expect.poll(isHere).toBe(true);
  site.stop();
  await page.close();
  const cold = await page.context().newPage();
  await cold.goto('/pharmacist');
  await cold.getByLabel('Dose of naltrexone a day').fill('1.5');
  await cold.getByRole('radio', { name: 'Capsule', exact: true }).check();
  await cold.getByLabel('First day of period 1').fill('2099-01-04');
  // A day that is far away is asked about once.
  for (const _ of [1, 2]) await cold.getByRole('button', { name: 'Draw', exact: true }).click();
  await expect(cold.locator('.trial-paper')).toHaveCount(4);
});
