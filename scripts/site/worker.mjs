// The service worker of the built site: its source, with the list of what it keeps and the news of this version in front.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify } from 'terser';
import { shortHash } from '../lib/fingerprint.mjs';
import { ROOT } from '../lib/paths.mjs';
import { tag } from './page.mjs';

/** What the app does without when there is no network: pictures are for app stores, and icons but the page's own are fetched
 * when it is put on a home screen. */
const LEFT_OUT =
  /^screenshots\/|^(sw\.js|files\.json|_headers|_redirects|apple-touch-icon\.png|icon-[\w-]+\.(png|svg))$|\.(br|gz)$/;

/** The files that the service worker keeps on the device, without the page itself. */
export function keptFiles(files) {
  return [...files].filter(([path]) => !LEFT_OUT.test(path));
}

/** The points of the newest version in a changelog, each on one line. */
export function newest(changelog) {
  const section = changelog.split(/^## /m)[1] ?? '';
  return section
    .split(/^\* /m)
    .slice(1)
    .map((point) => point.replace(/\s+/g, ' ').trim());
}

function sha256(content) {
  return createHash('sha256').update(content).digest('base64');
}

/** Names the build in the page, and adds the service worker that keeps page and files. To be done last. */
export async function addWorker(site, changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')) {
  const source = readFileSync(join(ROOT, 'js/worker.js'), 'utf8');
  const kept = keptFiles(site.files);
  const all = [['index.html', Buffer.from(site.html)], ...kept].map(([path, content]) => [path, sha256(content)]);
  const news = newest(changelog);
  const build = shortHash(JSON.stringify([all, news, source]));
  site.html = site.html.replace('</head>', `${tag('meta', { name: 'ldn-build', content: build })}</head>`);
  // Asked for as `/`: some hosts answer `/index.html` by sending the browser on.
  const list = [['/', sha256(site.html)], ...all.slice(1).map(([path, hash]) => [`/${path}`, hash])];
  const head = Object.entries({ BUILD: build, FILES: list, NEWS: news })
    .map(([name, value]) => `const ${name} = ${JSON.stringify(value)};\n`)
    .join('');
  const { code } = await minify(head + source, { ecma: 2020, toplevel: true, compress: { passes: 2 } });
  site.files.set('sw.js', Buffer.from(code));
}
