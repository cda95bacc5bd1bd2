// Runs other programs.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Runs a program and waits for it. Its output is collected; with `show` it is also shown as it comes.
 * Never throws: a program that is missing or takes longer than `timeoutMs` gives `ok: false` and says so in `output`.
 */
export function run(program, args = [], options = {}) {
  const { cwd, env = process.env, show = false, timeoutMs } = options;
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let late = false;
    const collect = (screen) => (chunk) => {
      output += chunk;
      if (show) screen.write(chunk);
    };
    child.stdout.on('data', collect(process.stdout));
    child.stderr.on('data', collect(process.stderr));
    const timer =
      timeoutMs &&
      setTimeout(() => {
        late = true;
        child.kill();
      }, timeoutMs);
    const finish = (code, extra = '') => {
      clearTimeout(timer);
      const note = late ? `${program} was stopped after ${timeoutMs / 1000} s` : extra;
      done({ ok: code === 0 && !late, code, output: note ? `${output}${note}\n` : output });
    };
    child.on('error', (error) => finish(null, error.message));
    child.on('close', (code) => finish(code));
  });
}

/** The path of a program on PATH, or null. */
export function find(program, path = process.env.PATH ?? '') {
  for (const folder of path.split(delimiter)) {
    const candidate = join(folder, program);
    if (folder && existsSync(candidate)) return candidate;
  }
  return null;
}

/** The last lines of a long output: where a failing program usually says why. */
export function lastLines(text, count = 25) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
