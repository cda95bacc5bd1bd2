// The app opens whatever became of what is kept of it: damaged files, a torn memory, a full device (faults 56, 58, 60).

import { NAMES } from '../../scripts/lib/names.mjs';
import { rate, saved, slider } from './support/diary.mjs';
import { dead, FULL } from './support/fault.mjs';
import { build, expect, heading, kept, look, openAndKeep, test, versions } from './support/kept.mjs';

/** How long the app may take to open where something must be had anew; milliseconds. */
const PATIENCE = 15_000;

/** Ends the worker: it begins another life with the next request. */
async function endWorker(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** Whether the app opens in a tab of its own, as after a new start of the browser. */
async function opens(page, path = '/') {
  const tab = await page.context().newPage();
  await tab.goto(path).catch(() => {});
  const there = await heading(tab)
    .waitFor({ timeout: PATIENCE })
    .then(
      () => true,
      () => false,
    );
  await tab.close();
  return there;
}

/** The files that a version's cache holds, of those that it is not whole without. */
const filesOf = (page, version) =>
  page.evaluate(async (name) => {
    const keys = await (await caches.open(name)).keys();
    return keys.map(({ url }) => new URL(url).pathname).filter((path) => !path.startsWith('/app-seldom-'));
  }, version);

/** Where the files stand as they were, beside the versions. */
const AS_IT_WAS = 'as-it-was';

/** Copies all files of a cache into another. */
const copyAll = (page, from, to) =>
  page.evaluate(
    async ([one, other]) => {
      const [source, copy] = [await caches.open(one), await caches.open(other)];
      for (const key of await source.keys()) await copy.put(key, await source.match(key));
    },
    [from, to],
  );

/** Damages one kept file, or lets it be as it was. */
const damage = (page, version, path, how) =>
  page.evaluate(
    async ([name, path, how, originals]) => {
      const cache = await caches.open(name);
      if (how === 'missing') return cache.delete(path);
      const original = async (address) =>
        (await caches.match(address, { cacheName: originals })) ?? cache.match(address);
      const before = await original(how !== 'swapped' ? path : path === '/rescue.js' ? '/rescue.html' : '/rescue.js');
      const bytes = new Uint8Array(await before.arrayBuffer());
      if (how === 'damaged') bytes[bytes.length >> 1] ^= 1;
      const body = how === 'cut' ? bytes.slice(0, bytes.length >> 1) : bytes;
      return cache.put(path, new Response(body, { headers: (await original(path)).headers }));
    },
    [version, path, how, AS_IT_WAS],
  );

const WAYS = ['damaged', 'cut', 'swapped', 'missing'];
/** What a page can't start without, and one that it fetches later. */
const SOME = /^\/$|^\/(app|app-later|style|start)-[0-9a-f]{16}\.\w+$/;

/** Damages the files of a version, each in every way; gives how often, and after which the app did not open. */
async function damageEach(page, version) {
  const files = (await filesOf(page, version)).filter((path) => FULL || SOME.test(path));
  expect(files.length).toBeGreaterThan(4);
  const shut = [];
  await copyAll(page, version, AS_IT_WAS);
  for (const path of files) {
    for (const how of WAYS) {
      await damage(page, version, path, how);
      await endWorker(page);
      if (!(await opens(page))) shut.push(`${path} ${how}`);
      await damage(page, version, path, 'not at all');
    }
  }
  return { tries: files.length * WAYS.length, shut };
}

/** Whether what few need is kept. */
const keepsSeldom = (page) =>
  page.evaluate(async () => {
    const kept = [];
    for (const name of await caches.keys()) kept.push(...(await (await caches.open(name)).keys()));
    return kept.some(({ url }) => /\/app-seldom[^/]*\.wasm$/.test(url));
  });

test('each kept file may be damaged, cut, swapped or missing: with a server the app opens and mends it', async ({
  page,
}) => {
  test.setTimeout(900_000);
  await openAndKeep(page);
  const [version] = await versions(page);
  const { tries, shut } = await damageEach(page, version);
  dead(test, 'a file in the cache damaged, cut, swapped or missing, with a server', tries, shut);
});

test('without a server the version before opens, whichever file of the new one is bad', async ({
  page,
  site,
  faults,
}) => {
  test.setTimeout(900_000);
  await openAndKeep(page);
  const first = await build(page);
  // Another tab shows the old version, so that it is not let go.
  const tab = await page.context().newPage();
  await tab.goto('/');
  await heading(tab).waitFor();
  await site.bringOut('Something new.');
  await look(tab);
  await tab.getByRole('button', { name: 'Start it now' }).click();
  await expect.poll(() => build(tab).catch(() => first)).not.toBe(first);
  await kept(tab);
  const version = NAMES.VERSION_CACHES + (await build(tab));
  expect(await versions(page)).toHaveLength(2);
  site.stop();
  const { tries, shut } = await damageEach(page, version);
  dead(test, 'the same without a server, with the version before', tries, shut);
  faults.length = 0; // a server that is gone
});

test('the memory of the worker may be torn, empty, gone or from the future', async ({ page, site, faults }) => {
  await openAndKeep(page);
  const texts = [
    null,
    '',
    '{"works":"',
    'null',
    '[]',
    '{"works":{"a":1},"tries":"x"}',
    '{"works":"ffff","tries":1e300}',
  ];
  const shut = [];
  for (const server of ['with', 'without']) {
    if (server === 'without') site.stop();
    for (const text of texts) {
      await page.evaluate(
        async ([memory, text]) => {
          if (text === null) await caches.delete(memory);
          else await (await caches.open(memory)).put('/', new Response(text));
        },
        [NAMES.WORKER_CACHE, text],
      );
      await endWorker(page);
      if (!(await opens(page, '/history'))) shut.push(`${text} ${server}`);
    }
  }
  dead(test, 'the memory of the worker torn, empty, gone, from the future', 2 * texts.length, shut);
  faults.length = 0; // a server that is gone
});

test('a device without room opens the app, with a server and without, and keeps it when there is room', async ({
  page,
  site,
  faults,
}) => {
  test.setTimeout(300_000);
  const session = await page.context().newCDPSession(page);
  const quota = (bytes) => session.send('Storage.overrideQuotaForOrigin', { origin: site.address, quotaSize: bytes });
  const shut = [];
  let tries = 0;
  const tryIt = async (when) => {
    tries += 1;
    if (!(await opens(page))) shut.push(when);
  };
  for (const bytes of [0, 1000]) {
    await quota(bytes);
    for (const _ of [1, 2, 3]) await tryIt(`a first visit with ${bytes} bytes`);
  }
  await quota(undefined);
  await openAndKeep(page);
  for (const bytes of [0, 1000]) {
    await quota(bytes);
    for (const _ of [1, 2, 3]) {
      await endWorker(page);
      await tryIt(`kept, with ${bytes} bytes`);
    }
    const [version] = await versions(page);
    await damage(page, version, '/', 'missing');
    for (const _ of [1, 2, 3]) await tryIt(`kept, the page missing, with ${bytes} bytes`);
    await endWorker(page);
    await quota(undefined);
    await tryIt(`room again after ${bytes} bytes`);
    await expect.poll(async () => (await filesOf(page, version)).includes('/'), 'it is mended').toBe(true);
  }
  site.stop();
  await quota(1000);
  await endWorker(page);
  await tryIt('without a server, with 1000 bytes');
  dead(test, 'the quota at 0 and at 1000 bytes, before the first visit and after it, and room again', tries, shut);
  faults.length = 0;
});

test('that the whole app is on this device is said when it was counted, and what is missing is fetched', async ({
  page,
  site,
  faults,
}) => {
  await openAndKeep(page);
  const [version] = await versions(page);
  const all = await filesOf(page, version);
  await page.evaluate((name) => caches.delete(name), version);
  site.stop();
  await page.evaluate(() => history.pushState({}, '', '/settings'));
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
  await expect(page.getByText('Once the whole app is on this device')).toBeVisible();
  await expect(page.getByText('The whole app is on this device:')).toHaveCount(0);
  await page.waitForTimeout(1500);
  await expect(page.getByText('The whole app is on this device:')).toHaveCount(0);
  await site.listen(site.port);
  await page.goto('/settings');
  await expect(page.getByText('The whole app is on this device:')).toBeVisible({ timeout: 30_000 });
  expect((await filesOf(page, version)).sort()).toEqual(all.sort());
  faults.length = 0;
});

test('the rescue page says what it found, and fetches the app anew without touching the diary', async ({
  page,
  site,
  faults,
}) => {
  await openAndKeep(page);
  await rate(page, 'Pain', 0.5);
  await saved(page);
  // From the first answer on all is kept, and looked through for that.
  await expect.poll(() => keepsSeldom(page)).toBe(true);
  const [version] = await versions(page);
  const files = await filesOf(page, version);
  for (const path of files.slice(0, 5)) await damage(page, version, path, 'damaged');
  await page.goto('/rescue.html');
  await expect(page.locator('#app')).toHaveText(
    `5 of ${files.length} files of the app on this device are damaged or missing.`,
  );
  const anew = page.getByRole('button', { name: 'Fetch the app anew' });
  site.stop();
  await anew.click();
  await expect(page.locator('#anew-says')).toHaveText(
    /^Nothing was changed, because the server could not be reached\./,
  );
  await expect(anew, 'the focus stays').toBeFocused();
  expect(await versions(page)).toEqual([version]);
  await site.listen(site.port);
  const note = () => page.evaluate(async () => (await caches.keys()).filter((name) => !/version|worker/.test(name)));
  const before = await note();
  await anew.click();
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '50');
  expect(await note(), 'the note of the diary is not of the app').toEqual(before);
  await kept(page);
  expect((await filesOf(page, version)).length).toBe(files.length);
  faults.length = 0;
});

test('the rescue page removes nothing where the server has only a part of the app, or the device no room', async ({
  page,
  site,
  faults,
}) => {
  await openAndKeep(page);
  const [version] = await versions(page);
  const files = await filesOf(page, version);
  await page.goto('/rescue.html');
  const anew = page.getByRole('button', { name: 'Fetch the app anew' });
  const program = files.find((path) => /app-later/.test(path));
  site.removeFile(program);
  await anew.click();
  await expect(page.getByText('Nothing was changed, because the server answers, but does not have')).toBeVisible();
  site.bringOutBuilt();
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.address, quotaSize: 1000 });
  await anew.click();
  await expect(page.getByText('Nothing was changed, because this device has no room')).toBeVisible();
  expect(await filesOf(page, version)).toHaveLength(files.length);
  faults.length = 0; // a file that is not there
});

/** How a server that says 200, or said so a moment ago, may lack a part of the app all the same. */
const page200 = (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><p>hello');
const FALSE_SERVERS = {
  'a page in place of the program': [/^\/app-[0-9a-f]{16}\.wasm/, page200],
  'a page in place of what comes later': [/^\/app-later/, page200],
  'a page in place of the worker': [/^\/sw\.js/, page200],
  'a page in place of everything': [/^/, page200],
  'half a program': [
    /^\/app-[0-9a-f]{16}\.wasm/,
    (response) => response.writeHead(200, { 'Content-Type': 'application/wasm' }).end(Buffer.alloc(1000)),
  ],
  'an empty page': [/^\/(index\.html)?$/, (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end()],
  'a script that it says it has': [
    /^\/app-[0-9a-f]{16}\.js/,
    (response, { method }) => response.writeHead(method === 'HEAD' ? 200 : 503).end(),
  ],
  'a style sheet that breaks off': [
    /^\/style-/,
    (response) => {
      response.writeHead(200, { 'Content-Type': 'text/css', 'Content-Length': 90_000 });
      response.write('x');
      setTimeout(() => response.destroy(), 200);
    },
  ],
  'a program that hangs': [/^\/app-[0-9a-f]{16}\.wasm/, () => {}],
};

test('the rescue page removes nothing before all that the server has is proved to be the app', async ({
  page,
  site,
  faults,
}) => {
  test.setTimeout(180_000);
  await openAndKeep(page);
  const [version] = await versions(page);
  const files = await filesOf(page, version);
  await page.goto('/rescue.html');
  const session = await page.context().newCDPSession(page);
  const anew = page.getByRole('button', { name: 'Fetch the app anew' });
  for (const [how, [paths, send]] of Object.entries(FALSE_SERVERS)) {
    site.answers = (request, response) => {
      if (!paths.test(request.url)) return false;
      send(response, request);
      return true;
    };
    await session.send('Network.clearBrowserCache');
    await anew.click();
    if (/hangs/.test(how)) await expect(page.locator('#anew-says')).toHaveText(/^Fetching the app: file \d+ of \d+…$/);
    await expect(page.locator('#anew-says'), how).toHaveText(/^Nothing was changed, because the server/, {
      timeout: 25_000,
    });
    expect(await filesOf(page, version), how).toHaveLength(files.length);
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistration().then(Boolean)), how).toBe(true);
  }
  expect(await opens(page)).toBe(true);
  site.answers = () => false;
  await anew.click();
  await heading(page).waitFor();
  await kept(page);
  faults.length = 0; // a server that lacks files
});

test('fetched anew beside another tab, the app is kept again', async ({ page }) => {
  await openAndKeep(page);
  const [version] = await versions(page);
  const files = await filesOf(page, version);
  const other = await page.context().newPage();
  await other.goto('/rescue.html');
  await other.getByRole('button', { name: 'Fetch the app anew' }).click();
  await heading(other).waitFor();
  await expect.poll(async () => (await filesOf(other, version)).length).toBe(files.length);
});

test('the rescue page opens where a host sends the browser on to an address without .html', async ({ page, site }) => {
  site.sendsOn = true;
  await openAndKeep(page);
  await page.goto('/rescue.html');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rescue page of LDN Diary');
  const [version] = await versions(page);
  const count = (await filesOf(page, version)).length;
  await expect(page.locator('#app')).toHaveText(`All ${count} files of the app are on this device, as they should be.`);
});

test('where the first page is lost and the server is no help, the rescue page opens in its place', async ({
  page,
  site,
  faults,
}) => {
  await openAndKeep(page);
  const [version] = await versions(page);
  await damage(page, version, '/', 'damaged');
  site.stop();
  await endWorker(page);
  const tab = await page.context().newPage();
  await tab.goto('/');
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('The diary did not open');
  await expect(tab.locator('#app')).toHaveText(/^1 of \d+ files of the app on this device is damaged or missing\.$/);
  await expect(tab.locator('#next')).toContainText('go online, then press “Fetch the app anew”');
  await site.listen(site.port);
  await tab.getByRole('link', { name: 'Try to open the diary again' }).click();
  await heading(tab).waitFor();
  faults.length = 0;
});

test('a first visit fetches no file twice that has its hash in its name', async ({ page, site }) => {
  const asked = [];
  site.onRequest = (url) => asked.push(url);
  await openAndKeep(page);
  const hashed = asked.filter((url) => /-[0-9a-f]{16}\./.test(url));
  expect(hashed.length).toBeGreaterThan(5);
  expect(hashed.filter((url, index) => hashed.indexOf(url) !== index)).toEqual([]);
});
