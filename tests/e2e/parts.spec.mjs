// The program comes in parts: what is seen while one is on its way, and when it does not come.

import { readFile } from 'node:fs/promises';
import { axe } from './support/axe.mjs';
import { openAt, openPage, rate, saved } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

const PARTS = /\/app-later[^/]*\.wasm$/;
const STYLE = /\/app-later[^/]*\.css$/;
const BACKUP = new URL('../../public/diary-stanford-2013.json', import.meta.url);
const heading = (page) => page.getByRole('heading', { level: 1 });

/** Holds the parts back until the returned function is called. */
async function heldBack(page) {
  let letGo;
  const held = new Promise((done) => {
    letGo = done;
  });
  await page.route(PARTS, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

test('while a page is on its way its heading stands there, and keeps the focus when the page comes', async ({
  page,
}) => {
  const letGo = await heldBack(page);
  await openAt(page);
  await openPage(page, 'Treatment');
  await expect(heading(page)).toHaveText('Treatment');
  await expect(heading(page)).toHaveClass('soft');
  await expect(heading(page)).toBeFocused();
  await axe(page);
  letGo();
  await expect(heading(page)).not.toHaveClass('soft');
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveTitle('Treatment · LDN Diary');
});

test('a page that was left while it was on its way does not take the focus', async ({ page }) => {
  const letGo = await heldBack(page);
  await openAt(page);
  await page.getByRole('link', { name: 'History' }).click();
  await expect(heading(page)).toHaveText('History');
  await page.getByRole('link', { name: 'Today' }).click();
  const line = page.getByRole('slider', { name: 'Pain', exact: true });
  await line.focus();
  letGo();
  await page.getByRole('link', { name: 'History' }).waitFor();
  await expect(line).toBeFocused();
});

test('where what takes a file in does not come, the page says so, and takes it in at the next try', async ({
  page,
  faults,
}) => {
  const SELDOM = /\/app-seldom[^/]*\.wasm$/;
  await page.route(SELDOM, (route) => route.abort());
  await openAt(page, '/backup');
  const file = { name: 'backup.json', mimeType: 'application/json', buffer: await readFile(BACKUP) };
  await page.locator('#import-file').setInputFiles(file);
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await page.unroute(SELDOM);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'What this import would do' })).toBeFocused();
  faults.length = 0;
});

test('the evening is recorded where no other part comes, and each page says so and can be tried again', async ({
  page,
  faults,
}) => {
  await page.route(PARTS, (route) => route.abort());
  await openAt(page);
  await rate(page, 'Pain', 0.4);
  await saved(page);
  for (const name of ['History', 'Treatment', 'Charts', 'Settings']) {
    await page.getByRole('link', { name }).click();
    await expect(heading(page)).toHaveText(name);
    await expect(page.getByRole('alert')).toContainText('Check that you are online, then try again.');
  }
  await axe(page);
  await page.unroute(PARTS);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Check that you are online, then try again.')).toHaveCount(0);
  await expect(heading(page)).toBeFocused();
  faults.length = 0;
});

test('a part that is not what it should be is not run', async ({ page, faults }) => {
  await page.route(PARTS, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from([0])]) });
  });
  await openAt(page);
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  expect(faults.some((fault) => fault.includes('integrity'))).toBe(true);
  await page.unrouteAll({ behavior: 'wait' });
  faults.length = 0;
});

/** What may become of the style sheet that comes with the later part. */
const STYLES = {
  'does not come': (route) => route.abort(),
  hangs: () => {},
  'is not what it should be': async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()} ` });
  },
};

for (const [what, does] of Object.entries(STYLES)) {
  test(`no page is shown without its style sheet: where that ${what}, it can be tried again`, async ({
    page,
    faults,
  }) => {
    await page.route(STYLE, does);
    await openAt(page);
    await rate(page, 'Pain', 0.4);
    await saved(page);
    await openPage(page, 'History');
    await expect(heading(page)).toHaveText('History');
    await page.clock.runFor(10_000);
    await expect(page.getByRole('alert')).toContainText('could not be loaded');
    await expect(page.locator('.calendar')).toHaveCount(0);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.calendar-week').first()).toHaveCSS('display', 'grid');
    await expect(heading(page)).toBeFocused();
    faults.length = 0;
  });
}

test('a browser that adopts no style sheet has it as a link', async ({ page }) => {
  await page.addInitScript(() => {
    window.CSSStyleSheet = class {
      constructor() {
        throw new TypeError('Illegal constructor');
      }
    };
  });
  await openAt(page, '/settings');
  await expect(page.locator('.switch-input').first()).toHaveCSS('appearance', 'none');
});

/** What looks otherwise once the sheet is there, each element by its class. */
const otherwise = (page, css) =>
  page.evaluate((css) => {
    const looks = (element) =>
      [null, '::before', '::after'].map((part) => {
        const style = getComputedStyle(element, part);
        return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('\n');
      });
    const all = [...document.querySelectorAll('*')];
    const before = all.map(looks);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
    const changed = all.filter((element, place) => String(looks(element)) !== String(before[place]));
    document.adoptedStyleSheets = [];
    return changed.map((element) => `${element.localName}.${element.className}`);
  }, css);

const WINDOWS = [
  { width: 390, height: 844 },
  { width: 240, height: 300 },
  { width: 1280, height: 800 },
];
const MEDIA = [{}, { colorScheme: 'dark' }, { forcedColors: 'active' }, { media: 'print' }];

test('what stands before the later part comes looks as it does with all style sheets', async ({ page, faults }) => {
  test.setTimeout(120_000);
  await page.route(/\/app-later/, (route) => route.abort());
  await openAt(page);
  const { files } = await (await page.request.get('/files.json')).json();
  const css = await (await page.request.get(files.find(({ path }) => STYLE.test(path)).path)).text();
  const looked = async (where, kinds = [{}]) => {
    for (const size of WINDOWS) {
      await page.setViewportSize(size);
      for (const media of kinds) {
        await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null, ...media });
        expect(await otherwise(page, css), `${where}, ${size.width} wide, ${JSON.stringify(media)}`).toEqual([]);
      }
    }
    await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null });
  };
  await looked('a first visit');
  await rate(page, 'Pain', 0.4);
  await saved(page);
  for (const details of await page.locator('details').all()) await details.evaluate((element) => (element.open = true));
  await looked('an answer, and all that opens', MEDIA);
  await page.setViewportSize(WINDOWS[0]);
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await looked('a page that did not come');
  faults.length = 0;
});
