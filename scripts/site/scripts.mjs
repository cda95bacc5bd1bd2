// The scripts of the page: none inline, all small.

import { minify } from 'terser';

/** Scripts that are no modules: what they put on the page under a name must keep it. */
const CLASSIC = new Set(['papers-page.js', 'papers-worker.js']);

/** Minifies what wasm-bindgen wrote and our own scripts. The chart bundle is small already. */
export async function minifyScripts(site) {
  for (const [path, content] of site.files) {
    if (!path.endsWith('.js') || path === 'echarts.js') continue;
    const module = !CLASSIC.has(path);
    const { code } = await minify(content.toString(), { module, ecma: 2020, compress: { passes: 2 } });
    site.files.set(path, Buffer.from(code));
  }
}
