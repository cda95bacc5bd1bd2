// The end-to-end tests: the built site in the system's Chromium, without its windows. `make test` serves the site and sets SITE_ADDRESS.

import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, headlessShell } from '../../scripts/lib/browser.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  outputDir: '../../target/site-work/e2e-output',
  fullyParallel: true,
  forbidOnly: true,
  // What passes only then is named in the summary, and more than one such test fails the run (scripts/test/counts.mjs).
  retries: 1,
  // More than the processors of a small computer: a test waits for a good part of its time.
  workers: 3,
  timeout: 150_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: process.env.E2E_REPORT ?? '../../target/site-work/e2e.json' }]],
  use: {
    baseURL: process.env.SITE_ADDRESS ?? 'http://localhost:8080',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'off',
    // Something that can't be tapped is said soon, and not at the end of the test.
    actionTimeout: 20_000,
    // Each test would fetch the whole app twice; the tests of the service worker let it in.
    serviceWorkers: 'block',
    launchOptions: { executablePath: headlessShell() ?? undefined, args: BROWSER_FLAGS },
  },
});
