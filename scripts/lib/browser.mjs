// The browsers of the tests. Chromium: the user's choice by CHROMIUM or CHROME_PATH, else the first one on PATH.

import { existsSync } from 'node:fs';
import { find } from './command.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** The path of Chromium or Chrome, or null. */
export function chromium(env = process.env) {
  const named = env.CHROMIUM || env.CHROME_PATH;
  if (named) return existsSync(named) ? named : null;
  for (const name of NAMES) {
    const path = find(name, env.PATH);
    if (path) return path;
  }
  return null;
}

/**
 * The same engine without the windows, profiles and pages of a browser, of which a test sees nothing and which are more than
 * half of what it costs; Chromium itself where that is not, or where the user has chosen.
 */
export function headlessShell(env = process.env) {
  const chosen = env.CHROMIUM || env.CHROME_PATH;
  return (!chosen && find('chromium-headless-shell', env.PATH)) || chromium(env);
}

/** A browser without a screen, that talks to nobody of its own accord. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** The path of ChromeDriver, or null. */
export function chromedriver(env = process.env) {
  if (env.CHROMEDRIVER) return existsSync(env.CHROMEDRIVER) ? env.CHROMEDRIVER : null;
  return find('chromedriver', env.PATH);
}

/** The path of Firefox, or null. */
export function firefox(env = process.env) {
  return find('firefox-esr', env.PATH) ?? find('firefox', env.PATH);
}

/** The paths of what drives Firefox and WebKitGTK, and of a screen that nobody sees; or null. */
export const geckodriver = (env = process.env) => find('geckodriver', env.PATH);
export const webkitDriver = (env = process.env) => find('WebKitWebDriver', env.PATH);
export const xvfb = (env = process.env) => find('Xvfb', env.PATH);
