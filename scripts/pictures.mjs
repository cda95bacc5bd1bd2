// Takes the pictures of the app, from the built site with the sample diary: those that a browser shows before it installs
// the app, and README's, which puts two of them side by side. The clock, the language and the zone are the same each time.
// `SITE` names a folder with a built site; else it is built.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BROWSER_FLAGS, chromium } from './lib/browser.mjs';
import { DIST, ROOT } from './lib/paths.mjs';
import { listen, siteServer } from './site/server.mjs';

const FOLDER = 'public/screenshots';
const README = 'docs/screenshot.png';
/** The phones in README's picture, and the edge around each. */
const SIDE_BY_SIDE = ['today-narrow.png', 'results-narrow.png'];
const EDGE = 10;

/** Pixels of the page; a phone's picture is twice that. */
const SIZES = { narrow: { width: 390, height: 844, scale: 2 }, wide: { width: 1280, height: 800, scale: 1 } };
/** The last evening of the sample diary. */
const EVENING = new Date('2026-06-07T21:04:00+02:00');

function opened(browser, { width, height, scale }) {
  return browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    serviceWorkers: 'block',
  });
}

async function picture(browser, address, { path, form }) {
  const page = await opened(browser, SIZES[form]);
  await page.clock.setFixedTime(EVENING);
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
  const taken = await page.screenshot();
  await page.close();
  return taken;
}

/** Pictures of phones beside each other, on a darker ground. */
async function sideBySide(browser, phones) {
  const { width, height, scale } = SIZES.narrow;
  const size = { width: phones.length * (width + EDGE) + EDGE, height: height + 2 * EDGE, scale };
  const page = await opened(browser, size);
  const images = phones.map(
    (phone) => `<img src="data:image/png;base64,${phone.toString('base64')}" width="${width}">`,
  );
  await page.setContent(
    `<body style="margin:0;padding:${EDGE}px;display:flex;gap:${EDGE}px;background:#e8e5dd">${images.join('')}</body>`,
  );
  const taken = await page.screenshot();
  await page.close();
  return taken;
}

function write(path, taken) {
  writeFileSync(join(ROOT, path), taken);
  console.log(path);
}

const site = process.env.SITE ? resolve(process.env.SITE) : DIST;
if (!process.env.SITE) await (await import('./build.mjs')).build();
mkdirSync(join(ROOT, FOLDER), { recursive: true });
const { screenshots } = JSON.parse(readFileSync(join(ROOT, 'public/app.webmanifest'), 'utf8'));
const server = siteServer(site);
const address = `http://localhost:${await listen(server, 0, 'localhost')}`;
const { chromium: browserType } = await import('@playwright/test');
const browser = await browserType.launch({ executablePath: chromium() ?? undefined, args: BROWSER_FLAGS });
try {
  const taken = new Map();
  for (const { src, form_factor: form } of screenshots) {
    const name = src.split('/').at(-1);
    const place = name.split('-')[0];
    taken.set(name, await picture(browser, address, { form, path: place[0].toUpperCase() + place.slice(1) }));
    write(`${FOLDER}/${name}`, taken.get(name));
  }
  write(
    README,
    await sideBySide(
      browser,
      SIDE_BY_SIDE.map((name) => taken.get(name)),
    ),
  );
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
