// How the diary gets onto the home screen: the right word at the right moment, once, and never in the way.

import { axe } from './support/axe.mjs';
import { openAt, rate, saved } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

/** The page takes this for Safari on an iPhone: in the browser, or opened from the home screen. */
const onIPhone = (page, standalone) =>
  page.addInitScript((value) => {
    Object.defineProperty(navigator, 'standalone', { value });
  }, standalone);

/** What a browser does that can install the app. */
const offerInstall = (page) =>
  page.evaluate(() => {
    const event = new Event('beforeinstallprompt', { cancelable: true });
    event.prompt = async () => {
      document.documentElement.dataset.asked = 'yes';
    };
    event.userChoice = Promise.resolve({ outcome: 'accepted' });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  });

const hint = (page) => page.getByRole('region', { name: 'On your home screen' });

async function oneDay(page) {
  await rate(page, 'Pain', 0.5);
  await saved(page);
}

test('on an iPhone the first visit says where to begin, before the first entry', async ({ page }) => {
  await onIPhone(page, false);
  await openAt(page);
  await expect(page.getByText('begin on your home screen')).toBeVisible();
  await expect(hint(page)).toHaveCount(0);
  await axe(page);
});

test('on an iPhone the line of the first visit can be closed', async ({ page }) => {
  await onIPhone(page, false);
  await openAt(page);
  const line = page.getByText('begin on your home screen');
  await oneDay(page);
  await expect(line, 'nothing moves under the finger').toBeVisible();
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(line).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByText('What you enter stays on this device.')).toBeVisible();
});

test('on an iPhone a diary that was begun in the browser is handed over by a backup', async ({ page }) => {
  await onIPhone(page, false);
  await openAt(page);
  await oneDay(page);
  await expect(hint(page), 'nothing moves under the finger').toHaveCount(0);
  await page.reload();
  await expect(page.getByText('begin on your home screen')).toHaveCount(0);
  await expect(hint(page).getByRole('listitem')).toHaveCount(3);
  await axe(page);
  await hint(page).getByRole('link', { name: 'Save a backup.' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Backup and storage');
});

test('the app on an iPhone, still empty, tells how the diary of the browser comes over', async ({ page }) => {
  await onIPhone(page, true);
  await openAt(page);
  await expect(page.getByText('it does not come over by itself')).toBeVisible();
  await expect(page.getByLabel('Import a backup')).toBeAttached();
});

test('where the browser offers to install, the page does so after the first saved day, and only until it is put away', async ({
  page,
}) => {
  await openAt(page);
  expect(await offerInstall(page), 'the browser keeps its own bar back').toBe(true);
  await expect(hint(page)).toHaveCount(0);
  await oneDay(page);
  await page.reload();
  await expect(page.getByRole('slider', { name: 'Pain' })).toBeVisible();
  await expect(hint(page), 'nothing is offered').toHaveCount(0);
  await offerInstall(page);
  await hint(page).getByRole('button', { name: 'Install' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-asked', 'yes');
  await expect(hint(page), 'an offer can be used once').toHaveCount(0);
  await offerInstall(page);
  await hint(page).getByRole('button', { name: 'Not now' }).click();
  await expect(hint(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('slider', { name: 'Pain' })).toBeVisible();
  await offerInstall(page);
  await expect(hint(page)).toHaveCount(0);
  await page.goto('/settings');
  await offerInstall(page);
  await expect(hint(page).getByRole('button', { name: 'Install' }), 'the settings still have it').toBeVisible();
});

test('a browser can install the app by its manifest', async ({ page, request }) => {
  await openAt(page);
  const address = await page.locator('link[rel="manifest"]').getAttribute('href');
  const answer = await request.get(address);
  expect(answer.headers()['content-type']).toContain('application/manifest+json');
  const manifest = await answer.json();
  const pictures = [...manifest.icons, ...manifest.screenshots];
  for (const { src, sizes, type } of pictures) {
    const picture = await request.get(src);
    expect(picture.ok(), src).toBe(true);
    expect(picture.headers()['content-type'], src).toContain(type);
    if (type !== 'image/png') continue;
    const body = await picture.body();
    expect(`${body.readUInt32BE(16)}x${body.readUInt32BE(20)}`, src).toBe(sizes);
  }
  for (const { url } of manifest.shortcuts) {
    await page.goto(url);
    await expect(page.locator('#main h1:not(.soft)')).not.toHaveText('There is no such page');
  }
  // What Chromium itself has against installing it.
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});
