// Makes the faults of a browser on purpose, often, and writes what they cost to docs/faults.md.
//
//   node scripts/faults.mjs            builds the site first
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

/** The table as Markdown. */
export function table(faults) {
  const rows = faults.map(
    ({ fault, tries, lost = 0, back = 0, dead = 0, remark }) =>
      `| ${fault} | ${tries} | ${lost} | ${back} | ${dead} | ${remark} |`,
  );
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

if (import.meta.filename === process.argv[1]) {
  const { address, stop } = await serve();
  const env = { ...process.env, SITE_ADDRESS: address, E2E_REPORT: REPORT, FAULTS_FULL: '1' };
  const playwright = join(ROOT, 'node_modules/@playwright/test/cli.js');
  const tests = [
    'test',
    '--config',
    'tests/e2e/playwright.config.mjs',
    '--workers',
    '1',
    'keeping',
    'doors',
    'worker',
    'kill',
  ];
  const result = await run(process.execPath, [playwright, ...tests], { cwd: ROOT, env, show: true });
  stop();
  process.env.ENGINES_REPORT = OTHER_ENGINES;
  const others = await engines();
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  const made = table([...report.suites.flatMap(noted), ...JSON.parse(readFileSync(OTHER_ENGINES, 'utf8'))]);
  const [before, rest] = readFileSync(TABLE, 'utf8').split(BEGIN);
  writeFileSync(TABLE, `${before}${BEGIN}\n${made}\n${END}${rest.split(END)[1]}`);
  console.log(`\n${made}\n`);
  process.exitCode = result.ok && !others.failed ? 0 : 1;
}
