// What everything is called that the app keeps in a browser: src/store/names.rs has them all.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/** Each name by that of its constant: `NAMES.RECORDS` is "ldn-diary/". */
export const NAMES = Object.freeze(
  Object.fromEntries(
    [...readFileSync(join(ROOT, 'src/store/names.rs'), 'utf8').matchAll(/^pub const (\w+): &str = "(.*)";$/gm)].map(
      ([, constant, name]) => [constant, name],
    ),
  ),
);

/** The same as a module for scripts of the page. */
export const namesModule = () =>
  Object.entries(NAMES)
    .map(([constant, name]) => `export const ${constant} = ${JSON.stringify(name)};\n`)
    .join('');
