// Builds the site into dist/. Does nothing when nothing it is made from has changed.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { namesMachinePath } from './check/files.mjs';
import { run } from './lib/command.mjs';
import { filesBelow, fingerprint, isStamped, shortHash, writeStamp } from './lib/fingerprint.mjs';
import { crateSources, DIST, ROOT, WORK } from './lib/paths.mjs';
import { TRUNK, WASM_SPLIT, wasmBindgen } from './lib/versions.mjs';
import { duration } from './setup/step.mjs';
import { buildEnvironment } from './setup/tools.mjs';

const INPUTS = [
  'build.rs',
  'build',
  'words',
  'published',
  'src',
  'js',
  'style',
  'public',
  '.cargo/config.toml',
  'index.html',
  'CHANGELOG.md',
  'Trunk.toml',
  'Cargo.toml',
  'Cargo.lock',
  'package-lock.json',
  'scripts/build.mjs',
  'scripts/echarts.mjs',
  'scripts/echarts-unreached.mjs',
  'scripts/hosting.mjs',
  'scripts/lib',
  'scripts/site',
];
const LIST = join(DIST, 'files.json');

/** Folders of this computer must not stand in the program: they are nobody's business, and would make each computer's build differ. */
function withoutOwnPaths() {
  const renamed = [
    [crateSources(), '/crates'],
    [ROOT, '/ldn-diary'],
  ];
  return renamed.map(([folder, name]) => `--remap-path-prefix=${folder}=${name}`);
}

/** The built site is split into parts, and the splitter must know which function uses what. */
const IN_PARTS = ['--cfg=in_parts', '-Clink-arg=--emit-relocs'];

/** The flags for every crate: Cargo takes them from here and then not from its own file, so that has to be said again. */
function compilerFlags() {
  const own = readFileSync(join(ROOT, '.cargo/config.toml'), 'utf8').match(/^rustflags = (\[.*\])$/m);
  if (!own) throw new Error('.cargo/config.toml does not give the flags of the web build');
  // Cargo wants this character between two flags, so that a folder may have a space in its name.
  return [...JSON.parse(own[1]), ...IN_PARTS, ...withoutOwnPaths()].join('\x1f');
}

function refuseOwnPaths() {
  const telling = filesBelow(DIST).filter(
    (file) => file.endsWith('.wasm') && namesMachinePath(readFileSync(file, 'latin1')),
  );
  if (telling.length) throw new Error(`${telling.join(', ')} holds the name of a folder of this computer`);
}

async function stampText(env) {
  const rustc = await run('rustc', ['--version'], { cwd: ROOT, env });
  const inputs = fingerprint(INPUTS, `${rustc.output} ${TRUNK} ${WASM_SPLIT} ${wasmBindgen()}`);
  return () => `${inputs} ${existsSync(LIST) ? shortHash(readFileSync(LIST)) : 'no site'}\n`;
}

/** Makes dist/ what the sources say. Throws if the build fails, with everything that was printed above it. */
export async function build() {
  const start = Date.now();
  const env = buildEnvironment({ NO_COLOR: 'true', CARGO_ENCODED_RUSTFLAGS: compilerFlags() });
  const stamp = join(WORK, 'dist.stamp');
  const stampNow = await stampText(env);
  if (existsSync(LIST) && isStamped(stamp, stampNow())) {
    console.log('Site … up to date');
    return;
  }
  console.log('Site: building the release version, a few minutes the first time');
  const result = await run('trunk', ['build', '--release'], { cwd: ROOT, env, show: true });
  if (!result.ok) throw new Error('the site could not be built; the reason stands above');
  refuseOwnPaths();
  writeStamp(stamp, stampNow());
  console.log(`Site … built, ${duration(Date.now() - start)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
