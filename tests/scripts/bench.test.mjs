import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fetchedLater, sizes } from '../../scripts/bench/sizes.mjs';
import { firstLoad } from '../../scripts/site/page.mjs';

const PAGE = `<html lang="en"><head><meta name="ldn-echarts" content="/echarts.js">
<link rel="icon" href="/icon.svg"><link rel="apple-touch-icon" href="/touch.png"><link rel="manifest" href="/app.webmanifest"><link rel="stylesheet" href="/style.css">
<link rel="modulepreload" href="/app.js"><link rel="preload" href="/app.wasm" as="fetch">
<script type="module" src="/boot.js"></script></head><a href="/history">x</a></html>`;

test('the first load is the page and every file that its head names, but not what is fetched later', () => {
  assert.deepEqual(firstLoad(PAGE), ['index.html', 'icon.svg', 'style.css', 'app.js', 'app.wasm', 'boot.js']);
  assert.equal(fetchedLater(PAGE, 'ldn-echarts'), 'echarts.js');
  assert.throws(() => fetchedLater('<html></html>', 'ldn-echarts'), /does not say/);
});

test('what is served is what is counted, against budgets in units of 1000 bytes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ldn-diary-sizes-'));
  for (const name of [
    'icon.svg',
    'style.css',
    'app.js',
    'app.wasm',
    'boot.js',
    'echarts.js',
    'app-pages.wasm',
    'app-later-0123456789abcdef.css',
    'app-seldom-0123456789abcdef.wasm',
    'sw.js',
  ]) {
    writeFileSync(join(folder, name), 'x'.repeat(5000));
    writeFileSync(join(folder, `${name}.br`), 'x'.repeat(name.endsWith('.css') ? 300 : 1000));
  }
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'index.html.br'), 'x'.repeat(200));
  const rows = await sizes(folder, { first_load: 4.4, css: 0.6, chart_bundle: 0.9, precache: 7.7, seldom: 0.9 });
  rmSync(folder, { recursive: true });
  const over = rows.filter((row) => row.bytes > row.budget);
  // 200 + 300 + 4 × 1000 = 4500, over 4400; 2 × 300 is not over 600; 1000 is over 900; 4500 + 300 + 3 × 1000 is over 7700.
  assert.deepEqual(over, [
    { what: 'first load', bytes: 4500, budget: 4400 },
    { what: 'echarts.js', bytes: 1000, budget: 900 },
    { what: 'an idle first visit: all that is kept for use without a network', bytes: 7800, budget: 7700 },
    { what: 'app-seldom-0123456789abcdef.wasm', bytes: 1000, budget: 900 },
  ]);
});
