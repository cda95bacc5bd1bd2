// Local storage may be taken away, refuse or lie while the page is open. What is said is true all the same (S2, S6, S7).

import { rate, slider } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

/** What local storage may do from now on, run in the page. */
const FAULTS = {
  'is forbidden': () =>
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    }),
  'is gone': () => Object.defineProperty(window, 'localStorage', { configurable: true, get: () => null }),
  'throws what is no error': () => {
    Storage.prototype.setItem = () => {
      throw 'no';
    };
  },
  refuses: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no', 'QuotaExceededError');
    };
  },
};

async function saved(page) {
  await expect(page.getByRole('status').filter({ hasText: /^Saved \d/ })).toBeVisible();
}

for (const [fault, begin] of Object.entries(FAULTS)) {
  test(`an answer given after local storage ${fault} is said to be in one place, and is there in a new tab`, async ({
    page,
    context,
  }) => {
    await page.goto('/');
    await rate(page, 'Pain', 0.3);
    await saved(page);
    await page.evaluate(begin);
    for (const [share, shown] of [
      [0.6, '60'],
      [0.8, '80'],
    ]) {
      await rate(page, 'Fatigue', share);
      await expect(page.getByRole('status').filter({ hasText: /^Saved in one place of two\. / })).toBeVisible();
      await expect(slider(page, 'Fatigue')).toHaveAttribute('aria-valuetext', shown);
    }
    await page.getByRole('link', { name: 'History', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('History');
    const other = await context.newPage();
    await other.goto('/');
    await expect(slider(other, 'Fatigue')).toHaveAttribute('aria-valuetext', '80');
  });
}

/** Ways in which local storage keeps what it was to delete. */
const CLINGING = {
  'is forbidden': FAULTS['is forbidden'],
  'refuses to delete': () => {
    Storage.prototype.removeItem = () => {
      throw new DOMException('no', 'UnknownError');
    };
  },
  'only says that it deletes': () => {
    Storage.prototype.removeItem = () => {};
  },
};

for (const [fault, begin] of Object.entries(CLINGING)) {
  test(`where local storage ${fault}, a diary is deleted in one place of two, and does not come back`, async ({
    page,
  }) => {
    await page.goto('/');
    await rate(page, 'Pain', 0.3);
    await saved(page);
    await page.getByRole('link', { name: 'Backup' }).first().click();
    await page.getByRole('button', { name: 'Delete everything…' }).click();
    await page.getByLabel('to confirm').fill('delete');
    await page.evaluate(begin);
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expect(page.getByRole('alert')).toHaveText(/^Your diary is deleted in one place of two\. /);
    await page.goto('/');
    await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', 'not answered');
    await page.reload();
    await expect(slider(page, 'Pain')).toHaveAttribute('aria-valuetext', 'not answered');
    const left = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('ldn-diary/day')));
    expect(left).toEqual([]);
  });
}

test('an import that one store alone has taken is said to be in one place', async ({ page }) => {
  await page.goto('/');
  // The app has tried by now whether it may write.
  await expect(slider(page, 'Pain')).toBeVisible();
  await page.evaluate(FAULTS.refuses);
  await page.getByLabel('Import a backup').setInputFiles('tests/fixtures/cases/diary-stanford-2013.json');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('The file is imported, in one place of two. The other has no more room')).toBeVisible();
});
