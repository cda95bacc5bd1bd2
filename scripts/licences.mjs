// Writes the third-party notices that are shipped with the site; with --check, says whether the committed ones are right.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/paths.mjs';
import { crates } from './licences/crates.mjs';
import { document, RUST_LIBRARY } from './licences/document.mjs';
import { npmPackages } from './licences/npm.mjs';

const PATH = 'public/third-party-licences.txt';
const file = join(ROOT, PATH);
const text = document([RUST_LIBRARY, ...(await crates()), ...npmPackages()]);

if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
  console.log(`${PATH} written, ${text.length} characters`);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error(`${PATH} is not up to date: run node scripts/licences.mjs and commit the result.`);
  process.exitCode = 1;
}
