// Chromium and its driver, for the tests only.

import { chromedriver, chromium, headlessShell } from '../lib/browser.mjs';
import { canInstall, installPackages } from './debian.mjs';
import { StepFailure } from './step.mjs';

/** Makes sure of a browser and its driver: those that are there, else Debian's packages. */
export async function ensureBrowser() {
  const missing = [
    [chromium(), 'chromium'],
    [chromedriver(), 'chromium-driver'],
  ].filter(([path]) => !path);
  if (missing.length === 0) return 'there';
  const packages = missing.map(([, name]) => name);
  if (process.env.CHROMIUM || process.env.CHROME_PATH || !canInstall()) {
    throw new StepFailure(
      `${packages.join(' and ')} not found`,
      'Install Chromium (or Chrome) and a ChromeDriver of the same version, name them in CHROMIUM and CHROMEDRIVER if they are not on PATH, and run the command again.',
    );
  }
  await installPackages(packages);
  if (!chromium() || !chromedriver())
    throw new StepFailure("Debian's packages are installed, but no Chromium is on PATH", 'Name it in CHROMIUM.');
  return `installed ${packages.join(' and ')}`;
}

/** Where Debian's own Chromium stands. */
const DEBIANS = '/usr/bin/chromium';

/** The engine alone, with which the tests are done sooner. They need not have it. */
export async function ensureHeadlessShell() {
  const there = () => headlessShell() !== chromium();
  if (there()) return 'there';
  const instead = 'not found: the tests use Chromium, which takes longer';
  if (chromium() !== DEBIANS || !canInstall()) return instead;
  try {
    // All of one version: a package of another would take Chromium away.
    await installPackages(['chromium', 'chromium-driver', 'chromium-headless-shell']);
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
  }
  return there() ? 'installed chromium-headless-shell' : instead;
}
