// The scripts of the page: none inline, all small.

import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { minify } from 'terser';
import { ROOT } from '../lib/paths.mjs';
import { NAMES_OF_KEPT, RESCUE_WORDS } from './words.mjs';

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

/** What the build has made for the rescue page. */
const MADE = [RESCUE_WORDS, NAMES_OF_KEPT];

/** Lets esbuild find it: it stands in the site alone. */
const madeFor = (site) => ({
  name: 'made',
  setup(build) {
    const made = new RegExp(`/(${MADE.join('|').replaceAll('.', '\\.')})$`);
    build.onResolve({ filter: made }, ({ path }) => ({ path: path.slice('./'.length), namespace: 'made' }));
    build.onLoad({ filter: /./, namespace: 'made' }, ({ path }) => ({ contents: site.files.get(path) }));
  },
});

/** The rescue page's script, with its words and what it shares with the app, as one file: it must do its work when others
 * are lost. */
export async function joinRescue(site) {
  const { outputFiles } = await bundle({
    entryPoints: [join(ROOT, 'public/rescue.js')],
    bundle: true,
    format: 'esm',
    target: 'es2020',
    charset: 'utf8',
    write: false,
    plugins: [madeFor(site)],
  });
  site.files.set('rescue.js', Buffer.from(outputFiles[0].contents));
  for (const path of ['js/store.js', ...MADE]) site.files.delete(path);
}
