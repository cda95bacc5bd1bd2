// Sizes and times against their budgets, written to BENCHMARKS.md; then the benchmarks of the analysis.
// Ends with an error when a budget is missed.

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { ANSWER, answer, answerWords } from './bench/answer.mjs';
import { bring } from './bench/bring.mjs';
import { charts, SLOWER } from './bench/charts.mjs';
import { lighthouse, RUNS } from './bench/lighthouse.mjs';
import { phone } from './bench/phone.mjs';
import {
  answerLines,
  asMarkdown,
  chartLines,
  lighthouseLines,
  onScreen,
  phoneLines,
  sizeLines,
} from './bench/report.mjs';
import { saving } from './bench/saving.mjs';
import { sizes } from './bench/sizes.mjs';
import { build } from './build.mjs';
import { chromium } from './lib/browser.mjs';
import { run } from './lib/command.mjs';
import { DIST, ROOT } from './lib/paths.mjs';
import { LIGHTHOUSE, printedVersion } from './lib/versions.mjs';
import { listen, siteServer } from './site/server.mjs';

const HEAD = `# Benchmarks

Written by \`make bench\`; the budgets stand in \`budgets.json\`. Files and program are those of the built site (\`make run\`),
served by \`scripts/serve.mjs\` with the headers of production. Times depend on the computer, sizes do not.
`;

const WORDS = {
  sizes:
    'Brotli at its best quality, 1 KB = 1000 bytes. The first load is the page and what its head names: HTML, style sheet, script, program, icon. The chart bundle and the other parts come later. Command: `make bench`, `scripts/bench/sizes.mjs`.',
  lighthouse: `Lighthouse ${LIGHTHOUSE}, its mobile settings (slow 4G and a processor four times slower, both simulated), an empty diary, the middle of ${RUNS} runs. Command: \`scripts/bench/lighthouse.mjs\`.`,
  charts: `From a tap to what it asks for, painted, every part of the app being there, with the processor ${SLOWER} times slower. One year and ten years of days with four phases a year. The table that is brought along has 20 rows a day; the time is that from the file to what it holds, to what it would do, and until it is taken in. Commands: \`scripts/bench/charts.mjs\`, \`scripts/bench/bring.mjs\`.`,
  phone:
    'Chromium by CDP with the processor slowed down four times where it says so, 390 by 844 pixels, touch. The diary of ten years has 3,653 days. The slow network of the first visit is throttled by DevTools: 1.6 Mb/s, 150 ms for each request. The warm start is the app on the device opened anew; interactions are the answers of two evenings and six changes of page each; the hour is 30 rounds of the same, after 10 to warm up, and the heap is that of JavaScript after a collection and the memory of the program. Commands: `scripts/bench/saving.mjs`, `scripts/bench/phone.mjs`.',
};

async function computer() {
  const browser = await run(chromium() ?? 'chromium', ['--version']);
  return `${cpus().length} × ${cpus()[0].model}; Chromium ${printedVersion(browser.output.split('\n').find((line) => /Chrom/.test(line)) ?? '')}; Node.js ${process.version}.`;
}

const budgets = JSON.parse(readFileSync(join(ROOT, 'budgets.json'), 'utf8'));
const parts = [HEAD, `Measured on ${await computer()}\n`];
let missed = 0;

function tell(title, words, lines, limit) {
  console.log(onScreen(title, lines));
  parts.push(asMarkdown(title, words, lines, limit));
  missed += lines.filter(({ met }) => met === false).length;
}

await build();
tell('Sizes', WORDS.sizes, sizeLines(await sizes(DIST, budgets.sizes)));
const server = siteServer(DIST);
const address = `http://localhost:${await listen(server, 0, 'localhost')}/`;
try {
  tell('Lighthouse', WORDS.lighthouse, lighthouseLines(await lighthouse(address), budgets.lighthouse));
  tell('On a slow phone', WORDS.phone, phoneLines(await saving(address), await phone(address), budgets.phone));
  tell(
    'Charts, results, and a diary brought along',
    WORDS.charts,
    chartLines(await charts(address), await bring(address), budgets.charts),
  );
} finally {
  server.closeAllConnections();
  server.close();
}
const simulated = answer(budgets.answer.diaries);
tell(ANSWER, answerWords(simulated), answerLines(simulated, budgets.answer), 'goal');
writeFileSync(join(ROOT, 'BENCHMARKS.md'), parts.join('\n'));
console.log(`\n${missed ? `${missed} budgets missed` : 'every budget met'}; written to BENCHMARKS.md\n`);

const result = await run('cargo', ['bench', '--locked', '--no-default-features'], { cwd: ROOT, show: true });
if (missed || !result.ok) process.exitCode = 1;
