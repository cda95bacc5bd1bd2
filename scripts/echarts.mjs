// Bundles the parts of ECharts that js/echarts.mjs names into one small script that sets `globalThis.echarts`. Does nothing when nothing has changed.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint, isStamped, writeStamp } from './lib/fingerprint.mjs';
import { ROOT, WORK } from './lib/paths.mjs';

const ENTRY = 'js/echarts.mjs';
/** Where the bundle is left, under a name without a hash: `trunk serve` takes it so, the built site adds the hash. */
export const BUNDLE = join(WORK, 'echarts', 'echarts.js');

/** The terms stay with the code they cover; their texts are shipped in full beside it. */
const BANNER =
  '/*! Apache ECharts (Apache-2.0), ZRender (BSD-3-Clause), tslib (0BSD): see /third-party-licences.txt */\n';

/** Modules that ECharts always brings and no chart of ours reaches, each with what stands in for it. */
const UNREACHED = [
  // The words of the app are English, whatever language the browser has.
  ['echarts/lib/i18n/langZH.js', "export { default } from './langEN.js'"],
  // Our charts take their colours from the palette of the page.
  ['echarts/lib/theme/dark.js', 'export default {}'],
  // Names of options from before ECharts 5.
  ['echarts/lib/preprocessor/backwardCompat.js', 'export default () => {}'],
  // Patterns of ECharts' own, drawn on a canvas; the one of placebo phases is an image of ours.
  ['echarts/lib/util/decal.js', 'export const createOrUpdatePatternFromDecal = () => {}'],
  // Animations in the text of a drawing that a server makes.
  [
    'zrender/lib/svg/cssAnimation.js',
    'export const EASING_MAP = {}; export const ANIMATE_STYLE_MAP = {}; export const createCSSAnimation = () => {}',
  ],
  // Marks of more points than a chart of ours draws.
  ['echarts/lib/chart/helper/LargeSymbolDraw.js', 'export default class {}'],
  // What turns while data come: ours are there.
  ['echarts/lib/loading/default.js', 'export default () => {}'],
  // Tables made of tables: our series bring their own points.
  [
    'echarts/lib/data/helper/transform.js',
    'export const registerExternalTransform = () => {}; export const applyDataTransform = () => []; export class ExternalSource {}',
  ],
  // Logarithmic axes, and the rounded pieces of a cake.
  ['echarts/lib/scale/Log.js', 'export default class {}'],
  ['zrender/lib/graphic/helper/roundSector.js', 'export const buildPath = () => {}'],
];

/** The names of ECharts' inner parts: short ones do, where the code does not also say them as text. */
const INNER = /^_[a-zA-Z]\w*$/;
const AS_TEXT = /["'`](_[a-zA-Z]\w*)["'`]/g;

/** Leaves out what is not reached; fails where a newer ECharts has it elsewhere. */
const withoutUnreached = {
  name: 'without what is not reached',
  setup(build) {
    const found = new Set();
    build.onLoad({ filter: /[\\/](echarts|zrender)[\\/]lib[\\/]/ }, ({ path }) => {
      const module = UNREACHED.find(([name]) => path.replaceAll('\\', '/').endsWith(name));
      if (!module) return undefined;
      found.add(module);
      return { contents: module[1], resolveDir: dirname(path) };
    });
    build.onEnd(() => {
      const missing = UNREACHED.filter((module) => !found.has(module)).map(([name]) => name);
      return { errors: missing.map((name) => ({ text: `${name} is not part of ECharts any more` })) };
    });
  },
};

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
  const small = await terser.minify(short, { ecma: 2020, compress: { passes: 3 } });
  mkdirSync(dirname(BUNDLE), { recursive: true });
  writeFileSync(BUNDLE, BANNER + small.code);
}

/** Makes the bundle if it is not up to date; says whether it had to. */
export async function buildEcharts() {
  const inputs = fingerprint([ENTRY, 'scripts/echarts.mjs', 'package-lock.json']);
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
