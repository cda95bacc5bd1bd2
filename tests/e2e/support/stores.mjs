// The two stores as they are, behind the app's back.

import { NAMES } from '../../../scripts/lib/names.mjs';

/** Calls a method of the records' object store in IndexedDB, and gives what the request gives. */
async function onJournal(page, mode, method, ...given) {
  return page.evaluate(
    async ([way, name, values]) => {
      const database = await new Promise((done, fail) => {
        const request = indexedDB.open('ldn-diary');
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
      const transaction = database.transaction('records', way);
      const request = transaction.objectStore('records')[name](...values);
      await new Promise((done) => {
        transaction.oncomplete = done;
      });
      database.close();
      return request.result;
    },
    [mode, method, given],
  );
}

export const journalText = (page, key) => onJournal(page, 'readonly', 'get', NAMES.RECORDS + key);

export const putInJournal = (page, key, text) => onJournal(page, 'readwrite', 'put', text, NAMES.RECORDS + key);

export const wipeJournal = (page) => onJournal(page, 'readwrite', 'clear');

export const localText = (page, key) => page.evaluate((name) => localStorage.getItem(name), NAMES.RECORDS + key);

export const putInLocal = (page, key, text) =>
  page.evaluate(([name, value]) => localStorage.setItem(name, value), [NAMES.RECORDS + key, text]);

export const wipeLocal = (page) => page.evaluate(() => localStorage.clear());

/** Fills the local store to the last byte. */
export const fillLocal = (page) =>
  page.evaluate(() => {
    let size = 4_000_000;
    for (let count = 0; size >= 1; count += 1) {
      try {
        localStorage.setItem(`filler-${count}`, 'x'.repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });

/** Lets a store be forbidden, as some browsers do: before the app starts. */
export const forbid = (page, ...names) =>
  page.addInitScript((forbidden) => {
    for (const name of forbidden) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    }
  }, names);
