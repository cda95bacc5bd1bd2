// The app as it lives on a phone: installed, with the diary of 22 weeks, and then a week without any network.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as browserType } from '@playwright/test';
import { BROWSER_FLAGS, chromium } from '../../scripts/lib/browser.mjs';
import { answer, chooseBackup, rate, records, STANFORD, saved } from './support/diary.mjs';
import { Site } from './support/site.mjs';
import { expect, test } from './support/test.mjs';

/** What can be taken along from the report, by the name of its button. */
const FILES = {
  'PDF file': /\.pdf$/,
  'Web page file': /\.html$/,
  'Table, one row a day (CSV)': /\.csv$/,
  'Table with decimal commas (CSV)': /-commas\.csv$/,
  'Clinic record (FHIR)': /\.json/,
  'Chart as a drawing (SVG)': /\.svg$/,
  'Chart as a picture, 2× (PNG)': /\.png$/,
};

const heading = (page) => page.locator('#main h1:not(.soft)');

/** A cold start of the app at an evening: the page before is closed. */
async function evening(context, address, time) {
  const page = await context.newPage();
  await page.clock.install({ time });
  await page.goto(address);
  await heading(page).waitFor();
  return page;
}

test('the installed app lives through a week without a network', async () => {
  test.setTimeout(180_000);
  const site = await Site.start();
  const profile = mkdtempSync(join(tmpdir(), 'ldn-diary-profile-'));
  const context = await browserType.launchPersistentContext(profile, {
    executablePath: chromium() ?? undefined,
    args: BROWSER_FLAGS,
    locale: 'en-GB',
    serviceWorkers: 'allow',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 390, height: 844 },
  });
  const faults = [];
  context.on('weberror', (error) => faults.push(error.error().message));
  try {
    let page = await evening(context, site.address, new Date('2026-06-07T21:00:00+02:00'));
    await chooseBackup(page, STANFORD);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.waitForURL('**/charts');
    await expect(page.getByText('The file is imported. Your diary holds 137 days now.')).toBeVisible();
    await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
    const devtools = await context.newCDPSession(page);
    await devtools.send('PWA.install', { manifestId: `${site.address}/` });
    site.stop();

    for (let day = 8; day <= 14; day += 1) {
      const date = `2026-06-${String(day).padStart(2, '0')}`;
      await page.close();
      page = await evening(context, site.address, new Date(`${date}T21:00:00+02:00`));
      await rate(page, 'Pain', day / 20);
      await rate(page, 'Fatigue', 0.5);
      await answer(page, 'Vivid dreams', 'No').check({ force: true });
      await saved(page);
      const kept = (await records(page))[`day/${date}`].body;
      expect(kept.items.pain, date).toBeGreaterThan(0);
      expect(kept.side_effects, date).toEqual({ vivid_dreams: false });
    }
    await page.goto(`${site.address}/history`);
    for (const day of ['Monday 8 June', 'Sunday 14 June']) {
      await expect(page.getByRole('link', { name: new RegExp(`^${day}, recorded`) }), day).toBeVisible();
    }
    await page.goto(`${site.address}/charts`);
    await expect(page.locator('.chart svg').first()).toBeVisible();
    await page.goto(`${site.address}/results`);
    await expect(page.locator('.answer-sentence').first()).toBeVisible();
    await page.goto(`${site.address}/report`);
    await expect(page.locator('.preview .first')).toBeVisible({ timeout: 30_000 });
    await page.getByText('Charts and data').click();
    for (const [name, ending] of Object.entries(FILES)) {
      const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name, exact: true }) });
      await row.getByRole('button', { name, exact: true }).click();
      const download = page.waitForEvent('download');
      await row.getByRole('button', { name: 'Download it' }).click({ timeout: 60_000 });
      expect((await download).suggestedFilename(), name).toMatch(ending);
    }
    expect(faults).toEqual([]);
  } finally {
    await context.close();
    site.remove();
    rmSync(profile, { recursive: true, force: true });
  }
});
