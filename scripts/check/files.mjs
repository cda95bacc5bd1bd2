// Faults in the committed files that no compiler and no formatter looks for.

import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from '../lib/command.mjs';
import { ROOT } from '../lib/paths.mjs';

const MACHINE_PATH = /(?:^|[\s"'`=:(])(?:\/(?:home|Users|root)\/[\w.-]+|[A-Z]:\\Users\\)/;

/** Whether a text names a folder of somebody's computer: a home folder, or this very clone. */
export function namesMachinePath(text, own = [ROOT, homedir()]) {
  return MACHINE_PATH.test(text) || own.some((path) => path.length > 3 && text.includes(`${path}/`));
}

/** Whether the text of a package-lock.json says where packages are downloaded from. */
export function namesDownload(lockText) {
  return lockText.includes('"resolved"');
}

/** All faults found, one line each. */
export async function fileFaults() {
  const listed = await run('git', ['ls-files', '-z'], { cwd: ROOT });
  const faults = [];
  for (const path of listed.output.split('\0').filter(Boolean)) {
    const content = readFileSync(join(ROOT, path));
    if (content.includes(0)) continue; // not text
    const text = content.toString();
    if (namesMachinePath(text)) faults.push(`${path} names a folder of one computer`);
    if (path === 'package-lock.json' && namesDownload(text))
      faults.push(`${path} names download addresses: run npm install again in this folder`);
  }
  return faults;
}
