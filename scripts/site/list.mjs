// The list of all files of the site with the hash of each, those that the app is made of marked, and a name for the build.

import { createHash } from 'node:crypto';
import { keptFiles } from './worker.mjs';

function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

/** The text of `files.json`: `build` changes exactly when any file does. */
export function fileList(files) {
  // The worker is no file of its own.
  const app = new Set(['sw.js', ...keptFiles(files).map(([path]) => path)]);
  const entry = (path, content) => ({ path: `/${path}`, size: content.length, sha256: sha256(content) });
  const entries = [...files]
    .map(([path, content]) => (app.has(path) ? { ...entry(path, content), app: true } : entry(path, content)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const build = sha256(JSON.stringify(entries)).slice(0, 16);
  return `${JSON.stringify({ build, files: entries }, null, 1)}\n`;
}
