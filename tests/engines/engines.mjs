// The three browser engines, each as its makers ship it, driven by WebDriver: Blink, Gecko and WebKit.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Builder } from 'selenium-webdriver';
import {
  BROWSER_FLAGS,
  chromedriver,
  chromium,
  firefox,
  geckodriver,
  webkitDriver,
  xvfb,
} from '../../scripts/lib/browser.mjs';

const WEBKIT = fileURLToPath(new URL('webkit.py', import.meta.url));

/** Each engine: what it needs, its driver, and what the driver is asked for, with a profile in a folder. */
export const ENGINES = [
  {
    name: 'Blink',
    needs: { Chromium: chromium(), ChromeDriver: chromedriver() },
    driver: (port) => [chromedriver(), `--port=${port}`],
    wants: (profile) => ({
      browserName: 'chrome',
      'goog:chromeOptions': {
        binary: chromium(),
        args: [...BROWSER_FLAGS, '--headless=new', `--user-data-dir=${profile}`],
      },
    }),
  },
  {
    name: 'Gecko',
    needs: { Firefox: firefox(), geckodriver: geckodriver() },
    driver: (port) => [geckodriver(), `--port=${port}`],
    wants: (profile) => ({
      browserName: 'firefox',
      'moz:firefoxOptions': { binary: firefox(), args: ['--headless', '-profile', profile] },
    }),
  },
  {
    name: 'WebKit',
    needs: { WebKitWebDriver: webkitDriver(), Xvfb: xvfb() },
    driver: (port) => [webkitDriver(), `--port=${port}`],
    wants: (profile) => ({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: WEBKIT, args: [profile] },
    }),
    screen: true,
  },
];

/** What of an engine is not on this computer, in words; nothing where all is there. */
export function missing({ name, needs }) {
  const absent = Object.keys(needs).filter((what) => !needs[what]);
  return absent.length ? `${name} was not tested: ${absent.join(' and ')} not found` : undefined;
}

/** Milliseconds within which a browser is there: one that is not is waited for no longer. */
const START = 60_000;

let screens;

/** A screen that nobody sees, for an engine that will not do without; it goes with the tests. */
function screen() {
  screens ??= new Promise((done, fail) => {
    const child = spawn(xvfb(), ['-displayfd', '3', '-screen', '0', '1400x1200x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    process.once('exit', () => child.kill());
    child.unref();
    child.once('exit', () => fail(new Error('Xvfb did not start')));
    child.stdio[3].once('data', (number) => {
      child.stdio[3].unref();
      done(`:${String(number).trim()}`);
    });
  });
  return screens;
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

function tooLate(why) {
  return new Promise((_, fail) => {
    setTimeout(() => fail(new Error(why)), START).unref();
  });
}

async function ready(port) {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the driver of the browser did not start');
}

/**
 * A browser with a profile on the disk: `kill` ends it as a phone does that runs out of memory, `end` lets it write what it
 * has not yet.
 */
export async function launched(engine, profile) {
  const port = await freePort();
  const [program, ...args] = engine.driver(port);
  const env = { ...process.env, ...(engine.screen ? { DISPLAY: await screen() } : {}) };
  // A process group of its own, so that all of it dies at once.
  const child = spawn(program, args, { detached: true, stdio: 'ignore', env });
  const gone = new Promise((done) => child.once('exit', done));
  const kill = async () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It was gone already.
    }
    await gone;
  };
  try {
    await ready(port);
    const session = new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(engine.wants(profile))
      .build();
    const browser = await Promise.race([session, tooLate(`${engine.name} did not start`)]);
    const end = async () => {
      await browser.quit();
      await kill();
    };
    return { browser, kill, end };
  } catch (error) {
    await kill();
    throw error;
  }
}
