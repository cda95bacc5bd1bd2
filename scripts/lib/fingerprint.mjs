// Hashes of contents: for file names that change with what is in the file, and for "has anything changed since?".

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './paths.mjs';

/** Sixteen hex digits of SHA-256: enough that two files of one site never share a name. */
export function shortHash(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** All files below a folder (or the file itself), in a fixed order. A path that does not exist holds none. */
export function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** One hash over the names and contents of all files at or below the paths (relative to the clone), and over `also`. */
export function fingerprint(paths, also = '') {
  const hash = createHash('sha256').update(also);
  for (const file of paths.flatMap((path) => filesBelow(join(ROOT, path)))) {
    hash.update(`\0${relative(ROOT, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Whether a stamp file holds exactly this text. */
export function isStamped(stamp, text) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === text;
}

/** Writes a stamp file. */
export function writeStamp(stamp, text) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, text);
}
