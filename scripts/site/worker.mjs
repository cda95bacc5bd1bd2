// The service worker of the built site: its source, with the list of what it keeps and the news of this version in front.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { minify } from 'terser';
import { shortHash } from '../lib/fingerprint.mjs';
import { ROOT } from '../lib/paths.mjs';
import { HEADERS, typesOf } from './headers.mjs';
import { firstLoad, tag } from './page.mjs';
import { reminder } from './reminder.mjs';

/** What the app does without when there is no network: pictures are for app stores, icons but the page's own are fetched
 * when it is put on a home screen, and the licences of others are read where the site is. */
const LEFT_OUT =
  /^screenshots\/|^(sw\.js|files\.json|_headers|_redirects|third-party-licences\.txt|apple-touch-icon\.png|icon-[\w-]+\.(png|svg))$|\.(br|gz)$/;

/** The files that the service worker keeps on the device, without the page itself. */
export function keptFiles(files) {
  return [...files].filter(([path]) => !LEFT_OUT.test(path));
}

/** What few people need: kept once it was used, or with the rest on a device that has a diary. */
export const isSeldom = (path) => /^app-seldom-/.test(path);

/** The points of the newest version in a changelog, each on one line. */
export function newest(changelog) {
  const section = changelog.split(/^## /m)[1] ?? '';
  return section
    .split(/^\* /m)
    .slice(1)
    .map((point) => point.replace(/\s+/g, ' ').trim());
}

/** What the page can't start without: icons are not among it. */
function startsWith(html) {
  return firstLoad(html).filter((path) => /\.(html|js|css|wasm)$/.test(path));
}

/** What the list says of a file besides its hash, where there is something to say. */
const [STARTS, SELDOM] = [1, 2];

async function source() {
  const entryPoints = [join(ROOT, 'js/worker/main.js')];
  const { outputFiles } = await bundle({ entryPoints, bundle: true, format: 'esm', target: 'es2022', write: false });
  return outputFiles[0].text;
}

/** Names the build in the page, and adds the service worker that keeps page and files. To be done last. */
export async function addWorker(site, changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')) {
  const code = await source();
  const starting = new Set(startsWith(site.html));
  const entry = (path, content) => {
    const hash = createHash('sha256').update(content).digest('base64');
    // Asked for as `/`: some hosts answer `/index.html` by sending the browser on.
    const address = path === 'index.html' ? '/' : `/${path}`;
    if (isSeldom(path)) return [address, hash, SELDOM];
    return starting.has(path) ? [address, hash, STARTS] : [address, hash];
  };
  const kept = keptFiles(site.files).map(([path, content]) => entry(path, content));
  const news = newest(changelog);
  const types = typesOf(['index.html', 'a.ics', ...keptFiles(site.files).map(([path]) => path)]);
  const calendar = await reminder();
  const build = shortHash(JSON.stringify([site.html, kept, news, types, HEADERS, calendar, code]));
  // With the hash of all but this, so that another version's worker can tell whether the page is as it should be.
  const named = { name: 'ldn-build', content: build, 'data-page': shortHash(site.html) };
  site.html = site.html.replace('</head>', `${tag('meta', named)}</head>`);
  const files = [entry('index.html', site.html), ...kept];
  const head = Object.entries({ BUILD: build, FILES: files, NEWS: news, TYPES: types, HEADERS, REMINDER: calendar })
    .map(([name, value]) => `const ${name} = ${JSON.stringify(value)};\n`)
    .join('');
  const made = await minify(head + code, { ecma: 2020, toplevel: true, compress: { passes: 2 } });
  site.files.set('sw.js', Buffer.from(made.code));
}
