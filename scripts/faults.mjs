// Makes the faults of a browser on purpose, often, and writes what they cost to docs/faults.md.
//
//   node scripts/faults.mjs            builds the site first
//   node scripts/faults.mjs worker engines   some of the tests alone: their rows are put in the place of the earlier ones
//   SITE_ADDRESS=… node scripts/faults.mjs   takes a site that is served already
//   KILLS=200 KILL_SEED=7 …            as many kills, at the same moments again

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { run } from './lib/command.mjs';
import { DIST, ROOT, WORK } from './lib/paths.mjs';
import { listen, siteServer } from './site/server.mjs';
import { engines } from './test/suites.mjs';

const TABLE = join(ROOT, 'docs/faults.md');
const REPORT = join(WORK, 'faults.json');
const OTHER_ENGINES = join(WORK, 'faults-engines.json');
/** The tests that make faults. */
const SPECS = ['keeping', 'doors', 'worker', 'kill'];
const BEGIN = '<!-- the table begins -->';
const END = '<!-- the table ends -->';

/** What the tests noted, in the order of the report. */
export function noted(suite) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.flatMap((test) => test.results.flatMap((result) => result.annotations ?? [])),
  );
  const faults = own.filter(({ type }) => type === 'fault').map(({ description }) => JSON.parse(description));
  return [...faults, ...(suite.suites ?? []).flatMap(noted)];
}

/** A row of the table, as Markdown. */
export function row({ fault, tries, lost = 0, back = 0, dead = 0, remark }) {
  return `| ${fault} | ${tries} | ${lost} | ${back} | ${dead} | ${remark} |`;
}

/** The table as Markdown. */
export function table(rows) {
  const head = '| fault | tries | answers lost | deletions undone | dead starts | remark |';
  return [head, '| --- | ---: | ---: | ---: | ---: | --- |', ...rows].join('\n');
}

async function serve() {
  if (process.env.SITE_ADDRESS) return { address: process.env.SITE_ADDRESS, stop: () => {} };
  await build();
  const server = siteServer(DIST);
  const port = await listen(server, 0, 'localhost');
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://localhost:${port}`, stop };
}

/** The rows of an earlier table, each after its fault. */
function earlier(text) {
  const rows = text.split('\n').filter((row) => /^\|(?! fault | ---).*\|$/.test(row));
  return new Map(rows.map((row) => [row.split(' | ')[0].slice(2), row]));
}

async function endToEnd(specs) {
  const { address, stop } = await serve();
  const env = { ...process.env, SITE_ADDRESS: address, E2E_REPORT: REPORT, FAULTS_FULL: '1' };
  const playwright = join(ROOT, 'node_modules/@playwright/test/cli.js');
  const tests = ['test', '--config', 'tests/e2e/playwright.config.mjs', '--workers', '1', ...specs];
  const { ok } = await run(process.execPath, [playwright, ...tests], { cwd: ROOT, env, show: true });
  stop();
  return { ok, faults: JSON.parse(readFileSync(REPORT, 'utf8')).suites.flatMap(noted) };
}

async function otherEngines() {
  process.env.ENGINES_REPORT = OTHER_ENGINES;
  const { failed } = await engines();
  return { ok: !failed, faults: JSON.parse(readFileSync(OTHER_ENGINES, 'utf8')) };
}

if (import.meta.filename === process.argv[1]) {
  const all = process.argv.length < 3;
  const wanted = all ? [...SPECS, 'engines'] : process.argv.slice(2);
  const specs = wanted.filter((name) => name !== 'engines');
  const parts = [];
  if (specs.length) parts.push(await endToEnd(specs));
  if (wanted.includes('engines')) parts.push(await otherEngines());
  const [before, middle, after] = readFileSync(TABLE, 'utf8').split(/<!-- the table (?:begins|ends) -->/);
  const rows = all ? new Map() : earlier(middle);
  for (const fault of parts.flatMap(({ faults }) => faults)) rows.set(fault.fault, row(fault));
  const made = table([...rows.values()]);
  writeFileSync(TABLE, `${before}${BEGIN}\n${made}\n${END}${after}`);
  console.log(`\n${made}\n`);
  process.exitCode = parts.every(({ ok }) => ok) ? 0 : 1;
}
