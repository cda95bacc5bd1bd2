// A debug build that is rebuilt and reloaded while the sources change.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './lib/command.mjs';
import { ROOT, WORK } from './lib/paths.mjs';
import { buildEnvironment } from './setup/tools.mjs';

// A folder of its own, so that the debug build never stands where the real site is expected.
const folder = join(WORK, 'dev');
mkdirSync(folder, { recursive: true });
process.on('SIGINT', () => {}); // Trunk gets it too, and ends by itself.
const args = ['serve', '--dist', folder, '--port', process.env.PORT || '8080'];
const result = await run('trunk', args, { cwd: ROOT, env: buildEnvironment({ NO_COLOR: 'true' }), show: true });
process.exitCode = result.ok || result.code === null ? 0 : 1;
