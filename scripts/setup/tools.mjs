// The tools of the build, and the environment in which they are found.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { NODE_BIN, toolsFolder } from '../lib/paths.mjs';
import { CARGO_FUZZ, GECKODRIVER, TRUNK, WASM_SPLIT, wasmBindgen } from '../lib/versions.mjs';
import { toolFolder } from './cargo-tool.mjs';

/** Trunk builds the site. Its speed hardly matters, its build time does. */
export function trunk() {
  return {
    crate: 'trunk',
    version: TRUNK,
    program: 'trunk',
    features: ['--no-default-features', '--features', 'rustls'],
    optLevel: '0',
  };
}

/** wasm-bindgen writes the JavaScript beside the WASM, and runs the tests in a browser. */
export function wasmBindgenCli() {
  return {
    crate: 'wasm-bindgen-cli',
    version: wasmBindgen(),
    program: 'wasm-bindgen',
    alongside: ['wasm-bindgen-test-runner'],
    features: [],
    optLevel: '1',
  };
}

/** wasm-split takes the program apart, so that a phone fetches the first page first. */
export function wasmSplit() {
  return {
    crate: 'wasm_split_cli_support',
    version: WASM_SPLIT,
    program: 'wasm-split-cli',
    features: ['--features', 'build-binary'],
    optLevel: '1',
  };
}

/** cargo-fuzz throws hostile files at the readers. It needs a nightly compiler, and is not wanted without one. */
export function cargoFuzz() {
  return { crate: 'cargo-fuzz', version: CARGO_FUZZ, program: 'cargo-fuzz', features: [], optLevel: '0' };
}

/** geckodriver drives Firefox. */
export function gecko() {
  return { crate: 'geckodriver', version: GECKODRIVER, program: 'geckodriver', features: [], optLevel: '0' };
}

/** Whether rustup has a nightly compiler at hand. Nothing is downloaded to find out. */
export function hasNightly() {
  const env = { ...process.env, RUSTUP_AUTO_INSTALL: '0' };
  return spawnSync('rustc', ['+nightly', '--version'], { env, stdio: 'ignore' }).status === 0;
}

/** The folder with Debian's `cargo` and `rustc`, where they stand in because rustup could not add the target. */
export function debianRust() {
  return join(toolsFolder(), 'rust-from-debian', 'bin');
}

/** The target that browsers run. */
export const TARGET = 'wasm32-unknown-unknown';

/** Whether the `rustc` on this PATH has the library for the web. */
export function hasWebLibrary(env) {
  const asked = spawnSync('rustc', ['--print', 'target-libdir', '--target', TARGET], { env, encoding: 'utf8' });
  return asked.status === 0 && existsSync(asked.stdout.trim());
}

/** Whether Debian's Rust is there and needed. The user's own comes first wherever it can do the work. */
export function debianStandsIn() {
  return existsSync(debianRust()) && !hasWebLibrary(process.env);
}

/** Environment variables for any program of the build: our tools first on PATH, then whatever the user has. */
export function buildEnvironment(extra = {}) {
  const folders = [trunk(), wasmBindgenCli(), wasmSplit(), cargoFuzz(), gecko()].map((tool) =>
    join(toolFolder(tool), 'bin'),
  );
  folders.push(NODE_BIN);
  if (debianStandsIn()) folders.push(debianRust());
  const path = [...folders.filter((folder) => existsSync(folder)), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}
