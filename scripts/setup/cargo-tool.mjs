// Puts a tool that is written in Rust into the per-user tools folder, built fast rather than to be fast.

import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { find, lastLines, run } from '../lib/command.mjs';
import { toolsFolder } from '../lib/paths.mjs';
import { printedVersion } from '../lib/versions.mjs';
import { StepFailure } from './step.mjs';

/** Link-time optimisation would triple the time of the build and save nobody anything. */
const FAST_BUILD = {
  CARGO_PROFILE_RELEASE_LTO: 'off',
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '16',
  CARGO_PROFILE_RELEASE_DEBUG: '0',
  CARGO_INCREMENTAL: '0',
};

/** The folder of one version of one tool; its programs lie in `bin`. */
export function toolFolder(tool) {
  return join(toolsFolder(), `${tool.crate}-${tool.version}`);
}

/** Whether the tool on PATH is the wanted version. */
async function isOnPath(tool) {
  if (![tool.program, ...(tool.alongside ?? [])].every((name) => find(name))) return false;
  return printedVersion((await run(tool.program, ['--version'])).output) === tool.version;
}

/**
 * Makes sure of one tool: `{ crate, version, program, alongside?, features, optLevel }`.
 * An interrupted build goes on where it stopped, because its half-built parts stay; the tool appears only when whole.
 */
export async function ensureTool(tool) {
  const home = toolFolder(tool);
  if (existsSync(join(home, 'bin', tool.program))) return 'there';
  if (await isOnPath(tool)) return 'found on PATH';

  process.stdout.write('building it, which takes a few minutes … ');
  const build = join(toolsFolder(), 'building', `${tool.crate}-${tool.version}`);
  const unfinished = join(build, 'root');
  mkdirSync(build, { recursive: true });
  const env = {
    ...process.env,
    ...FAST_BUILD,
    CARGO_PROFILE_RELEASE_OPT_LEVEL: tool.optLevel,
    CARGO_TARGET_DIR: join(build, 'target'),
  };
  delete env.RUSTFLAGS;
  const install = ['install', `${tool.crate}@${tool.version}`, '--root', unfinished, '--force', ...tool.features];
  // The tool's own lock is the tested set, but it can name a crate version that is no longer served.
  let result = await run('cargo', [...install, '--locked'], { env });
  if (!result.ok) result = await run('cargo', install, { env });
  if (!result.ok) {
    throw new StepFailure(
      `cargo could not build ${tool.crate} ${tool.version}:\n${lastLines(result.output)}`,
      `See that crates.io can be reached and run the command again; it goes on where it stopped. Or put ${tool.program} ${tool.version} on PATH yourself.`,
    );
  }
  rmSync(home, { recursive: true, force: true });
  renameSync(unfinished, home);
  rmSync(build, { recursive: true, force: true });
  return 'built';
}
