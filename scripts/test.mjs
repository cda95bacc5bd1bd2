// All tests, or the suites that are named: node scripts/test.mjs native browser

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeStamp } from './lib/fingerprint.mjs';
import { WORK } from './lib/paths.mjs';
import { duration } from './setup/step.mjs';
import { browser, endToEnd, engines, fuzz, native, scripts, sizesHeld } from './test/suites.mjs';

const SUITES = { scripts, native, browser, fuzz, sizes: sizesHeld, e2e: endToEnd, engines };
/** Two that run at once, from the first one's turn on: each compiles for minutes, and for long with one processor. */
const BESIDE = { fuzz: 'sizes' };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in SUITES));
if (unknown.length) {
  console.error(`There is no suite "${unknown.join('", "')}". There are: ${Object.keys(SUITES).join(', ')}.`);
  process.exit(2);
}

/** The closing line is also left here, for those who must show it last even after make has said that it failed. */
const CLOSING_LINE = join(WORK, 'tests.txt');
rmSync(CLOSING_LINE, { force: true });

async function runSuite(name) {
  console.log(`\n== ${name} ==`);
  const start = Date.now();
  try {
    return { name, ...(await SUITES[name]()), time: duration(Date.now() - start) };
  } catch (error) {
    console.error(error.stack);
    return { name, passed: 0, failed: 1, note: 'did not run', time: duration(Date.now() - start) };
  }
}

const results = [];
const left = wanted.length ? [...wanted] : Object.keys(SUITES);
while (left.length) {
  const name = left.shift();
  const together = name in BESIDE && left[0] === BESIDE[name] ? [name, left.shift()] : [name];
  results.push(...(await Promise.all(together.map(runSuite))));
}

const row = (name, passed, failed, time, note = '') =>
  `${String(name).padEnd(10)}${String(passed).padStart(8)}${String(failed).padStart(8)}${String(time).padStart(14)}   ${note}`.trimEnd();
for (const { name, last } of results) if (last) console.log(`\n== ${name}, what failed ==\n${last}`);
console.log(`\n${row('suite', 'passed', 'failed', 'time')}`);
for (const { name, passed, failed, time, note } of results) console.log(row(name, passed, failed, time, note));

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const closingLine = `${sum('passed')} passed, ${sum('failed')} failed`;
writeStamp(CLOSING_LINE, `${closingLine}\n`);
console.log(`\n${closingLine}`);
process.exitCode = sum('failed') ? 1 : 0;
