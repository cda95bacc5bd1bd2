import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { chromium, headlessShell } from '../../scripts/lib/browser.mjs';
import { run } from '../../scripts/lib/command.mjs';
import { toolsFolder } from '../../scripts/lib/paths.mjs';
import { lockedVersion, printedVersion } from '../../scripts/lib/versions.mjs';
import { duration } from '../../scripts/setup/step.mjs';

const LOCK = `[[package]]
name = "wasm-bindgen-macro"
version = "0.1.0"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
`;

test('the version of exactly that crate is read from the lock', () => {
  assert.equal(lockedVersion(LOCK, 'wasm-bindgen'), '0.2.130');
  assert.throws(() => lockedVersion(LOCK, 'wasm'), /names no wasm/);
});

test('a version is found in what a program prints', () => {
  const cases = {
    'trunk 0.21.14\n': '0.21.14',
    'wasm-bindgen 0.2.130 (abc 2026-10-30)': '0.2.130',
    'x 1.0.0-rc.1': '1.0.0-rc.1',
    'no such command': null,
  };
  for (const [text, expected] of Object.entries(cases)) assert.equal(printedVersion(text), expected, text);
});

test('the tools folder can be chosen, else it is in the cache of the user', () => {
  assert.equal(toolsFolder({ LDN_DIARY_TOOLS: '/tools' }), '/tools');
  assert.equal(toolsFolder({ XDG_CACHE_HOME: '/cache' }), '/cache/ldn-diary');
  assert.match(toolsFolder({}), /\/\.cache\/ldn-diary$/);
});

test('a browser that is named but not there is not replaced by another', () => {
  assert.equal(chromium({ CHROMIUM: '/nowhere/chromium', PATH: process.env.PATH }), null);
  assert.equal(chromium({ CHROME_PATH: process.execPath }), process.execPath);
  assert.equal(chromium({ PATH: '/nowhere' }), null);
});

test('the tests take the engine without windows, unless it is not there or the user has chosen a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ldn-diary-browsers-'));
  const [whole, shell] = ['chromium', 'chromium-headless-shell'].map((name) => join(folder, name));
  writeFileSync(whole, '');
  assert.equal(headlessShell({ PATH: folder }), whole);
  writeFileSync(shell, '');
  assert.equal(headlessShell({ PATH: folder }), shell);
  assert.equal(headlessShell({ PATH: folder, CHROMIUM: process.execPath }), process.execPath);
  assert.equal(headlessShell({ PATH: folder, CHROME_PATH: '/nowhere/chrome' }), null);
  rmSync(folder, { recursive: true });
});

test('a program that is missing, fails or hangs is told apart from one that ends well', async () => {
  assert.equal((await run(process.execPath, ['-e', '0'])).ok, true);
  assert.deepEqual(await run(process.execPath, ['-e', 'console.log("why"); process.exit(3)']), {
    ok: false,
    code: 3,
    output: 'why\n',
  });
  assert.match((await run('no-such-program-here')).output, /ENOENT/);
  const late = await run(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { timeoutMs: 100 });
  assert.equal(late.ok, false);
  assert.match(late.output, /was stopped after 0\.1 s/);
});

test('times read well', () => {
  const cases = { 49: '0.0 s', 2340: '2.3 s', 41200: '41 s', 185000: '3 min 05 s' };
  for (const [milliseconds, expected] of Object.entries(cases)) assert.equal(duration(Number(milliseconds)), expected);
});
