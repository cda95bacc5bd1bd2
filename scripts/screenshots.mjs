// Takes the pictures that a browser shows before it installs the app, from the built site with the sample diary.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { BROWSER_FLAGS, chromium } from './lib/browser.mjs';
import { DIST, ROOT } from './lib/paths.mjs';
import { listen, siteServer } from './site/server.mjs';

const FOLDER = join(ROOT, 'public/screenshots');

/** Pixels of the page; a phone's picture is twice that. */
const SIZES = { narrow: { width: 390, height: 844, scale: 2 }, wide: { width: 1280, height: 800, scale: 1 } };

async function picture(browser, address, { name, path, form }) {
  const { width, height, scale } = SIZES[form];
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: scale,
    serviceWorkers: 'block',
  });
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample diary' }).click();
  await page.locator('.chart svg').first().waitFor();
  await page.getByRole('link', { name: path, exact: true }).first().click();
  await page.locator('main h1').waitFor();
  await page.evaluate(() => {
    document.activeElement.blur();
    // The sample's banner is for those who have opened it, not for those who look at a picture.
    for (const notices of document.querySelectorAll('.notices')) notices.remove();
    scrollTo(0, 0);
  });
  await page.waitForTimeout(1000);
  writeFileSync(join(FOLDER, name), await page.screenshot());
  await page.close();
}

await build();
mkdirSync(FOLDER, { recursive: true });
const { screenshots } = JSON.parse(readFileSync(join(ROOT, 'public/app.webmanifest'), 'utf8'));
const server = siteServer(DIST);
const address = `http://localhost:${await listen(server, 0, 'localhost')}`;
const { chromium: browserType } = await import('@playwright/test');
const browser = await browserType.launch({ executablePath: chromium() ?? undefined, args: BROWSER_FLAGS });
try {
  for (const { src, form_factor: form } of screenshots) {
    const name = src.split('/').at(-1);
    const place = name.split('-')[0];
    await picture(browser, address, { name, form, path: place[0].toUpperCase() + place.slice(1) });
    console.log(`public/screenshots/${name}`);
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
