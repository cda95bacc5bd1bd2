// Where things are. Everything else asks here, so that a folder is named once.

import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** The built site. */
export const DIST = join(ROOT, 'dist');

/** What the scripts make on the way: bundles, stamps, reports. Cargo's own folder, so `make clean` takes it along. */
export const WORK = join(ROOT, 'target', 'site-work');

/** Programs of npm packages. */
export const NODE_BIN = join(ROOT, 'node_modules', '.bin');

/** Tools that serve every clone: `LDN_DIARY_TOOLS`, else a folder in the user's cache. */
export function toolsFolder(env = process.env) {
  if (env.LDN_DIARY_TOOLS) return resolve(env.LDN_DIARY_TOOLS);
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ldn-diary');
}

/** Where cargo keeps the sources of crates. */
export function crateSources(env = process.env) {
  return join(env.CARGO_HOME || join(homedir(), '.cargo'), 'registry', 'src');
}
