// Debian's packages, for what neither cargo nor npm has.

import { existsSync } from 'node:fs';
import { find, lastLines, run } from '../lib/command.mjs';
import { StepFailure } from './step.mjs';

/** Whether this is Debian or one of its children, with the right to install. */
export function canInstall() {
  return (
    existsSync('/etc/debian_version') && Boolean(find('apt-get')) && (process.getuid?.() === 0 || Boolean(find('sudo')))
  );
}

/** Installs packages, after the package lists were brought up to date. */
export async function installPackages(packages) {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const byHand = `Run "sudo apt-get install --no-install-recommends ${packages.join(' ')}" and then this command again.`;
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    const [program, ...rest] = [...asRoot, 'apt-get', ...args];
    const result = await run(program, rest, { env });
    if (!result.ok) throw new StepFailure(`apt-get ${args[0]} failed:\n${lastLines(result.output)}`, byHand);
  }
}
