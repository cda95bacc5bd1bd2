// Every function of the browser that the start uses may hang, throw or refuse: the questions are there all the same, soon,
// and an answer given then is kept (S3, S6).

import { rate, slider } from './support/diary.mjs';
import { dead, FULL, found } from './support/fault.mjs';
import { expect, test } from './support/test.mjs';

/** How long the questions may take; milliseconds from the address, on a first visit. For the table with the processor four
 * times slower. Beside other tests on a busy computer, which is slow enough, it says only that they come. */
const SOON = FULL ? 3000 : 8000;
const SLOWER = FULL ? 4 : 1;

/** What may go wrong with a door: each is run in the page, before the app. */
const WAYS = {
  hangs: () => new Promise(() => {}),
  throws: () => {
    throw new DOMException('no', 'UnknownError');
  },
  refuses: () => Promise.reject(new DOMException('no', 'UnknownError')),
};

/** The doors that give a promise: a path from the window, each with all three ways. */
const DOORS = [
  'navigator.locks.request',
  'navigator.storage.persisted',
  'navigator.storage.persist',
  'navigator.storage.estimate',
  'caches.match',
  'caches.open',
  'navigator.serviceWorker.register',
];

async function spoil(page, door, way) {
  await page.addInitScript(
    ([path, source]) => {
      const names = path.split('.');
      const last = names.pop();
      const owner = names.reduce((value, name) => value[name], window);
      // biome-ignore lint/security/noGlobalEval: a function of the test, handed into the page as text
      Object.defineProperty(owner, last, { configurable: true, value: eval(`(${source})`) });
    },
    [door, WAYS[way].toString()],
  );
}

/** Opens the app, for the table with a slow processor; gives the time until the pain line stands there. */
async function opened(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto('/');
  await slider(page, 'Pain')
    .waitFor({ timeout: 20_000 })
    .catch(() => {});
  const took = await page.evaluate(() => performance.now());
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return (await slider(page, 'Pain').isVisible()) ? took : Number.POSITIVE_INFINITY;
}

/** An answer is given, called saved in one place at least, and there after a reload. */
async function answerHolds(page) {
  await rate(page, 'Pain', 0.3);
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible();
  await page.reload();
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '30');
}

for (const door of DOORS) {
  test(`the app opens when ${door} hangs, throws or refuses`, async ({ browser, baseURL }) => {
    const slow = [];
    for (const way of Object.keys(WAYS)) {
      const context = await browser.newContext({ baseURL, serviceWorkers: 'block' });
      const page = await context.newPage();
      await spoil(page, door, way);
      const took = await opened(page);
      if (took > SOON) slow.push(`${way}: ${took} ms`);
      else await answerHolds(page);
      await context.close();
    }
    dead(test, `${door} hangs, throws or refuses`, Object.keys(WAYS).length, slow);
  });
}

test('the app opens where the browser has no channel between tabs, or none that can be made', async ({
  browser,
  baseURL,
}) => {
  const slow = [];
  const ways = {
    missing: () => Object.defineProperty(window, 'BroadcastChannel', { value: undefined }),
    throws: () =>
      Object.defineProperty(window, 'BroadcastChannel', {
        value: class {
          constructor() {
            throw new DOMException('no', 'SecurityError');
          }
        },
      }),
  };
  for (const [way, script] of Object.entries(ways)) {
    const context = await browser.newContext({ baseURL, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.addInitScript(script);
    const took = await opened(page);
    if (took > SOON) slow.push(`${way}: ${took} ms`);
    else await answerHolds(page);
    await context.close();
  }
  dead(test, 'BroadcastChannel missing or throwing', 2, slow);
});

/** Other doors, each with what may be wrong: scripts that run before the app. */
const ODD = {
  'navigator.serviceWorker forbidden': () =>
    Object.defineProperty(navigator, 'serviceWorker', {
      get() {
        throw new DOMException('no', 'SecurityError');
      },
    }),
  'navigator.serviceWorker of no use': () =>
    Object.defineProperty(ServiceWorkerContainer.prototype, 'controller', {
      get() {
        throw new DOMException('no', 'SecurityError');
      },
    }),
  'navigator.serviceWorker missing': () => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }),
  'matchMedia throws': () => {
    window.matchMedia = () => {
      throw new Error('no');
    };
  },
  'matchMedia gives nothing': () => {
    window.matchMedia = () => null;
  },
  'matchMedia missing': () => {
    window.matchMedia = undefined;
  },
  'compiling what arrives refused': () => {
    WebAssembly.compileStreaming = WebAssembly.instantiateStreaming = () => Promise.reject(new TypeError('no'));
  },
  'compiling what arrives hangs': () => {
    WebAssembly.compileStreaming = WebAssembly.instantiateStreaming = () => new Promise(() => {});
  },
  'compiling what arrives missing': () => {
    WebAssembly.compileStreaming = WebAssembly.instantiateStreaming = undefined;
  },
  'localStorage.length too large': () => Object.defineProperty(Storage.prototype, 'length', { get: () => 2 ** 32 - 1 }),
  'localStorage.length no number': () => Object.defineProperty(Storage.prototype, 'length', { get: () => Number.NaN }),
  'localStorage.length throws': () =>
    Object.defineProperty(Storage.prototype, 'length', {
      get() {
        throw new Error('no');
      },
    }),
  'localStorage.key throws': () => {
    Storage.prototype.key = () => {
      throw new Error('no');
    };
  },
  'crypto, channels and workers missing': () => {
    for (const name of ['crypto', 'MessageChannel', 'Worker', 'AbortController', 'caches'])
      Object.defineProperty(window, name, { value: undefined });
  },
  'caches forbidden': () =>
    Object.defineProperty(window, 'caches', {
      get() {
        throw new DOMException('no', 'SecurityError');
      },
    }),
};

for (const [what, script] of Object.entries(ODD)) {
  test(`the app opens, and its later part too: ${what}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.addInitScript(script);
    const took = await opened(page);
    // Only what hangs has to be waited for.
    dead(test, what, 1, took > SOON + (/hangs/.test(what) ? 6000 : 0) ? [`${took} ms`] : []);
    await answerHolds(page);
    await page.getByRole('link', { name: 'History', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('History', { timeout: 10_000 });
    await context.close();
  });
}

test('messages between tabs that are none of ours are no news', async ({ page, context }) => {
  await page.goto('/');
  await rate(page, 'Pain', 0.3);
  await expect(page.getByRole('status').filter({ hasText: /^Saved \d/ })).toBeVisible();
  let visits = 0;
  page.on('framenavigated', () => {
    visits += 1;
  });
  const other = await context.newPage();
  await other.goto('/rescue.html');
  await other.evaluate(() => {
    const channel = new BroadcastChannel('ldn-diary');
    for (const message of [null, undefined, 0, 'x', true, {}, { length: 0 }, new Date(), new Map(), [null], [1], ['x']])
      channel.postMessage(message);
  });
  await rate(page, 'Fatigue', 0.6);
  await expect(page.getByRole('status').filter({ hasText: /^Saved \d/ })).toBeVisible();
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '30');
  expect(visits, 'none of them says that everything was deleted').toBe(0);
});

test('where IndexedDB never commits, an answer is not "Saving…" for longer than a minute', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(IDBTransaction.prototype, 'oncomplete', { set() {}, get: () => null });
  });
  await page.clock.install();
  await page.goto('/');
  await rate(page, 'Pain', 0.3);
  const once = page.getByRole('status').filter({ hasText: /^Saved in one place of two\./ });
  const step = 2000;
  let waited = 0;
  for (; waited < 90_000 && !(await once.isVisible()); waited += step) await page.clock.runFor(step);
  expect(waited).toBeLessThanOrEqual(60_000);
  await rate(page, 'Fatigue', 0.6);
  await expect(page.getByRole('status').filter({ hasText: /^Saving/ })).toBeVisible();
  await page.clock.runFor(10_000);
  await expect(once, 'it is not waited for as long again').toBeVisible();
});

// Faults 59: another page of this site holds a transaction open, so that nobody else is served.
const HOLD = async () => {
  const database = await new Promise((done, fail) => {
    const request = indexedDB.open('ldn-diary');
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const records = database.transaction('records', 'readwrite').objectStore('records');
  window.holding = true;
  const again = () => {
    if (window.holding) records.count().onsuccess = again;
  };
  again();
};

test('while another page holds IndexedDB the diary opens, takes answers, and both are one when it lets go', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await rate(page, 'Pain', 0.3);
  await expect(page.getByRole('status').filter({ hasText: /^Saved \d/ })).toBeVisible();
  // The local store is empty, as after a kill: all that is known of pain stands in the store that is held.
  await page.goto('/rescue.html');
  const holder = await context.newPage();
  await holder.goto('/rescue.html');
  await holder.evaluate(HOLD);
  await page.evaluate(() => localStorage.clear());
  const took = await opened(page);
  await expect(page.getByText("A part of this browser's storage has not answered yet.")).toBeVisible();
  await rate(page, 'Fatigue', 0.6);
  await expect(page.getByRole('status').filter({ hasText: /^Saved in one place of two\./ })).toBeVisible();
  await holder.evaluate(() => {
    window.holding = false;
  });
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '30');
  await expect(slider(page, 'Fatigue')).toHaveAttribute('aria-valuetext', '60');
  await expect(page.getByText("A part of this browser's storage has not answered yet.")).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: /^Saved \d/ }), 'both have it now').toBeVisible();
  await page.reload();
  const there = await slider(page, 'Pain').getAttribute('aria-valuetext');
  await expect(slider(page, 'Fatigue')).toHaveAttribute('aria-valuetext', '60');
  found(test, 'IndexedDB held open by another page, local storage empty', 1, there === '30' ? 0 : 1);
  dead(test, 'the same, from the address to the questions', 1, took > SOON ? [`${took} ms`] : []);
});

test('where IndexedDB never opens, the diary does, and says so', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => ({});
  });
  const took = await opened(page);
  await expect(page.getByText("A part of this browser's storage has not answered yet.")).toBeVisible();
  await answerHolds(page);
  dead(test, 'IndexedDB never opens', 1, took > SOON ? [`${took} ms`] : []);
});

const neverOpens = (page) =>
  page.addInitScript(() => {
    IDBFactory.prototype.open = () => ({});
  });

// S2, S7: a deletion is a change like any other.
test('where IndexedDB does not answer, nothing is called deleted or kept that is so in one place alone', async ({
  page,
}) => {
  await page.goto('/');
  await rate(page, 'Pain', 0.3);
  await expect(page.getByRole('status').filter({ hasText: /^Saved \d/ })).toBeVisible();
  await neverOpens(page);
  await page.goto('/history');
  await page
    .getByRole('button', { name: /^Delete/ })
    .first()
    .click();
  await expect(page.getByText(/is deleted in one place of two\. The other does not answer\./)).toBeVisible();
  await page.goto('/backup');
  await expect(page.getByText('at the moment in one of two stores of this browser')).toBeVisible();
  await page.getByRole('button', { name: 'Delete everything…' }).click();
  await expect(page.getByLabel('to confirm'), 'it is typed into at once').toBeFocused();
  await page.getByRole('button', { name: 'Keep my diary' }).click();
  await expect(page.getByRole('button', { name: 'Delete everything…' })).toBeFocused();
  await page.getByRole('button', { name: 'Delete everything…' }).click();
  await page.getByLabel('to confirm').fill('delete');
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    /^Your diary is deleted in one place of two\. The other does not answer\..* What it holds is deleted when it answers again\.$/,
  );
  await expect(page.getByText('What you have deleted does not come back')).toBeVisible();
});

test('where one store is forbidden and the other does not answer, nothing is promised', async ({ page }) => {
  await neverOpens(page);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await opened(page);
  await expect(page.getByText('Nothing you enter is kept before the first answers')).toBeVisible();
  await rate(page, 'Fatigue', 0.6);
  await expect(page.getByRole('status').filter({ hasText: /^Not saved\./ })).toBeVisible();
  await expect(page.getByText('what you enter is kept')).toHaveCount(0);
  await page.getByRole('link', { name: 'Backup' }).first().click();
  await expect(page.getByText('Nothing is kept at the moment')).toBeVisible();
});
