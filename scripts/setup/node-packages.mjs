// The npm packages of package-lock.json.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../lib/command.mjs';
import { isStamped, shortHash, writeStamp } from '../lib/fingerprint.mjs';
import { ROOT } from '../lib/paths.mjs';
import { StepFailure } from './step.mjs';

const FOLDER = join(ROOT, 'node_modules');

/** npm says what is wrong first and explains its options last. */
function reason(output) {
  const errors = output.split('\n').filter((line) => line.startsWith('npm error'));
  return errors.slice(0, 12).join('\n') || output;
}

/** Installs the packages if they are missing or belong to another lock. */
export async function ensureNodePackages() {
  const lock = `${shortHash(readFileSync(join(ROOT, 'package-lock.json')))}\n`;
  const stamp = join(FOLDER, '.ldn-diary-lock');
  if (existsSync(FOLDER) && isStamped(stamp, lock)) return 'there';
  // The tests drive the system's Chromium; Playwright must not fetch one of its own.
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  const result = await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: ROOT, env });
  if (!result.ok) {
    throw new StepFailure(
      `npm ci failed:\n${reason(result.output)}`,
      'See that the npm registry can be reached and run the command again.',
    );
  }
  writeStamp(stamp, lock);
  return 'installed';
}
