// The sizes of the built site, as they travel, against their budgets.

import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { filesBelow } from '../lib/fingerprint.mjs';
import { brotli } from '../site/compress.mjs';
import { attributes, firstLoad } from '../site/page.mjs';
import { isSeldom, keptFiles } from '../site/worker.mjs';

/** The file that a meta element of the page names, and that the app fetches later. */
export function fetchedLater(html, name) {
  const tag = html.match(new RegExp(`<meta name="${name}"[^>]*>`))?.[0];
  if (!tag) throw new Error(`index.html does not say where ${name} is`);
  return attributes(tag).content.slice(1);
}

/** The brotli size of a file: of the copy that is served, or of a small file that has none. */
async function size(folder, path) {
  const copy = join(folder, `${path}.br`);
  return existsSync(copy) ? readFileSync(copy).length : (await brotli(readFileSync(join(folder, path)))).length;
}

/** One row for each file and each budget: `{ what, bytes, budget? }`, the budget in bytes. */
export async function sizes(folder, budgets) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const rows = (paths) => Promise.all(paths.map(async (path) => ({ what: path, bytes: await size(folder, path) })));
  const sum = (some) => some.reduce((total, row) => total + row.bytes, 0);
  const first = await rows(firstLoad(html));
  const chart = fetchedLater(html, 'ldn-echarts');
  const all = filesBelow(folder).map((file) => [relative(folder, file).split(sep).join('/')]);
  const [seldom, kept] = [true, false].map((which) =>
    keptFiles(all)
      .map(([path]) => path)
      .filter((path) => isSeldom(path) === which),
  );
  const seen = new Set([...first.map((row) => row.what), chart]);
  const others = await rows([...kept.filter((path) => !seen.has(path)), 'sw.js']);
  const [chartRow] = await rows([chart]);
  // The rescue page has its own.
  const styles = [...first, ...others].filter(({ what }) => what.endsWith('.css') && what !== 'rescue.css');
  return [
    ...first,
    { what: 'first load', bytes: sum(first), budget: budgets.first_load * 1000 },
    { what: 'style sheets', bytes: sum(styles), budget: budgets.css * 1000 },
    { ...chartRow, budget: budgets.chart_bundle * 1000 },
    ...others,
    {
      what: 'an idle first visit: all that is kept for use without a network',
      bytes: sum([...first, chartRow, ...others]),
      budget: budgets.precache * 1000,
    },
    ...(await rows(seldom)).map((row) => ({ ...row, budget: budgets.seldom * 1000 })),
  ];
}
