// Names that change exactly when the content does. Trunk's hash of the JavaScript does not cover the JavaScript.

import { posix } from 'node:path';
import { shortHash } from '../lib/fingerprint.mjs';

const HASHED = /\.(js|css|wasm)$/;

/** Files that must be found under one fixed name. */
const FIXED = new Set(['sw.js', 'rescue.js', 'rescue.css']);

/** A name without the hash that Trunk gave it: `ldn-diary-1a2b…_bg.wasm` → `ldn-diary_bg.wasm`. */
export function plainName(path) {
  return path.replace(/-[0-9a-f]{14,16}(?=(_bg)?\.\w+$)/, '');
}

/** The name with the hash of its content: `boot.js` → `boot-0123456789abcdef.js`. */
export function hashedName(path, content) {
  const { dir, name, ext } = posix.parse(plainName(path));
  return posix.join(dir, `${name}-${shortHash(content)}${ext}`);
}

/** How an import statement in one file names another file: relative to its own folder. */
function relativeName(from, to) {
  const relative = posix.relative(posix.dirname(from), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

/**
 * The text with every mention of `to`, as seen from the file `from`, renamed: absolute addresses everywhere, relative
 * ones in import statements only. The WASM looks its imports up under the old relative names, so those stay as keys.
 */
function rename(text, from, to, newName) {
  let result = text;
  for (const quote of ['"', "'", '`'])
    result = result.replaceAll(`${quote}/${to}${quote}`, `${quote}/${newName}${quote}`);
  const old = relativeName(from, to).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const imported = new RegExp(`(\\b(?:from|import)\\s*\\(?\\s*["'])${old}(?=["'])`, 'g');
  return result.replace(imported, (_, before) => before + relativeName(from, newName));
}

/** Gives each script, style sheet and WASM file a name made from its content, and corrects all mentions. */
export function hashNames(site) {
  const waiting = new Set([...site.files.keys()].filter((path) => HASHED.test(path) && !FIXED.has(path)));
  const mentions = (path) =>
    path.endsWith('.wasm')
      ? []
      : [...waiting].filter(
          (other) =>
            other !== path &&
            rename(site.files.get(path).toString(), path, other, '?') !== site.files.get(path).toString(),
        );
  while (waiting.size) {
    // A file is named once every file that it mentions has its final name.
    const ready = [...waiting].find((path) => mentions(path).length === 0);
    if (!ready) throw new Error(`these files mention each other in a ring: ${[...waiting].join(', ')}`);
    waiting.delete(ready);
    const content = site.files.get(ready);
    const newName = hashedName(ready, content);
    site.files.delete(ready);
    for (const [path, text] of site.files) {
      if (/\.(js|css)$/.test(path)) site.files.set(path, Buffer.from(rename(text.toString(), path, ready, newName)));
    }
    site.files.set(newName, content);
    site.html = rename(site.html, 'index.html', ready, newName);
  }
}
