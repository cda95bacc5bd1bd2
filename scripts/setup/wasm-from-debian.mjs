// The way to a wasm32 standard library where rustup's server cannot be reached: Debian's Rust for the web, with the
// library built once from Debian's own source. It stands in for the web build only; native builds keep the user's Rust.

import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, run } from '../lib/command.mjs';
import { crateSources, toolsFolder } from '../lib/paths.mjs';
import { canInstall, installPackages } from './debian.mjs';
import { StepFailure } from './step.mjs';
import { TARGET } from './tools.mjs';

const RUSTC = '/usr/bin/rustc';
const CARGO = '/usr/bin/cargo';
const PACKAGES = ['rustc-web', 'cargo-web', 'rust-web-src', 'lld-22'];

/** A crate with nothing in it, whose build leaves the standard library behind. */
function emptyCrate(folder) {
  mkdirSync(join(folder, 'src'), { recursive: true });
  writeFileSync(
    join(folder, 'Cargo.toml'),
    '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n[lib]\n[profile.release]\nopt-level = "s"\n[workspace]\n',
  );
  writeFileSync(join(folder, 'src/lib.rs'), '#![no_std]\n');
}

async function buildLibrary(folder) {
  emptyCrate(folder);
  const env = {
    ...process.env,
    PATH: `/usr/bin:${process.env.PATH}`,
    RUSTC,
    // The standard library may only be built with the switches of a nightly compiler.
    RUSTC_BOOTSTRAP: '1',
    // Without it a build with link-time optimisation fails: "failed to get bitcode from object file".
    // The second flag keeps the names of this computer's folders out of the program.
    CARGO_ENCODED_RUSTFLAGS: `-Cembed-bitcode=yes\x1f--remap-path-prefix=${crateSources()}=/crates`,
  };
  const args = ['build', '--release', '--target', TARGET, '-Zbuild-std=std,panic_abort,test'];
  const result = await run(CARGO, args, { cwd: folder, env });
  if (!result.ok) {
    throw new StepFailure(
      `the standard library could not be built:\n${lastLines(result.output)}`,
      'See that crates.io can be reached and run the command again.',
    );
  }
  const made = join(folder, 'target', TARGET, 'release', 'deps');
  return readdirSync(made)
    .filter((name) => name.endsWith('.rlib') && !name.startsWith('libempty-'))
    .map((name) => join(made, name));
}

/**
 * A Rust of our own beside Debian's, in the tools folder: links to Debian's compiler and host library, and the
 * wasm32 library. Nothing is written into the system's folders.
 */
function assemble(home, sysroot, host, libraries) {
  const rustlib = join(home, 'sysroot', 'lib', 'rustlib');
  mkdirSync(join(rustlib, host, 'bin'), { recursive: true });
  symlinkSync(join(sysroot, 'lib', 'rustlib', host, 'lib'), join(rustlib, host, 'lib'));
  // rustc looks for the linker of WASM under this name.
  symlinkSync('/usr/bin/lld-22', join(rustlib, host, 'bin', 'rust-lld'));
  const target = join(rustlib, TARGET, 'lib');
  mkdirSync(target, { recursive: true });
  for (const library of libraries) cpSync(library, join(target, library.split('/').at(-1)));
  const bin = join(home, 'bin');
  mkdirSync(bin);
  for (const program of ['rustc', 'rustdoc']) {
    writeFileSync(
      join(bin, program),
      `#!/bin/sh\nexec /usr/bin/${program} --sysroot '${join(home, 'sysroot')}' "$@"\n`,
      { mode: 0o755 },
    );
  }
  symlinkSync(CARGO, join(bin, 'cargo'));
}

/** Installs and builds all of it. */
export async function wasmFromDebian() {
  if (!canInstall()) {
    throw new StepFailure(
      `rustup could not add the target ${TARGET}, and Debian's packages need root or sudo`,
      `Run "rustup target add ${TARGET}" with a network that reaches rustup's server, or "apt-get install ${PACKAGES.join(' ')}" as root; then this command again.`,
    );
  }
  const home = join(toolsFolder(), 'rust-from-debian');
  const unfinished = `${home}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  await installPackages(PACKAGES);
  const [sysroot, version] = await Promise.all([run(RUSTC, ['--print', 'sysroot']), run(RUSTC, ['-vV'])]);
  const host = version.output.match(/^host: (.+)$/m)?.[1];
  if (!sysroot.ok || !host || !existsSync(CARGO))
    throw new StepFailure("Debian's Rust does not run", `Run "${RUSTC} -vV" to see why.`);
  const libraries = await buildLibrary(join(unfinished, 'library'));
  rmSync(home, { recursive: true, force: true });
  assemble(home, sysroot.output.trim(), host, libraries);
  rmSync(unfinished, { recursive: true, force: true });
  return "built from Debian's packages";
}
