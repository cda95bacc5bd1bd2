// What stands on the page before the app does, and where it never does.

import { openAt, rate, saved } from './support/diary.mjs';
import { FULL } from './support/fault.mjs';
import { expect, test } from './support/kept.mjs';

// The browser alone, without the service worker.
test.use({ serviceWorkers: 'block' });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what it needs', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('LDN Diary');
    await expect(page.locator('noscript p')).toBeVisible();
  });
});

test('while the program does not arrive, the page says so after a while', async ({ page }) => {
  await page.route('**/*.wasm', () => {});
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.getByText('Opening your diary…')).toBeVisible();
  await expect(page.getByText('The diary has not opened')).toBeHidden();
  await expect(page.getByText('The diary has not opened')).toBeVisible({ timeout: 15_000 });
});

const PARTS = { program: '**/*.wasm', script: '**/app-*.js', 'style sheet': '**/*.css' };

for (const [what, files] of Object.entries(PARTS)) {
  test(`when the ${what} fails, it is tried once more by itself, and then said, with the way to the rescue page`, async ({
    page,
    faults,
  }) => {
    let asked = 0;
    await page.route(files, (route) => {
      asked += 1;
      return route.abort();
    });
    await page.goto('/', { waitUntil: 'commit' }).catch(() => {});
    await expect(page.getByText('The diary has not opened')).toBeVisible({ timeout: 8000 });
    await expect(page.getByText('Opening your diary…')).toBeHidden();
    await page.waitForTimeout(500);
    expect(asked, 'not over and over').toBeLessThan(12);
    await page.getByRole('link', { name: 'the rescue page' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rescue page of LDN Diary');
    await page.unroute(files);
    faults.length = 0;
  });

  test(`when the ${what} fails once, the diary opens all the same`, async ({ page, faults }) => {
    let failed = false;
    await page.route(files, (route) => {
      if (failed) return route.continue();
      failed = true;
      return route.abort();
    });
    await page.goto('/', { waitUntil: 'commit' }).catch(() => {});
    await expect(page.getByRole('slider', { name: 'Pain' })).toBeVisible();
    expect(failed).toBe(true);
    faults.length = 0;
  });
}

test('what fails besides the app is no failure of the app', async ({ page, faults }) => {
  await page.addInitScript(() => {
    Promise.reject(new Error('of an extension'));
    setTimeout(() => Promise.reject(new Error('of an extension')), 200);
    setTimeout(() => {
      throw new Error('of an extension');
    }, 300);
    setTimeout(() => {
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/no-such.css' });
      document.head.append(link);
    }, 400);
  });
  let visits = 0;
  page.on('framenavigated', () => {
    visits += 1;
  });
  await page.route('**/app-*.wasm', async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    return route.continue();
  });
  await page.goto('/');
  await expect(page.getByRole('slider', { name: 'Pain' })).toBeVisible();
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/no-such-either.css' });
    document.head.append(link);
  });
  await page.waitForTimeout(1000);
  expect(visits, 'nothing is loaded anew').toBe(1);
  await expect(page.locator('html')).not.toHaveAttribute('data-failed');
  faults.length = 0;
});

for (const [what, files] of Object.entries({ 'the first page': /app-[0-9a-f]{16}\.wasm/, 'the rest': /app-later/ })) {
  test(`a bad copy of ${what} that the browser holds is had anew`, async ({ site, page, faults }) => {
    site.answerOnce = (url) => files.test(url) && '<!doctype html><title>no file</title>';
    await page.goto(site.address);
    await expect(page.getByRole('slider', { name: 'Pain' })).toBeVisible();
    await page.getByRole('link', { name: 'History' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('History');
    await expect(page.getByRole('alert')).toHaveCount(0);
    faults.length = 0;
  });
}

// Whatever hangs: what is seen is looked at as it was painted.
for (const [what, files] of Object.entries({ 'start script': '**/start-*.js', ...PARTS })) {
  test(`when the ${what} hangs on a first visit, the words and the way to the rescue page are there, or the app`, async ({
    page,
    faults,
  }) => {
    await page.route(files, () => {});
    await page.goto('/', { waitUntil: 'commit' });
    const rescue = page.getByRole('link', { name: 'the rescue page' }).and(page.locator(':visible'));
    const app = page.getByRole('slider', { name: 'Pain' });
    const painted = () => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length);
    await expect.poll(painted, { timeout: 11_000 }).toBe(1);
    await expect(rescue.or(app).first()).toBeVisible({ timeout: 11_000 });
    expect(await page.evaluate(() => performance.now())).toBeLessThan(FULL ? 11_500 : 15_000);
    faults.length = 0;
  });
}

for (const [what, files] of Object.entries({
  program: /app-[0-9a-f]{16}\.wasm/,
  script: /app-[0-9a-f]{16}\.js/,
  'style sheet': /style-/,
})) {
  const lies = (site) => {
    site.answers = (request, response) => {
      if (!files.test(request.url)) return false;
      response.writeHead(200, { 'Content-Type': 'text/html', 'Cache-Control': 'public, max-age=31536000, immutable' });
      response.end('<!doctype html><title>no file</title>');
      return true;
    };
  };

  test(`a host that took the ${what} for a page and is mended: the next try opens the diary`, async ({
    site,
    page,
    faults,
  }) => {
    lies(site);
    await page.goto(site.address, { waitUntil: 'commit' });
    await expect(page.getByText('The diary has not opened')).toBeVisible();
    await page.waitForTimeout(1000);
    site.answers = () => false;
    // The page may try by itself at this moment, which breaks this one off and is a next try as well.
    await page.goto(site.address, { waitUntil: 'commit' }).catch(() => {});
    await expect(page.getByRole('slider', { name: 'Pain' })).toBeVisible();
    await expect(page.locator('html')).not.toHaveAttribute('data-failed');
    faults.length = 0;
  });

  test(`a host that took the ${what} for a page and is mended: the rescue page opens the diary`, async ({
    site,
    page,
    faults,
  }) => {
    lies(site);
    await page.goto(site.address, { waitUntil: 'commit' });
    await expect(page.getByText('The diary has not opened')).toBeVisible();
    await page.getByRole('link', { name: 'the rescue page' }).click();
    site.answers = () => false;
    await page.getByRole('button', { name: 'Fetch the app anew' }).click();
    await expect(page.getByRole('slider', { name: 'Pain' })).toBeVisible();
    await expect(page.locator('html')).not.toHaveAttribute('data-failed');
    faults.length = 0;
  });
}

test('until the program comes, a first visit reads what this is, and who has a diary does not read it again', async ({
  page,
}) => {
  const about = page.getByText('A diary for people who take or try low-dose naltrexone.');
  await page.route('**/*.wasm', () => {});
  await page.goto('/', { waitUntil: 'commit' });
  await expect(about).toBeVisible();
  await page.unroute('**/*.wasm');
  await openAt(page);
  await expect(about, 'it stays where it is').toBeVisible();
  await rate(page, 'Pain', 0.5);
  await saved(page);
  await expect(about, 'nothing moves under the finger').toBeVisible();
  await page.getByRole('link', { name: 'History', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('History');
  await expect(about).toBeHidden();
  await page.route('**/*.wasm', () => {});
  await page.reload({ waitUntil: 'commit' });
  await expect(page.getByText('Opening your diary…')).toBeVisible();
  await expect(about).toBeHidden();
});
