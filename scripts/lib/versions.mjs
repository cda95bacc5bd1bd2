// The versions of the tools, each read from the one place that fixes it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/** The newest Trunk that Rust 1.95 can build: 0.22 wants 1.96.1. */
export const TRUNK = '0.21.14';
/** The version of wasm-split, which takes the program apart at the functions that wasm_split_helpers has marked. */
export const WASM_SPLIT = '0.2.4';
/** The version of Lighthouse, whose simulated phone `make bench` asks. */
export const LIGHTHOUSE = '12.8.2';
/** The version of cargo-fuzz, which runs the fuzz targets where a nightly compiler is. */
export const CARGO_FUZZ = '0.13.2';

/** The version of geckodriver, which drives Firefox for the tests. */
export const GECKODRIVER = '0.37.1';

/** The version of a crate in the text of a Cargo.lock. The wasm-bindgen tool must be exactly as old as the library. */
export function lockedVersion(lockText, crate) {
  const found = lockText.match(new RegExp(`name = "${crate}"\\nversion = "([^"]+)"`));
  if (!found) throw new Error(`Cargo.lock names no ${crate}`);
  return found[1];
}

/** The wasm-bindgen version that this project is locked to. */
export function wasmBindgen() {
  return lockedVersion(readFileSync(join(ROOT, 'Cargo.lock'), 'utf8'), 'wasm-bindgen');
}

/** The version number in what a program prints for `--version`, or null. */
export function printedVersion(output) {
  return output.match(/\d+\.\d+\.\d+(?:-[\w.]+)?/)?.[0] ?? null;
}
