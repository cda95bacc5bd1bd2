// The list of all files of the site with the hash of each: what a service worker must keep, and a name for the build.

import { createHash } from 'node:crypto';

function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

/** The text of `files.json`: `build` changes exactly when any file does. */
export function fileList(files) {
  const entries = [...files]
    .map(([path, content]) => ({ path: `/${path}`, size: content.length, sha256: sha256(content) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const build = sha256(JSON.stringify(entries)).slice(0, 16);
  return `${JSON.stringify({ build, files: entries }, null, 1)}\n`;
}
