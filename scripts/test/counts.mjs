// How many tests passed and failed, read from what each test program prints.

import { lastLines } from '../lib/command.mjs';

/** How much of a failed suite's output is said again: of its end, and of what it said of its first failure. */
const LAST_LINES = 8;
const FAILURE_LINES = 40;

const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });
const NONE = { passed: 0, failed: 0 };

/** cargo test and wasm-bindgen-test: one line for each test program. */
export function cargoCounts(output) {
  const lines = output.matchAll(/test result: .*?(\d+) passed; (\d+) failed/g);
  return [...lines].map(([, passed, failed]) => ({ passed: Number(passed), failed: Number(failed) })).reduce(add, NONE);
}

/** node --test with its TAP reporter. What was left out because something is not on this computer is said. */
export function nodeCounts(output) {
  const number = (name) => Number(output.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
  const counts = { passed: number('pass'), failed: number('fail') + number('cancelled') };
  const left = new Set([...output.matchAll(/# SKIP (.*not found)$/gm)].map(([, why]) => why));
  return left.size ? { ...counts, note: [...left].join('; ') } : counts;
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

/** What cargo and node say of a failed test: cargo says why below its list, node right after the line. */
const FAILURES = [/^test (.+) \.\.\. FAILED$/, /^ *not ok \d+ - (.+)/];
const CARGO_WHY = /^---- .+ ----$/;
const BACKTRACE = /^ +(\d+: |at )|^stack backtrace:/;

/**
 * What is looked for in the long log of a failed suite: which tests failed and why the first of them did, without its
 * backtrace. The last lines, where no failed test is named.
 */
export function whatFailed(output) {
  const lines = output.split('\n');
  const named = lines.filter((line) => FAILURES.some((failure) => failure.test(line)));
  if (!named.length) return lastLines(output, LAST_LINES);
  const cargo = lines.findIndex((line) => CARGO_WHY.test(line));
  const why = lines.slice(cargo < 0 ? lines.indexOf(named[0]) + 1 : cargo).filter((line) => !BACKTRACE.test(line));
  return [...named, ...why.slice(0, FAILURE_LINES)].join('\n').trimEnd();
}

/**
 * A program that failed without naming a failed test, or that ran none, is itself a failure. What failed takes along what
 * it said of that as `last`: in a long log it is what is looked for.
 */
export function judged(counts, ok, output = '') {
  const nothing = counts.passed + counts.failed === 0;
  const all =
    nothing || (!ok && counts.failed === 0)
      ? { ...counts, failed: counts.failed + 1, note: nothing ? 'ran no test' : 'did not end well' }
      : counts;
  return all.failed && output ? { ...all, last: whatFailed(output) } : all;
}
