import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cargoCounts, judged, nodeCounts, playwrightCounts, whatFailed } from '../../scripts/test/counts.mjs';

test("cargo's lines are added up", () => {
  const output =
    'test result: ok. 3 passed; 0 failed; 0 ignored\nnoise\ntest result: FAILED. 1 passed; 2 failed; 0 ignored;';
  assert.deepEqual(cargoCounts(output), { passed: 4, failed: 2 });
  assert.deepEqual(cargoCounts('error: could not compile'), { passed: 0, failed: 0 });
});

test("node's closing lines are read", () => {
  assert.deepEqual(nodeCounts('# tests 5\n# pass 3\n# fail 1\n# cancelled 1\n'), { passed: 3, failed: 2 });
  const without = 'ok 2 - WebKit # SKIP WebKit was not tested: Xvfb not found\n# pass 3\n';
  assert.deepEqual(nodeCounts(without), { passed: 3, failed: 0, note: 'WebKit was not tested: Xvfb not found' });
});

test('a browser test that was skipped has not passed; one may pass at its second try, and is named', () => {
  const of = (unexpected, flaky, skipped) =>
    playwrightCounts({
      stats: { expected: 4, unexpected, flaky, skipped },
      suites: [
        {
          specs: [{ title: 'steady', tests: [{ status: 'expected' }] }],
          suites: [{ specs: [{ title: 'shaky', tests: [{ status: 'flaky' }] }] }],
        },
      ],
    });
  assert.deepEqual(of(1, 0, 1), { passed: 4, failed: 2 });
  assert.deepEqual(of(0, 1, 0), { passed: 5, failed: 0, note: 'at a second try: shaky' });
  assert.equal(of(0, 2, 0).failed, 1);
});

test('a suite that ran nothing, or ended badly without a failed test, has failed', () => {
  assert.deepEqual(judged({ passed: 0, failed: 0 }, true), { passed: 0, failed: 1, note: 'ran no test' });
  assert.deepEqual(judged({ passed: 5, failed: 0 }, false), { passed: 5, failed: 1, note: 'did not end well' });
  assert.deepEqual(judged({ passed: 5, failed: 2 }, false), { passed: 5, failed: 2 });
  assert.deepEqual(judged({ passed: 5, failed: 0 }, true), { passed: 5, failed: 0 });
});

test('what failed says its last lines again; what passed does not', () => {
  const output = [...Array(30).keys()].map((line) => `line ${line}\n`).join('');
  assert.equal(judged({ passed: 5, failed: 1 }, false, output).last.split('\n')[0], 'line 22');
  assert.match(judged({ passed: 0, failed: 0 }, false, output).last, /line 29$/);
  assert.equal(judged({ passed: 5, failed: 0 }, true, output).last, undefined);
});

test('the closing lines name each failed test, and say of the first why', () => {
  const cargo = [
    'test a::b ... ok',
    'test a::c ... FAILED',
    'test a::d ... FAILED',
    '',
    '---- a::c stdout ----',
    'has come back',
    'stack backtrace:',
    '   0: core::panic',
    '             at /rustc/x.rs:1:2',
    'minimal failing input: 7',
    ...Array(99).fill('noise'),
  ].join('\n');
  const said = whatFailed(cargo).split('\n');
  assert.deepEqual(said.slice(0, 2), ['test a::c ... FAILED', 'test a::d ... FAILED']);
  assert.deepEqual(said.slice(2, 5), ['---- a::c stdout ----', 'has come back', 'minimal failing input: 7']);
  assert.ok(said.length < 60);
  assert.equal(whatFailed('ok 1 - a\nnot ok 2 - b\n  error: "no"\n'), 'not ok 2 - b\n  error: "no"');
});
