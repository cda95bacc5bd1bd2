// The app as it is kept on the device: a site of the test's own, and what the service worker has of it.

import { NAMES } from '../../../scripts/lib/names.mjs';
import { Site } from './site.mjs';
import { test as base, expect } from './test.mjs';

export { expect };

/** A test with a server of its own, whose service worker is let in. */
export const test = base.extend({
  serviceWorkers: 'allow',
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see that nothing is needed
  site: async ({}, use) => {
    const site = await Site.start();
    await use(site);
    site.remove();
  },
  baseURL: async ({ site }, use) => use(site.address),
});

export const build = (page) => page.locator('meta[name="ldn-build"]').getAttribute('content');
export const heading = (page) => page.locator('#main h1:not(.soft)');

/** The version that the service worker has seen at work. */
export const works = (page) =>
  page.evaluate(async (memory) => {
    const text = await (await caches.open(memory)).match('/');
    return (await text?.json())?.works;
  }, NAMES.WORKER_CACHE);

/** The caches of versions. */
export const versions = (page) =>
  page.evaluate(
    async (beginning) => (await caches.keys()).filter((name) => name.startsWith(beginning)),
    NAMES.VERSION_CACHES,
  );

/** Waits until all of the app is on the device, and is known to work. */
export async function kept(page) {
  const name = await build(page);
  await page.waitForFunction(async () => Boolean(navigator.serviceWorker.controller));
  await expect.poll(() => works(page)).toBe(name);
}

/** Opens the app and waits until it is kept. */
export async function openAndKeep(page) {
  await page.goto('/');
  await heading(page).waitFor();
  await kept(page);
}

/** Lets the browser look for a new version, as it does by itself when the app is opened. */
export const look = (page) =>
  page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()));
