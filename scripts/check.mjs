// Everything that can be checked without running the app: node scripts/check.mjs

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileFaults } from './check/files.mjs';
import { siteWordFaults } from './check/words.mjs';
import { find, run } from './lib/command.mjs';
import { NODE_BIN, ROOT } from './lib/paths.mjs';
import { duration } from './setup/step.mjs';
import { buildEnvironment, debianStandsIn } from './setup/tools.mjs';

const NATIVE = ['--locked', '--no-default-features'];
const WEB = ['--locked', '--target', 'wasm32-unknown-unknown'];
const STRICT = ['--', '-D', 'warnings'];
const PLAIN = { RUSTDOCFLAGS: '-D warnings', CARGO_TERM_COLOR: 'never' };

/** A check that is a program: it is well when the program is. */
const program =
  (name, args, env = { ...process.env, ...PLAIN }) =>
  () =>
    run(name, args, { cwd: ROOT, env });

/** Lints of the web side. Not --all-targets: the native tests use crates that are not built for the web. */
function webLints() {
  const parts = [...WEB, '--lib', '--bins', '--test', 'web'];
  // Debian has no clippy for the web: where its Rust stands in, the compiler's own warnings must do.
  if (debianStandsIn())
    return program('cargo', ['check', ...parts], buildEnvironment({ ...PLAIN, RUSTFLAGS: '-D warnings' }));
  return program('cargo', ['clippy', ...parts, ...STRICT]);
}

/** All shell in the repository: scripts by name, and the ones that begin as shell does. */
async function shellScripts() {
  const { output } = await run('git', ['ls-files', '-z'], { cwd: ROOT });
  const isShell = (path) =>
    path.endsWith('.sh') || /^#!.*\b(?:ba)?sh\b/.test(readFileSync(join(ROOT, path), 'utf8').slice(0, 100));
  return output.split('\0').filter((path) => path && isShell(path));
}

async function shell() {
  const scripts = await shellScripts();
  const results = await Promise.all(scripts.map((path) => run('bash', ['-n', path], { cwd: ROOT })));
  if (find('shellcheck') && scripts.length) results.push(await run('shellcheck', scripts, { cwd: ROOT }));
  return { ok: results.every((result) => result.ok), output: results.map((result) => result.output).join('') };
}

/** A check that is a list of faults, one line each. */
const listOf = (faultsNow) => async () => {
  const faults = await faultsNow().catch((error) => [error.message]);
  return { ok: faults.length === 0, output: faults.map((fault) => `${fault}\n`).join('') };
};

const CHECKS = [
  ['format of the Rust code', program('cargo', ['fmt', '--check'])],
  [
    'scripts, styles, page and settings',
    program(join(NODE_BIN, 'biome'), ['ci', '--colors=off', '--error-on-warnings', '.']),
  ],
  ['shell', shell],
  ['committed files', listOf(fileFaults)],
  ['words beside the program', listOf(async () => siteWordFaults())],
  ['third-party licences', program(process.execPath, ['scripts/licences.mjs', '--check'])],
  ['lints below the web', program('cargo', ['clippy', ...NATIVE, '--all-targets', ...STRICT])],
  ['lints of the web', webLints()],
  ['documentation below the web', program('cargo', ['doc', ...NATIVE, '--no-deps', '--document-private-items'])],
  ['documentation of the web', program('cargo', ['doc', ...WEB, '--no-deps', '--lib'], buildEnvironment(PLAIN))],
];

const failed = [];
for (const [title, check] of CHECKS) {
  const start = Date.now();
  process.stdout.write(`Check: ${title} … `);
  const result = await check();
  console.log(`${result.ok ? 'well' : 'FAILED'}, ${duration(Date.now() - start)}`);
  if (result.ok) continue;
  failed.push(title);
  console.log(`${result.output.trimEnd()}\n`);
}
if (failed.length) {
  console.error(`\nNot well: ${failed.join('; ')}`);
  process.exitCode = 1;
}
