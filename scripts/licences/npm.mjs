// The npm packages that end up in the chart bundle, and the fonts of the PDF file, each with its licence texts.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/paths.mjs';

const BUNDLED = {
  '@fontsource/open-sans': ['LICENSE'],
  echarts: ['LICENSE', 'NOTICE'],
  tslib: ['LICENSE.txt', 'CopyrightNotice.txt'],
  zrender: ['LICENSE'],
};

/** All bundled packages, in the same shape as the crates. */
export function npmPackages() {
  return Object.entries(BUNDLED).map(([name, files]) => {
    const folder = join(ROOT, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const more = join(folder, 'licenses');
    const paths = files.map((file) => join(folder, file));
    if (existsSync(more))
      paths.push(
        ...readdirSync(more)
          .sort()
          .map((file) => join(more, file)),
      );
    return { name, version, expression: license, authors: [], texts: paths.map((path) => readFileSync(path, 'utf8')) };
  });
}
