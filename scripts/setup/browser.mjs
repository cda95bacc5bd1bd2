// Chromium and its driver, for the tests only.

import { chromedriver, chromium } from '../lib/browser.mjs';
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
