// The program as it travels: split into the parts that the sources name with `part!`, each as small as it gets, and one
// script that starts the first of them. It takes the place of what Trunk has staged.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build as bundle } from 'esbuild';
import { lastLines, run } from '../lib/command.mjs';
import { filesBelow } from '../lib/fingerprint.mjs';
import { ROOT, WORK } from '../lib/paths.mjs';
import { buildEnvironment } from '../setup/tools.mjs';
import { namedByLikeness, withoutPlaces } from './order.mjs';
import { ports, renamePorts } from './ports.mjs';
import { handingOn, PROGRAM, SPLIT } from './shared.mjs';
import { LATER } from './styles.mjs';
import { withoutUnneeded } from './unneeded.mjs';

const NAME = 'ldn-diary';
const FOLDER = join(WORK, 'program');

/** What Rust emits for the web. With all features wasm-opt writes a file that no browser reads. */
const WASM_FEATURES = [
  'bulk-memory',
  'bulk-memory-opt',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
].map((feature) => `--enable-${feature}`);

/** What makes the files smallest on their way. A function that is called once and is not small stays by itself: it is like
 * others. */
const PASSES = [
  ...['--one-caller-inline-max-function-size=30', '--always-inline-max-function-size=1'],
  ...['-Oz', '--flatten', '--rereloop', '-Oz', '--low-memory-unused', '-Oz'],
];

/** Then what goes where its likes are (`order.mjs`). */
const LAST_PASSES = [
  ...['--one-caller-inline-max-function-size=30', '--always-inline-max-function-size=1', '--low-memory-unused', '-Oz'],
  ...['--reorder-functions-by-name', '--strip-producers', '--strip-target-features'],
];

/** What starts the program: the page's own script. A worker runs it as well, and asks under this name for papers. */
const START = `import init, { work } from './${NAME}.js';
import { compiled } from './compiled.js';
const started = init({ module_or_path: compiled(() => fetch('/app.wasm')) });
// public/start.js looks whether it has started, and says otherwise.
started.catch(() => {});
globalThis.ldnProgram = { started, work };
`;

/** How a part is compiled: as it arrives, and where the browser can't do that or takes too long, out of its bytes, which it
 * has by then. */
const COMPILED = `export const late = (time) => new Promise((_, fail) => setTimeout(fail, time));
export async function compiled(fetched) {
  const arriving = (async () => WebAssembly.compileStreaming(fetched()))();
  try {
    return await Promise.race([arriving, late(4000)]);
  } catch {
    const whole = async () => WebAssembly.compile(await (await fetched()).arrayBuffer());
    return Promise.any([arriving, whole()]);
  }
}
`;

/** The program as cargo left it, which Trunk has only read. */
function cargosProgram() {
  const target = process.env.CARGO_TARGET_DIR || join(ROOT, 'target');
  return join(target, 'wasm32-unknown-unknown', 'site', `${NAME}.wasm`);
}

async function tool(program, args) {
  const result = await run(program, args, { cwd: FOLDER, env: buildEnvironment() });
  if (!result.ok) throw new Error(`${program} failed:\n${lastLines(result.output)}`);
}

async function optimized(file) {
  const [small, named] = [`${file}.small`, `${file}.named`];
  await tool('wasm-opt', [...PASSES, '-g', ...WASM_FEATURES, file, '-o', named]);
  writeFileSync(named, namedByLikeness(readFileSync(named)));
  // Which function is which: browsers name them by their number where the program stopped.
  const names = `${file}.names.txt`;
  await tool('wasm-opt', [...LAST_PASSES, `--symbolmap=${names}`, ...WASM_FEATURES, named, '-o', small]);
  writeFileSync(names, withoutPlaces(readFileSync(names, 'utf8')));
  return readFileSync(small);
}

/** The parts but the first, as `part!` names them: each needs those before it. */
const PARTS = ['later', 'seldom'];

const partFile = (part) => join(FOLDER, 'split', `split_${part}.wasm`);

/** Splits the program and gives its files: `app.wasm`, one more for each part, and `app.js`. */
export async function splitProgram(program = cargosProgram()) {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const whole = join(FOLDER, 'whole.wasm');
  const { wasm, gone } = withoutUnneeded(readFileSync(program));
  if (!gone)
    console.warn('The program keeps the words of its panics: this Rust names them in a way that is not known here.');
  writeFileSync(whole, wasm);
  await tool('wasm-split-cli', [whole, 'split', '--out-name', NAME]);
  const given = await withShared();
  const bindgen = [
    '--target',
    'web',
    '--no-typescript',
    '--keep-lld-exports',
    '--out-dir',
    'bound',
    '--out-name',
    NAME,
  ];
  await tool('wasm-bindgen', [...bindgen, join('split', `${NAME}.wasm`)]);
  writeLoader(given);
  const first = await optimized(await withoutUnused(join(FOLDER, 'bound', `${NAME}_bg.wasm`)));
  const { code, names } = await script(ports(first).imports);
  const files = new Map([
    ['app.js', code],
    ['app.wasm', renamePorts(first, names)],
  ]);
  for (const part of PARTS) files.set(`app-${part}.wasm`, await optimized(partFile(part)));
  return files;
}

/** Puts what the parts share into the first of them; gives what they have of the program. */
async function withShared() {
  const shared = filesBelow(join(FOLDER, 'split')).filter((file) => basename(file).startsWith('chunk_'));
  if (shared.length !== 1) throw new Error(`${PARTS.join(' and ')} share ${shared.length} files, and not one`);
  const part = partFile(PARTS[0]);
  const given = join(FOLDER, 'given.wasm');
  writeFileSync(given, handingOn(readFileSync(part)));
  const named = [given, SPLIT, ...[...shared, part].flatMap((file) => [file, basename(file, '.wasm')])];
  await tool('wasm-merge', [...named, '-g', ...WASM_FEATURES, '-o', part]);
  return ports(readFileSync(given)).exports;
}

/**
 * What fetches a part, behind those that it needs; after a failure the next call tries again. With the first of them comes the
 * style sheet of what it draws, which is in effect before that: a worker draws nothing, browsers of before 2023 take it as a
 * link, and one that hangs is one that does not come.
 */
const LOADER = `import { compiled, late } from './compiled.js';
import { initSync } from './${NAME}.js';
const imports = () => {
  const { GIVEN } = initSync();
  return { ${SPLIT}: { GIVEN }, ${PROGRAM}: { GIVEN } };
};
function once(load) {
  let loading;
  return () =>
    (loading ??= load().catch((error) => {
      loading = undefined;
      throw error;
    }));
}
const part = (fetched, before) =>
  once(async () => {
    const [, part] = await Promise.all([before(), compiled(fetched)]);
    await WebAssembly.instantiate(part, imports());
  });
const style = once(async () => {
  if (!globalThis.document) return;
  const fetched = fetch('/${LATER}').then((answer) => answer.text());
  const text = await Promise.race([fetched, late(9000)]);
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/${LATER}' }));
  }
});
const told = (load) => async (hears, data) => {
  const here = await load().then(() => true, () => false);
  initSync().__indirect_function_table.get(hears)(data, here);
};
`;

/** The script that starts the program, and the loader of the parts, which knows their addresses on the site. */
function writeLoader(given) {
  const bound = join(FOLDER, 'bound', `${NAME}.js`);
  writeFileSync(bound, readFileSync(bound, 'utf8').replace(/^if \(Symbol\.dispose\) .*$/gm, ''));
  writeFileSync(join(FOLDER, 'bound', 'compiled.js'), COMPILED);
  const loaders = PARTS.map((part, place) => {
    const before = place ? PARTS[place - 1] : 'style';
    return `const ${part} = part(() => fetch('/app-${part}.wasm'), ${before});
export const __wasm_split_load_${part} = told(${part});
`;
  });
  const loader = LOADER.replaceAll('GIVEN', given.join(', ')) + loaders.join('');
  writeFileSync(join(FOLDER, 'bound', '__wasm_split.js'), loader);
  writeFileSync(join(FOLDER, 'bound', 'start.js'), START);
}

/** All scripts as one, without what nobody calls. */
async function bundled(options = {}) {
  const result = await bundle({
    entryPoints: [join(FOLDER, 'bound', 'start.js')],
    bundle: true,
    // Workers of browsers of some years ago run no modules.
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'error',
    // A class that nobody uses must not stay for the sake of its clean-up.
    pure: ['FinalizationRegistry'],
    ...options,
  });
  return { code: result.outputFiles[0].text, names: result.mangleCache };
}

/** Takes away what only JavaScript could call and does not: whole classes, of packages that this app uses otherwise. */
async function withoutUnused(file) {
  const { code } = await bundled();
  const mentioned = new Set(code.match(/[\w$]+/g));
  const called = ports(readFileSync(file)).exports.filter((name) => mentioned.has(name));
  const graph = [{ name: 'script', root: true, reaches: called }, ...called.map((name) => ({ name, export: name }))];
  const graphFile = join(FOLDER, 'called.json');
  writeFileSync(graphFile, JSON.stringify(graph));
  const used = `${file}.used`;
  await tool('wasm-metadce', [file, '-g', ...WASM_FEATURES, '--graph-file', graphFile, '-o', used]);
  return used;
}

/** wasm-bindgen's names: each is long and ends in a hash. */
const BOUND_NAMES = /^(?:__wbg_|__wbindgen_|__externref_|wasm_bindgen__)/;

/** The script without what the program does not import, with short names for the rest; `names` says which. */
async function script(imports) {
  const file = join(FOLDER, 'bound', `${NAME}.js`);
  const wanted = new Set(imports);
  const text = readFileSync(file, 'utf8');
  const start = text.indexOf('    const import0 = {');
  const end = text.indexOf('\n    };', start);
  if (start < 0 || end < 0) throw new Error('the imports do not stand in the script as wasm-bindgen 0.2 writes them');
  const entry = /^ {8}(__wb\w+): [\s\S]*?^ {8}\},?\n/gm;
  const kept = `${text.slice(start, end)}\n`.replace(entry, (all, name) => (wanted.has(name) ? all : ''));
  writeFileSync(file, text.slice(0, start) + kept + text.slice(end + 1));
  const { code, names } = await bundled({ mangleProps: BOUND_NAMES, mangleCache: {} });
  return { code: Buffer.from(code), names };
}

const TRUNKS = new RegExp(`^(?:${NAME}-[0-9a-f]+(?:\\.js|_bg\\.wasm)|snippets/.*)$`);
const START_MODULE = /<script type="module"[^>]*>[\s\S]*?<\/script>/;

/** Puts the files of the program in place of those of Trunk, in the folder and on the page. */
export function replaceProgram(site, files) {
  for (const path of [...site.files.keys()].filter((path) => TRUNKS.test(path))) site.files.delete(path);
  for (const [path, content] of files) site.files.set(path, content);
  if (!START_MODULE.test(site.html)) throw new Error('index.html does not start the program as Trunk 0.21 writes it');
  site.html = site.html
    .replace(START_MODULE, '<script type="module" src="/app.js"></script>')
    .replace(/<link rel="modulepreload"[^>]*>/g, '')
    .replace(/(<link rel="preload" href=")\/[^"]+\.wasm"/, '$1/app.wasm"');
}
