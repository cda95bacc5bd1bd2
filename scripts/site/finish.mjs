// Turns what Trunk has staged into the site as it is served. Trunk runs this after each build; a debug build gets its words
// and is left alone otherwise.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { headersFile, REDIRECTS } from '../hosting.mjs';
import { filesBelow } from '../lib/fingerprint.mjs';
import { compress } from './compress.mjs';
import { fileList } from './list.mjs';
import { hashNames } from './names.mjs';
import { tidy } from './page.mjs';
import { replaceProgram, splitProgram } from './program.mjs';
import { joinRescue, minifyScripts } from './scripts.mjs';
import { checkPrograms, secure } from './security.mjs';
import { joinStyles } from './styles.mjs';
import { sayWords } from './words.mjs';
import { addWorker } from './worker.mjs';

/** A site in memory: the page as text, and all other files by their path. */
function read(folder) {
  const files = new Map(
    filesBelow(folder).map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file)]),
  );
  const html = files.get('index.html').toString();
  files.delete('index.html');
  return { html, files };
}

function write(folder, files) {
  for (const file of filesBelow(folder)) rmSync(file);
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Does all steps on the site in memory and gives the files to be written. */
export async function finish(site) {
  await joinStyles(site);
  replaceProgram(site, await splitProgram());
  checkPrograms(site);
  await joinRescue(site);
  await minifyScripts(site);
  hashNames(site);
  secure(site);
  site.html = tidy(site.html);
  await addWorker(site);
  const files = site.files.set('index.html', Buffer.from(site.html));
  files.set('_headers', Buffer.from(headersFile([...files.keys()])));
  files.set('_redirects', Buffer.from(REDIRECTS));
  files.set('files.json', Buffer.from(fileList(files)));
  await compress(files);
  return files;
}

const folder = process.env.TRUNK_STAGING_DIR;
if (folder) {
  const site = read(folder);
  sayWords(site);
  const isRelease = process.env.TRUNK_PROFILE === 'release';
  write(folder, isRelease ? await finish(site) : site.files.set('index.html', Buffer.from(site.html)));
}
