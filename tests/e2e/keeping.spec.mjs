// What a patient sees when something is wrong with the stores, and that no answer is lost.

import { readFile } from 'node:fs/promises';
import { NAMES } from '../../scripts/lib/names.mjs';
import { answer, openAt, rate, records, saved, slider } from './support/diary.mjs';
import { found } from './support/fault.mjs';
import {
  fillLocal,
  forbid,
  journalText,
  localText,
  putInJournal,
  putInLocal,
  wipeJournal,
  wipeLocal,
} from './support/stores.mjs';
import { expect, test } from './support/test.mjs';

const TODAY = 'day/2026-03-10';
const pain = (page) => slider(page, 'Pain').getAttribute('aria-valuetext');

/** Records pain 30 today, and leaves the page. */
async function withPain(page) {
  await openAt(page);
  await rate(page, 'Pain', 0.3);
  await saved(page);
}

async function reopened(page) {
  await page.reload();
  await expect(slider(page, 'Pain')).toBeVisible();
}

/** What is set aside in IndexedDB. */
async function setAside(page) {
  const all = await page.evaluate(async () => {
    const database = await new Promise((done) => {
      const request = indexedDB.open('ldn-diary');
      request.onsuccess = () => done(request.result);
    });
    const records = database.transaction('records').objectStore('records');
    const [keys, texts] = [records.getAllKeys(), records.getAll()];
    await new Promise((done) => {
      records.transaction.oncomplete = done;
    });
    database.close();
    return keys.result.map((key, place) => [key, texts.result[place]]);
  });
  return all.filter(([key]) => key.includes('/set-aside/')).map(([, text]) => text);
}

/** A text in which one bit is flipped: of the first digit of the rating. */
const flipped = (text) =>
  text.replace(/("pain":)(\d)/, (_, name, digit) => name + String.fromCharCode(digit.charCodeAt(0) ^ 1));

for (const [what, wipe] of [
  ['local storage', wipeLocal],
  ['IndexedDB', wipeJournal],
]) {
  // S3
  test(`a wiped ${what} is healed from the other store`, async ({ page }) => {
    await withPain(page);
    await wipe(page);
    await reopened(page);
    const there = await pain(page);
    expect(there).toBe('30');
    // It is healed after the first page stands there.
    const isWhole = async () => {
      const [local, journal] = await Promise.all([localText(page, TODAY), journalText(page, TODAY)]);
      return Boolean(local) && local === journal;
    };
    await expect.poll(isWhole).toBe(true);
    found(test, `${what} wiped`, 1, there === '30' ? 0 : 1);
  });
}

// S3: that record alone is set aside.
test('one flipped bit sets one record aside, and the other store heals it', async ({ page }) => {
  await withPain(page);
  let lost = 0;
  for (const [text, put] of [
    [localText, putInLocal],
    [journalText, putInJournal],
  ]) {
    const bad = flipped(await text(page, TODAY));
    await put(page, TODAY, bad);
    await reopened(page);
    lost += (await pain(page)) === '30' ? 0 : 1;
    await expect(page.getByText('One piece of your diary could not be read.')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save a copy' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toContain(bad);
    await page.getByRole('button', { name: 'I have the copy' }).click();
    await reopened(page);
    await expect(page.getByText('could not be read')).toHaveCount(0);
  }
  found(test, 'one bit of one record flipped, in one store', 2, lost);
});

test('a record that is unreadable in both stores is kept as it is, and all others work', async ({ page }) => {
  await withPain(page);
  await page.getByRole('button', { name: 'Previous day' }).click();
  await rate(page, 'Pain', 0.6);
  await saved(page);
  const bad = flipped(await localText(page, TODAY));
  await putInLocal(page, TODAY, bad);
  await putInJournal(page, TODAY, bad);
  await reopened(page);
  const yesterday = await pain(page);
  expect(yesterday, 'the day before').toBe('60');
  await expect(page.getByText('One piece of your diary could not be read.')).toBeVisible();
  await page.getByRole('button', { name: 'Next day' }).click();
  expect(await pain(page)).toBe('not answered');
  // The day is answered anew: the unreadable text moves aside before its place is used.
  await rate(page, 'Pain', 0.8);
  await saved(page);
  const kept = await page.evaluate(() => ({ ...localStorage }));
  expect(Object.values(kept)).toContain(bad);
  expect(JSON.parse(kept[NAMES.RECORDS + TODAY]).body.items.pain).toBe(80);
  found(
    test,
    'one bit flipped in both stores: that record is set aside, all others are there',
    1,
    yesterday === '60' ? 0 : 1,
  );
});

// S3: a store that should have data and has none.
test('a diary that is gone opens the recovery page, and a backup brings it back', async ({ page }) => {
  await withPain(page);
  await page.goto('/backup');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  const backup = await (await download).path();
  await wipeLocal(page);
  await wipeJournal(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your diary should be here, and it is not');
  await expect(page.getByText('This browser kept 1 day of your diary')).toBeVisible();
  await page.getByLabel('Import a backup').setInputFiles({
    name: 'ldn-diary.json.txt',
    mimeType: 'text/plain',
    buffer: await readFile(backup),
  });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL('**/charts');
  await page.goto('/');
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '30');
});

// S3: fault 64.
test('what stands under a name of ours and is no text is set aside before its place is used', async ({ page }) => {
  await withPain(page);
  const bytes = { kept: [1, 2, 3], text: 'a diary of another kind' };
  await page.goto('/rescue.html');
  await putInJournal(page, TODAY, bytes);
  await wipeLocal(page);
  await page.goto('/');
  await rate(page, 'Pain', 0.5);
  await saved(page);
  expect(JSON.parse(await journalText(page, TODAY)).body.items).toEqual({ pain: 50 });
  await expect.poll(() => setAside(page)).toContain(JSON.stringify(bytes));
});

test('a foreign key in the store is left alone', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('somebody-else', 'not JSON {'));
  await withPain(page);
  await reopened(page);
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '30');
  expect(await page.evaluate(() => localStorage.getItem('somebody-else'))).toBe('not JSON {');
});

// S6
test('with both stores blocked the app runs and says that nothing is kept', async ({ page }) => {
  await forbid(page, 'localStorage', 'sessionStorage', 'indexedDB');
  await openAt(page);
  await expect(page.getByText('Nothing you enter here will be kept.')).toBeVisible();
  await rate(page, 'Pain', 0.3);
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '30');
  await expect(page.getByRole('status')).toContainText('Not saved.');
  found(test, 'both stores blocked: "Not saved" is said, the answer stays on the screen', 1, 0);
});

for (const [what, ...names] of [
  ['local storage', 'localStorage', 'sessionStorage'],
  ['IndexedDB', 'indexedDB'],
]) {
  test(`with ${what} blocked the diary is kept in the other store, and the page says so`, async ({ page }) => {
    await forbid(page, ...names);
    await openAt(page);
    await expect(page.getByText('Your diary is kept in one place of two.')).toBeVisible();
    await rate(page, 'Pain', 0.3);
    await expect(page.getByRole('status')).toContainText('Saved in one place of two.');
    await reopened(page);
    const there = await pain(page);
    found(test, `${what} blocked`, 1, there === '30' ? 0 : 1);
  });
}

// S2, S6
test('a full store says so, loses no answer, and can be backed up', async ({ page }) => {
  await withPain(page);
  await fillLocal(page);
  await page.getByText('Note, and what else happened').click();
  const note = 'x'.repeat(1500);
  await page.getByRole('textbox', { name: 'Note' }).fill(note);
  await expect(page.getByRole('status')).toContainText('Saved in one place of two. The other has no more room');
  await reopened(page);
  const there = await page.getByRole('textbox', { name: 'Note' }).inputValue();
  await page.goto('/backup');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  expect(JSON.parse(await readFile(await (await download).path(), 'utf8')).days[0].note).toBe(note);
  found(test, 'the quota of local storage filled to the last byte', 1, there === note ? 0 : 1);
});

// S4
test('a schema from the future opens read-only', async ({ page }) => {
  await withPain(page);
  const newer = (await localText(page, TODAY)).replace('"schema":1', '"schema":2');
  await putInLocal(page, 'settings', newer);
  await page.reload();
  await expect(page.getByText('A newer version of this app has used this diary.')).toBeVisible();
  const before = await records(page);
  const there = await pain(page);
  await rate(page, 'Pain', 0.8);
  await expect(page.getByRole('status')).toContainText('Not saved.');
  expect(await records(page)).toEqual(before);
  found(test, 'a schema from the future', 1, there === '30' ? 0 : 1);
});

// S5: 100 rounds, both tabs at once; each tab then shows the answers of both.
test('two tabs that edit one day at once lose no answer', async ({ page, context }) => {
  test.setTimeout(480_000);
  const other = await context.newPage();
  await page.goto('/');
  await other.goto('/');
  await slider(page, 'Pain').press('Home');
  await slider(other, 'Fatigue').press('Home');
  const rounds = 100;
  let lost = 0;
  for (let round = 1; round <= rounds; round += 1) {
    await Promise.all([slider(page, 'Pain').press('ArrowRight'), slider(other, 'Fatigue').press('ArrowRight')]);
    await Promise.all([saved(page), saved(other)]);
    // What one process writes into local storage reaches the other a moment later; on a busy machine, some seconds.
    const arrived = async () => {
      const day = Object.entries(await records(page)).find(([key]) => key.startsWith('day/'))[1].body.items;
      return day.pain === round && day.fatigue === round;
    };
    await expect
      .poll(arrived, { timeout: 15_000 })
      .toBe(true)
      .catch(() => {
        lost += 1;
      });
  }
  for (const tab of [page, other]) {
    for (const name of ['Pain', 'Fatigue'])
      await expect(slider(tab, name)).toHaveAttribute('aria-valuetext', String(rounds));
  }
  await page.reload();
  await expect(slider(page, 'Fatigue')).toHaveAttribute('aria-valuetext', String(rounds));
  found(test, 'two tabs edit the same day at once (rounds)', rounds, lost);
});

// The answer need not be acknowledged yet; it is kept all the same.
test('a tab that is reloaded or closed in the moment of a tap keeps the answer', async ({ page, context }) => {
  const tries = 20;
  let lost = 0;
  let open = page;
  await open.goto('/');
  for (let round = 1; round <= tries; round += 1) {
    await slider(open, 'Pain').waitFor();
    const closes = round % 2 === 0;
    const gone = closes ? open.waitForEvent('close') : open.waitForEvent('load');
    await open
      .evaluate((reload) => {
        const key = new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true });
        document.querySelector('[role="slider"]').dispatchEvent(key);
        if (reload) location.reload();
      }, !closes)
      .catch(() => {});
    if (closes) await open.close();
    await gone;
    if (closes) {
      open = await context.newPage();
      await open.goto('/');
    }
    await slider(open, 'Pain').waitFor();
    if ((await pain(open)) !== String(49 + round)) lost += 1;
  }
  found(test, 'the tab reloaded or closed in the moment of a tap', tries, lost);
});

// S7
test('everything is deleted for good, after a typed confirmation', async ({ page, context }) => {
  await withPain(page);
  const other = await context.newPage();
  await other.goto('/');
  await page.goto('/backup');
  await page.getByRole('button', { name: 'Delete everything…' }).click();
  const last = page.getByRole('button', { name: 'Delete for good' });
  await expect(last).toBeDisabled();
  await page.getByLabel('to confirm').fill('delete');
  await last.click();
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', 'not answered');
  await expect(slider(other, 'Pain'), 'the other tab lets go of it too').toHaveAttribute(
    'aria-valuetext',
    'not answered',
  );
  for (const tab of [page, other])
    await expect(tab.getByRole('status')).toHaveText('Your diary is deleted from this browser');
  expect(await page.evaluate(() => Object.keys(localStorage)), 'a line that says so, and nothing else').toEqual([
    NAMES.DELETED,
  ]);
  expect(await journalText(page, TODAY)).toBeUndefined();
  await reopened(page);
  await expect(page.getByText('What you enter stays on this device.'), 'a first visit, and no alarm').toBeVisible();
});

// S8, I4
test('a backup counts only once it arrived, and the reminder goes with it', async ({ page }) => {
  await openAt(page, '/', new Date('2026-03-25T21:00:00+01:00'));
  await page.goto('/?day=2026-03-10');
  await rate(page, 'Pain', 0.3);
  await saved(page);
  await page.clock.setFixedTime(new Date('2026-04-10T21:00:00+02:00'));
  await reopened(page);
  const reminder = page.getByRole('complementary', { name: 'Backup reminder' });
  await expect(reminder).toContainText('1 day of your diary is on this device alone.');
  await reminder.getByRole('link', { name: 'Make a backup' }).click();
  await page.getByRole('button', { name: 'Save a backup' }).click();
  await page.getByRole('button', { name: 'It did not' }).click();
  await expect(page.getByText('You have not made a backup yet.')).toBeVisible();
  await expect(reminder).toBeVisible();
  await page.getByRole('button', { name: 'Save a backup' }).click();
  await page.getByRole('button', { name: 'It arrived' }).click();
  await expect(page.getByText('Your last backup is from 10 April 2026, 21:00.')).toBeVisible();
  await expect(reminder).toHaveCount(0);
});

// I1: replacing keeps a safety copy that can be brought back.
test('a replaced diary can be brought back', async ({ page }) => {
  await withPain(page);
  await page.goto('/backup');
  const empty = { format: 'ldn-diary', version: 1, settings: {}, phases: [], dose_steps: [], days: [] };
  empty.days.push({ date: '2026-03-09', recorded_at: '2026-03-09T21:00:00+01:00', items: { pain: 77 } });
  await page.getByLabel('Import a backup').setInputFiles({
    name: 'other.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(empty)),
  });
  await page.getByText('Replace my diary instead').click();
  await expect(page.getByText('adds 1 day, changes 0, keeps 0, removes 1')).toBeVisible();
  await page.getByRole('button', { name: 'Replace my diary', exact: true }).click();
  await page.waitForURL('**/charts');
  await page.goto('/');
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', 'not answered');
  await page.goto('/backup');
  await expect(page.getByRole('region', { name: 'Safety copy' })).toContainText('1 day');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await saved(page);
  await page.goto('/');
  await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', '30');
});

test('the rescue page shows and saves what both stores hold, without the app', async ({ page }) => {
  await withPain(page);
  await answer(page, 'Headache', 'Yes').click();
  await saved(page);
  await page.goto('/rescue.html');
  await expect(page.getByText('1 day, 1 other record.')).toHaveCount(2);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save everything as a file' }).click();
  const held = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  for (const store of [held.local, held.journal]) {
    expect(JSON.parse(store[NAMES.RECORDS + TODAY]).body.side_effects).toEqual({ headache: true });
  }
  await expect(page.locator('#save-says')).toContainText(
    'given ldn-diary-rescue.json to save, with 2 records from the local storage and 2 records from the database',
  );
});

test('the rescue page counts no deleted day as one, and offers no file where it found nothing', async ({ page }) => {
  await page.goto('/rescue.html');
  await expect(page.getByText('No record of a diary.')).toHaveCount(2);
  await expect(page.getByText('If you have a backup, open the diary and import it.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save everything as a file' })).toBeHidden();
  await page.evaluate(() => {
    localStorage.setItem('ldn-diary/day/2026-03-09', '{"body":null}');
    localStorage.setItem('ldn-diary/day/2026-03-10', '{"body":{}}');
    localStorage.setItem('ldn-diary/day/2026-03-11', 'not JSON {');
    localStorage.setItem('ldn-diary/set-aside/day/2026-03-11/00000000', 'bad');
    localStorage.setItem('ldn-diary-look', 'not JSON {');
  });
  await page.reload();
  await expect(page.locator('#local')).toHaveText('2 days, 1 other record, 1 that could not be read.');
  await expect(page.getByRole('button', { name: 'Save everything as a file' })).toBeVisible();
});

test('the rescue page says in words which place is not allowed or does not answer, and what to do', async ({
  page,
}) => {
  await forbid(page, 'localStorage');
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => ({});
  });
  await page.goto('/rescue.html');
  await expect(page.locator('#local')).toContainText('Allow this site to keep data');
  await expect(page.locator('#journal')).toContainText('Close all other tabs of this site');
  await expect(page.locator('#nothing'), 'nobody knows').toBeHidden();
  await expect(page.locator('#saving')).toBeHidden();
});

test('the rescue page tells a server that lacks a file from one that is not reached', async ({ page, faults }) => {
  await page.goto('/rescue.html');
  await expect(page.locator('#next')).toHaveText(/^The server answers\. So the diary should open\./);
  await page.route('**/app-*.js', (route) => route.fulfill({ status: 404 }));
  await page.getByRole('button', { name: 'Fetch the app anew' }).click();
  await expect(page.locator('#anew-says')).toHaveText(
    /does not have the whole app at the moment\. .* What is missing or damaged there: \/app-[0-9a-f]{16}\.js\.$/,
  );
  await page.route('**/files.json', (route) => route.fulfill({ body: '<title>Log in</title>' }));
  await page.reload();
  await expect(page.locator('#next')).toHaveText(
    /does not have the whole app at the moment: try again in some minutes/,
  );
  await page.unroute('**/files.json');
  await page.route('**/files.json', (route) => route.abort());
  await page.reload();
  await expect(page.locator('#next')).toHaveText(/go online/);
  faults.length = 0;
});

test('the rescue page has the look that was chosen in the app, and all its targets fit a finger and a column', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.addInitScript(() => {
    localStorage.setItem('ldn-diary-look', '{"theme":"dark","text":"largest"}');
    localStorage.setItem('ldn-diary/settings', '{}');
  });
  await page.goto('/rescue.html');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(18, 23, 26)');
  await expect(page.locator('html')).toHaveCSS('font-size', '22.4px');
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  for (const name of ['#anew', '#back', '#save']) {
    const { x, width, height } = await page.locator(name).boundingBox();
    expect(height, name).toBeGreaterThanOrEqual(44);
    expect(x + width, name).toBeLessThanOrEqual(320 - 16);
  }
});

/** Values that JSON can't take, or would take for something else, and keys that are no texts. */
const putOddValues = (page) =>
  page.evaluate(async () => {
    const database = await new Promise((done) => {
      const request = indexedDB.open('ldn-diary', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('records');
      request.onsuccess = () => done(request.result);
    });
    const running = database.transaction('records', 'readwrite');
    const records = running.objectStore('records');
    const ring = {};
    ring.ring = ring;
    const values = [1n, new Map([['pain', 3n]]), new Blob(['xyz']), new Uint8Array([7, 8]).buffer, Number.NaN, ring];
    for (const [index, value] of values.entries()) records.put(value, `ldn-diary/day/2026-01-0${index + 1}`);
    records.put('under a list', ['ldn-diary/day/2026-01-01']);
    records.put('under a number', 5);
    records.put('under a text', '5');
    await new Promise((done) => {
      running.oncomplete = done;
    });
    database.close();
  });

test('the rescue page saves what is no text as well, and says when it can save nothing', async ({ page }) => {
  await page.goto('/rescue.html');
  await putOddValues(page);
  await page.reload();
  await expect(page.locator('#journal')).toHaveText(/^6 days/);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save everything as a file' }).click();
  const { journal } = JSON.parse(await readFile(await (await coming).path(), 'utf8'));
  expect(journal).toEqual({
    'ldn-diary/day/2026-01-01': '"1"',
    'ldn-diary/day/2026-01-02': '[["pain","3"]]',
    'ldn-diary/day/2026-01-03': '"[object Blob], 3 bytes"',
    'ldn-diary/day/2026-01-04': '[7,8]',
    'ldn-diary/day/2026-01-05': '"NaN"',
    'ldn-diary/day/2026-01-06': '[object Object]',
    'no text: ["ldn-diary/day/2026-01-01"]': 'under a list',
    'no text: 5': 'under a number',
    5: 'under a text',
  });
  await page.evaluate(() => {
    URL.createObjectURL = () => {
      throw new RangeError('no memory');
    };
  });
  await page.getByRole('button', { name: 'Save everything as a file' }).click();
  await expect(page.locator('#save-says')).toHaveText(/^No file could be made \(RangeError: no memory\)\./);
});

test('nobody who wants to delete or change the database waits for the rescue page', async ({ page, context }) => {
  await page.goto('/');
  await rate(page, 'Pain', 0.3);
  await saved(page);
  await page.goto('/rescue.html');
  await expect(page.locator('#journal')).toHaveText(/^1 day/);
  const other = await context.newPage();
  await other.goto('/rescue.html');
  await expect(other.locator('#journal')).toHaveText(/^1 day/);
  for (const how of ['open', 'deleteDatabase']) {
    const outcome = await other.evaluate(
      (name) =>
        new Promise((done) => {
          const request = indexedDB[name]('ldn-diary', name === 'open' ? 9 : undefined);
          request.onblocked = () => done('blocked');
          request.onerror = () => done('error');
          request.onsuccess = () => {
            request.result?.close();
            done('done');
          };
        }),
      how,
    );
    expect(outcome, how).toBe('done');
  }
});
