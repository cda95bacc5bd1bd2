// Simulated diaries against the goals of the answer, written to their section of BENCHMARKS.md: the part of `make bench`
// that needs no browser. `node scripts/bench-answer.mjs 100` takes fewer diaries and writes nothing.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANSWER, answer, answerWords } from './bench/answer.mjs';
import { answerLines, asMarkdown, onScreen, withSection } from './bench/report.mjs';
import { ROOT } from './lib/paths.mjs';

const { answer: goals } = JSON.parse(readFileSync(join(ROOT, 'budgets.json'), 'utf8'));
const [fewer] = process.argv.slice(2);
const found = answer(Number(fewer ?? goals.diaries));
const lines = answerLines(found, goals);
console.log(onScreen(ANSWER, lines));
const missed = lines.filter(({ met }) => met === false).length;
console.log(`\n${missed ? `${missed} goals missed` : 'every goal met'}`);
if (fewer === undefined) {
  const file = join(ROOT, 'BENCHMARKS.md');
  const section = asMarkdown(ANSWER, answerWords(found), lines, 'goal');
  writeFileSync(file, withSection(readFileSync(file, 'utf8'), ANSWER, section));
}
if (missed) process.exitCode = 1;
