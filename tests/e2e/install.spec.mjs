// How the diary gets onto the home screen: the right word at the right moment, once, and never in the way.

import { axe } from './support/axe.mjs';
import { openAt, rate, saved } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

/** How a browser on an iPhone names itself, of this version of iOS and with these names at its end. */
const iPhone = (ios, names) =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${ios} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${names}`;
const SAFARI = iPhone('18_5', 'Version/18.5 Mobile/15E148 Safari/604.1');

/** The page takes this for an iPhone: in the browser, or opened from the home screen. */
const onIPhone = (page, standalone, userAgent = SAFARI) =>
  page.addInitScript(
    ([standalone, userAgent]) => {
      Object.defineProperty(navigator, 'standalone', { value: standalone });
      Object.defineProperty(navigator, 'userAgent', { value: userAgent });
    },
    [standalone, userAgent],
  );

/** What a browser does that can install the app; `outcome` is what the patient answers it. */
const offerInstall = (page, outcome = 'accepted') =>
  page.evaluate((outcome) => {
    const event = new Event('beforeinstallprompt', { cancelable: true });
    event.prompt = async () => {
      document.documentElement.dataset.asked = 'yes';
    };
    event.userChoice = Promise.resolve({ outcome });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  }, outcome);

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
  await page.goto('/settings');
  await expect(hint(page).getByRole('listitem'), 'the settings have it too').toHaveCount(3);
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

test('what became of the offer is said, and an offer that comes again stands again', async ({ page }) => {
  await openAt(page, '/settings');
  const install = hint(page).getByRole('button', { name: 'Install' });
  await offerInstall(page, 'dismissed');
  await install.click();
  await expect(hint(page)).toContainText('The diary is not installed. You can do it at any time');
  await expect(install, 'an offer can be used once').toHaveCount(0);
  await offerInstall(page, 'accepted');
  await install.click();
  await expect(hint(page)).toContainText('The browser is installing the diary');
  await page.evaluate(() => window.dispatchEvent(new Event('appinstalled')));
  await expect(hint(page)).toContainText('you find it on your home screen, or in the list of your apps');
  await expect(hint(page)).not.toContainText('menu');
  await axe(page);
  await offerInstall(page);
  await expect(install, 'it was removed again').toBeVisible();
});

test.describe('of the browsers of an iPhone', () => {
  const CHROME = 'CriOS/138.0.0.0 Mobile/15E148 Safari/604.1';
  for (const [name, agent] of Object.entries({
    Safari: SAFARI,
    Chrome: iPhone('18_5', CHROME),
    Firefox: iPhone('16_4', 'FxiOS/141.0 Mobile/15E148 Safari/605.1.15'),
    Edge: iPhone('17_0', 'Version/17.0 EdgiOS/138.0 Mobile/15E148 Safari/605.1.15'),
    'Safari before iOS 16.4': iPhone('15_8', 'Version/15.6 Mobile/15E148 Safari/604.1'),
  })) {
    test(`${name} can put the diary on the home screen`, async ({ page }) => {
      await onIPhone(page, false, agent);
      await openAt(page);
      await expect(page.getByText('begin on your home screen')).toBeVisible();
      await expect(page.getByText('in Safari')).toHaveCount(0);
    });
  }

  for (const [name, agent] of Object.entries({
    'that of Facebook': iPhone('18_5', 'Mobile/15E148 [FBAN/FBIOS;FBAV/520.0;FBDV/iPhone15,2]'),
    'that of Instagram': iPhone('18_5', 'Mobile/15E148 Instagram 380.0 (iPhone15,2; iOS 18_5)'),
    'Chrome before iOS 16.4': iPhone('16_3', CHROME),
  })) {
    test(`${name} can not, and the page says to open it in Safari first`, async ({ page }) => {
      await onIPhone(page, false, agent);
      await openAt(page);
      await expect(page.getByText('open this page in Safari first')).toBeVisible();
      await oneDay(page);
      await page.goto('/settings');
      await expect(hint(page).getByRole('listitem').nth(1)).toContainText('Open this page in Safari');
    });
  }
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
