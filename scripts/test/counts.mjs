// How many tests passed and failed, read from what each test program prints.

import { lastLines } from '../lib/command.mjs';

/** How much of a failed suite's output is said again. */
const LAST_LINES = 8;

const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });
const NONE = { passed: 0, failed: 0 };

/** cargo test and wasm-bindgen-test: one line for each test program. */
export function cargoCounts(output) {
  const lines = output.matchAll(/test result: .*?(\d+) passed; (\d+) failed/g);
  return [...lines].map(([, passed, failed]) => ({ passed: Number(passed), failed: Number(failed) })).reduce(add, NONE);
}

/** node --test with its TAP reporter. */
export function nodeCounts(output) {
  const number = (name) => Number(output.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
  return { passed: number('pass'), failed: number('fail') + number('cancelled') };
}

/** A browser on a busy computer may stumble over one test in hundreds. More than that is a fault of the tests or the app. */
const SECOND_TRIES = 1;

/** Playwright's JSON report. One test may have passed at its second try, and is named; a test that was skipped has not passed. */
export function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const forgiven = Math.min(flaky, SECOND_TRIES);
  const counts = { passed: expected + forgiven, failed: unexpected + skipped + flaky - forgiven };
  return flaky ? { ...counts, note: `at a second try: ${flakyTitles(report.suites).join('; ')}` } : counts;
}

function flakyTitles(suites = []) {
  return suites.flatMap((suite) => [
    ...flakyTitles(suite.suites),
    ...(suite.specs ?? [])
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ title }) => title),
  ]);
}

/**
 * A program that failed without naming a failed test, or that ran none, is itself a failure. What failed takes the last
 * lines of its output along as `last`: in a long log they are what is looked for.
 */
export function judged(counts, ok, output = '') {
  const nothing = counts.passed + counts.failed === 0;
  const all =
    nothing || (!ok && counts.failed === 0)
      ? { ...counts, failed: counts.failed + 1, note: nothing ? 'ran no test' : 'did not end well' }
      : counts;
  return all.failed && output ? { ...all, last: lastLines(output, LAST_LINES) } : all;
}
