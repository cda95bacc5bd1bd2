// The Rust crates that end up in the WASM, each with its licence texts, read from their sources on this machine.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../lib/command.mjs';
import { ROOT } from '../lib/paths.mjs';

const TARGET = 'wasm32-unknown-unknown';
const LEGAL = /^(licen[cs]e|copying|copyright|notice|unlicense)/i;

async function cargo(args) {
  const result = await run('cargo', args, {
    cwd: ROOT,
    env: { ...process.env, CARGO_TERM_COLOR: 'never', CARGO_TERM_QUIET: 'true' },
  });
  if (!result.ok) throw new Error(`cargo ${args[0]} failed:\n${result.output}`);
  return result.output;
}

/** "name version" of each crate that is linked into the app: no macros, no build scripts, no tests. */
async function linked() {
  const tree = await cargo([
    'tree',
    '--locked',
    '--offline',
    '--edges',
    'normal,no-proc-macro',
    '--target',
    TARGET,
    '--prefix',
    'none',
    '--format',
    '{p}',
  ]);
  const names = tree
    .trim()
    .split('\n')
    .map((line) => line.match(/^(\S+) v(\S+)/));
  return new Set(names.filter((found) => found && found[1] !== 'ldn-diary').map((found) => `${found[1]} ${found[2]}`));
}

/** The names of the files in a package that hold its terms. Where MIT may be chosen it is, so the other texts are not needed. */
export function chosenTexts(names, expression) {
  const legal = names.filter((name) => LEGAL.test(name)).sort();
  const mayChooseMit = /\bMIT\b/.test(expression) && /\bOR\b|\//.test(expression) && !/\bAND\b/.test(expression);
  const mit = legal.filter((name) => /mit/i.test(name));
  return mayChooseMit && mit.length ? mit : legal;
}

/** All linked crates in the order of their names: `{ name, version, expression, authors, texts }`. */
export async function crates() {
  const [wanted, metadata] = await Promise.all([
    linked(),
    cargo(['metadata', '--locked', '--offline', '--format-version', '1', '--filter-platform', TARGET]).then(JSON.parse),
  ]);
  const found = metadata.packages.filter((entry) => wanted.has(`${entry.name} ${entry.version}`));
  if (found.length !== wanted.size) throw new Error('cargo tree and cargo metadata disagree about the crates');
  return found
    .map((entry) => {
      const folder = dirname(entry.manifest_path);
      const files = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
      const expression = entry.license ?? 'see its licence file';
      const texts = chosenTexts(files, expression).map((name) => readFileSync(join(folder, name), 'utf8'));
      return { name: entry.name, version: entry.version, expression, authors: entry.authors, texts };
    })
    .sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}
