// Bundles the parts of ECharts that js/echarts.mjs names into one small script that sets `globalThis.echarts`. Does nothing when nothing has changed.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutUnreached } from './echarts-unreached.mjs';
import { fingerprint, isStamped, writeStamp } from './lib/fingerprint.mjs';
import { ROOT, WORK } from './lib/paths.mjs';

const ENTRY = 'js/echarts.mjs';
/** Where the bundle is left, under a name without a hash: `trunk serve` takes it so, the built site adds the hash. */
export const BUNDLE = join(WORK, 'echarts', 'echarts.js');

/** The terms stay with the code they cover; their texts are shipped in full beside it. */
const BANNER =
  '/*! Apache ECharts (Apache-2.0), ZRender (BSD-3-Clause), tslib (0BSD): see /third-party-licences.txt */\n';

/** The names of ECharts' inner parts: short ones do, where the code does not also say them as text. */
const INNER = /^_[a-zA-Z]\w*$/;
const AS_TEXT = /["'`](_[a-zA-Z]\w*)["'`]/g;

async function bundle() {
  const [esbuild, terser] = await Promise.all([import('esbuild'), import('terser')]);
  const options = {
    entryPoints: [join(ROOT, ENTRY)],
    bundle: true,
    format: 'iife',
    globalName: 'echarts',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    minify: true,
    legalComments: 'none',
    write: false,
    absWorkingDir: ROOT,
    plugins: [withoutUnreached],
  };
  const bundled = async (more) => (await esbuild.build({ ...options, ...more })).outputFiles[0].text;
  const said = [...(await bundled({})).matchAll(AS_TEXT)].map(([, name]) => name);
  const short = await bundled({ mangleProps: INNER, reserveProps: new RegExp(`^(${said.join('|')})$`) });
  const small = await terser.minify(short, { ecma: 2020, compress: { passes: 4, pure_getters: true, inline: 1 } });
  mkdirSync(dirname(BUNDLE), { recursive: true });
  writeFileSync(BUNDLE, BANNER + small.code);
}

/** Makes the bundle if it is not up to date; says whether it had to. */
export async function buildEcharts() {
  const inputs = fingerprint([ENTRY, 'scripts/echarts.mjs', 'scripts/echarts-unreached.mjs', 'package-lock.json']);
  const stamp = `${BUNDLE}.stamp`;
  if (existsSync(BUNDLE) && isStamped(stamp, inputs)) return false;
  await bundle();
  writeStamp(stamp, inputs);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const made = await buildEcharts();
  console.log(`Chart bundle: ${made ? 'built' : 'up to date'}, ${readFileSync(BUNDLE).length} bytes`);
}
