// The wasm32 standard library of Rust.

import { existsSync } from 'node:fs';
import { find, lastLines, run } from '../lib/command.mjs';
import { StepFailure } from './step.mjs';
import { buildEnvironment, hasWebLibrary, TARGET } from './tools.mjs';
import { wasmFromDebian } from './wasm-from-debian.mjs';

/** rustup's server is not promised everywhere; where it hangs, the other way is taken after a minute. */
const PATIENCE_MS = 60_000;

/** Whether the `rustc` that the build would use has the target. */
const isThere = () => hasWebLibrary(buildEnvironment());

/** Makes sure of the target: it is there, or rustup adds it, or Debian's packages stand in. */
export async function ensureWasmTarget() {
  if (isThere()) return 'there';
  let reason = 'rustup is not on PATH';
  if (find('rustup')) {
    const added = await run('rustup', ['target', 'add', TARGET], { timeoutMs: PATIENCE_MS });
    if (added.ok && isThere()) return 'added by rustup';
    reason = lastLines(added.output, 5);
  }
  if (existsSync('/etc/debian_version')) return wasmFromDebian();
  throw new StepFailure(
    `rustup could not add the target ${TARGET}:\n${reason}`,
    process.platform === 'darwin'
      ? `Install Rust with rustup (https://rustup.rs), not with Homebrew, run "rustup target add ${TARGET}", then this command again.`
      : `Install Rust with rustup (https://rustup.rs) and run "rustup target add ${TARGET}", or install your system's package with Rust's ${TARGET} library; then this command again.`,
  );
}

/** Fetches the crates of Cargo.lock, so that the builds need no network. Where they are there this takes a moment. */
export async function ensureCrates() {
  const host = (await run('rustc', ['-vV'])).output.match(/^host: (.+)$/m)?.[1];
  const targets = ['--target', TARGET, ...(host ? ['--target', host] : [])];
  const env = buildEnvironment();
  if ((await run('cargo', ['fetch', '--locked', '--offline', ...targets], { env })).ok) return 'there';
  const fetched = await run('cargo', ['fetch', '--locked', ...targets], { env });
  if (fetched.ok) return 'fetched';
  throw new StepFailure(
    `cargo could not fetch the crates:\n${lastLines(fetched.output)}`,
    'See that crates.io can be reached and run the command again; it goes on where it stopped.',
  );
}
