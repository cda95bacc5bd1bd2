// The suites, each a function that runs its tests and gives `{ passed, failed, note }`.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sizes } from '../bench/sizes.mjs';
import { build } from '../build.mjs';
import { BROWSER_FLAGS, chromedriver, chromium } from '../lib/browser.mjs';
import { run } from '../lib/command.mjs';
import { filesBelow } from '../lib/fingerprint.mjs';
import { DIST, ROOT, WORK } from '../lib/paths.mjs';
import { buildEnvironment, hasNightly } from '../setup/tools.mjs';
import { listen, siteServer } from '../site/server.mjs';
import { cargoCounts, judged, nodeCounts, playwrightCounts } from './counts.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

const shown = (env = process.env) => ({ cwd: ROOT, env, show: true });

function shut(server) {
  server.closeAllConnections();
  server.close();
}

/** The tests of a folder that Node runs itself, one file after the other or at once. */
async function nodeTests(folder, options, env = process.env) {
  const files = filesBelow(join(ROOT, folder)).filter((file) => file.endsWith('.test.mjs'));
  const result = await run(process.execPath, ['--test', '--test-reporter=tap', ...options, ...files], {
    cwd: ROOT,
    env,
  });
  const counts = judged(nodeCounts(result.output), result.ok, result.output);
  if (counts.failed) process.stdout.write(result.output);
  return counts;
}

/** The scripts that build the site. */
export const scripts = () => nodeTests('tests/scripts', []);

/** The built site in Gecko and in WebKit. */
export async function engines() {
  await build();
  return nodeTests('tests/engines', ['--test-concurrency=1'], buildEnvironment());
}

/** Everything below the screen, without browser, framework or clock. */
export async function native() {
  const result = await run('cargo', ['test', '--locked', '--no-default-features', '--no-fail-fast'], shown());
  return judged(cargoCounts(result.output), result.ok, result.output);
}

/** The few things that need a browser's own functions. */
export async function browser() {
  mkdirSync(WORK, { recursive: true });
  const proxy = oneAtATime();
  const proxyPort = await listen(proxy, 0, '127.0.0.1');
  // Chromium asks its own computer without a proxy unless it is told otherwise.
  const throughProxy = [`--proxy-server=http://127.0.0.1:${proxyPort}`, '--proxy-bypass-list=<-loopback>'];
  const capabilities = join(WORK, 'webdriver.json');
  const options = { binary: chromium(), args: ['--headless=new', ...BROWSER_FLAGS, ...throughProxy] };
  writeFileSync(capabilities, JSON.stringify({ 'goog:chromeOptions': options }));
  const env = buildEnvironment({
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: 'wasm-bindgen-test-runner',
    CHROMEDRIVER: chromedriver(),
    WASM_BINDGEN_TEST_ONLY_WEB: '1',
    WASM_BINDGEN_TEST_TIMEOUT: '120',
    WASM_BINDGEN_TEST_WEBDRIVER_JSON: capabilities,
  });
  const result = await run(
    'cargo',
    ['test', '--locked', '--target', 'wasm32-unknown-unknown', '--test', 'web'],
    shown(env),
  );
  shut(proxy);
  return judged(cargoCounts(result.output), result.ok, result.output);
}

/** A few seconds of hostile input for each reader, where cargo-fuzz is installed. */
export async function fuzz() {
  if (!existsSync(join(ROOT, 'fuzz/Cargo.toml')))
    return { passed: 0, failed: 0, note: 'not run: there is no fuzz folder' };
  if (!hasNightly()) return { passed: 0, failed: 0, note: 'not run: needs a nightly Rust' };
  const env = buildEnvironment({ CARGO_TARGET_DIR: join(WORK, 'fuzz') });
  const list = await run('cargo', ['+nightly', 'fuzz', 'list'], { cwd: ROOT, env });
  if (!list.ok) return { passed: 0, failed: 0, note: 'not run: needs cargo-fuzz' };
  const targets = list.output.trim().split('\n');
  const built = await run('cargo', ['+nightly', 'fuzz', 'build'], shown(env));
  if (!built.ok) return judged({ passed: 0, failed: targets.length }, false, built.output);
  const results = await Promise.all(targets.map((target) => fuzzed(target, env)));
  const passed = results.filter(({ ok }) => ok).length;
  return judged({ passed, failed: targets.length - passed }, true);
}

/** One reader. What is found on the way goes into a folder of its own: the corpus in the tree stays as it was chosen. */
function fuzzed(target, env) {
  const found = join(WORK, 'fuzz-found', target);
  mkdirSync(found, { recursive: true });
  const limits = [
    '-max_total_time=20',
    `-dict=fuzz/${target}.dict`,
    `-artifact_prefix=${found}/`,
    '-print_final_stats=0',
  ];
  // Tables of all programs begin with those that the tests read.
  const seeds = target === 'csv' ? ['tests/it/fixtures/import'] : [];
  const args = ['+nightly', 'fuzz', 'run', target, found, `fuzz/corpus/${target}`, ...seeds, '--', ...limits];
  return run('cargo', args, shown(env));
}

/** The sizes of the built site, which may not grow: one test for each that is held. */
export async function sizesHeld() {
  await build();
  const { held } = JSON.parse(readFileSync(join(ROOT, 'budgets.json'), 'utf8'));
  const rows = (await sizes(DIST, held)).filter(({ budget }) => budget !== undefined);
  const over = rows.filter(({ bytes, budget }) => bytes > budget);
  for (const { what, bytes, budget } of over) console.log(`${what}: ${bytes} bytes of brotli, more than ${budget}`);
  return { passed: rows.length - over.length, failed: over.length };
}

/** The built site in a browser, served with the headers of production. */
export async function endToEnd() {
  await build();
  const server = siteServer(DIST);
  const port = await listen(server, 0, 'localhost');
  const report = join(WORK, 'e2e.json');
  rmSync(report, { force: true });
  const env = { ...process.env, SITE_ADDRESS: `http://localhost:${port}`, E2E_REPORT: report };
  const playwright = join(ROOT, 'node_modules/@playwright/test/cli.js');
  const result = await run(
    process.execPath,
    [playwright, 'test', '--config', 'tests/e2e/playwright.config.mjs'],
    shown(env),
  );
  shut(server);
  const counts = existsSync(report)
    ? playwrightCounts(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0 };
  return judged(counts, result.ok, result.output);
}
