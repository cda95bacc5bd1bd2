// Gets everything that a command needs and that is not there yet: node scripts/setup.mjs run|test|bench|check
// Running it again does only what is still missing.

import { LIGHTHOUSE } from './lib/versions.mjs';
import { ensureBrowser, ensureHeadlessShell } from './setup/browser.mjs';
import { ensureTool } from './setup/cargo-tool.mjs';
import { ensureEngines } from './setup/engines.mjs';
import { ensureLighthouse } from './setup/lighthouse.mjs';
import { ensureNodePackages } from './setup/node-packages.mjs';
import { ensureReaders } from './setup/readers.mjs';
import { StepFailure, step } from './setup/step.mjs';
import { cargoFuzz, hasNightly, trunk, wasmBindgenCli, wasmSplit } from './setup/tools.mjs';
import { ensureCrates, ensureWasmTarget } from './setup/wasm-target.mjs';

const [wanted = 'run'] = process.argv.slice(2);
if (!['run', 'test', 'bench', 'check'].includes(wanted)) {
  console.error(`setup.mjs knows run, test, bench and check, not "${wanted}".`);
  process.exit(2);
}

const tool = (which) => [`${which.crate} ${which.version}`, () => ensureTool(which)];
const steps = [
  ["Rust's wasm32 library", ensureWasmTarget],
  ['Rust crates', ensureCrates],
  ['npm packages', ensureNodePackages],
];
if (wanted !== 'check') steps.push(tool(wasmBindgenCli()), tool(wasmSplit()), tool(trunk()));
if (wanted === 'test')
  steps.push(
    ['Chromium and ChromeDriver', ensureBrowser],
    ['Chromium without windows', ensureHeadlessShell],
    ['Firefox and WebKitGTK', ensureEngines],
    ['readers of PDF and CSV', ensureReaders],
  );
if (wanted === 'bench') steps.push(['Chromium', ensureBrowser], [`Lighthouse ${LIGHTHOUSE}`, ensureLighthouse]);
if (wanted === 'test' && hasNightly()) steps.push(tool(cargoFuzz()));

for (const [title, work] of steps) {
  try {
    await step(`Set-up: ${title}`, work);
  } catch (error) {
    console.error(`\nThe set-up stopped at "${title}": ${error.message}`);
    if (error instanceof StepFailure) console.error(`\nHow to go on: ${error.goOn}`);
    else console.error(error.stack);
    process.exit(1);
  }
}
