// Lighthouse, which `make bench` alone needs: in the per-user tools folder, so that nobody else has to fetch its packages.

import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, run } from '../lib/command.mjs';
import { toolsFolder } from '../lib/paths.mjs';
import { LIGHTHOUSE } from '../lib/versions.mjs';
import { StepFailure } from './step.mjs';

const FOLDER = () => join(toolsFolder(), `lighthouse-${LIGHTHOUSE}`);

/** The script that runs Lighthouse. */
export function lighthouseScript() {
  return join(FOLDER(), 'node_modules', 'lighthouse', 'cli', 'index.js');
}

/** Makes sure of Lighthouse; it appears only when whole. */
export async function ensureLighthouse() {
  if (existsSync(lighthouseScript())) return 'there';
  const unfinished = join(toolsFolder(), 'building', `lighthouse-${LIGHTHOUSE}`);
  mkdirSync(unfinished, { recursive: true });
  const install = ['install', '--prefix', unfinished, '--ignore-scripts', '--no-audit', '--no-fund'];
  const result = await run('npm', [...install, `lighthouse@${LIGHTHOUSE}`]);
  if (!result.ok) {
    throw new StepFailure(
      `npm could not install Lighthouse ${LIGHTHOUSE}:\n${lastLines(result.output)}`,
      'See that the npm registry can be reached and run the command again.',
    );
  }
  rmSync(FOLDER(), { recursive: true, force: true });
  renameSync(unfinished, FOLDER());
  return 'installed';
}
