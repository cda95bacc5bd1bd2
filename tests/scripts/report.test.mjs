import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figures } from '../../scripts/bench/lighthouse.mjs';
import {
  answerLines,
  asMarkdown,
  chartLines,
  lighthouseLines,
  onScreen,
  phoneLines,
  sizeLines,
  withSection,
} from '../../scripts/bench/report.mjs';

const met = (lines) => Object.fromEntries(lines.map((line) => [line.what, line.met]));

test('a size is met up to its budget, and its name is told without the hash', () => {
  const lines = sizeLines([
    { what: 'app-0123456789abcdef.wasm', bytes: 1500 },
    { what: 'first load', bytes: 180_000, budget: 180_000 },
    { what: 'style sheets', bytes: 12_001, budget: 12_000 },
  ]);
  assert.deepEqual(met(lines), { 'app.wasm': undefined, 'first load': true, 'style sheets': false });
});

test('a score must be reached, a time must not be passed', () => {
  const audit = (numericValue) => ({ numericValue });
  const found = figures({
    categories: {
      performance: { score: 0.95 },
      accessibility: { score: 0.99 },
      'best-practices': { score: 1 },
      seo: { score: 1 },
    },
    audits: {
      'first-contentful-paint': audit(1001),
      'largest-contentful-paint': audit(1800),
      'total-blocking-time': audit(0),
      'cumulative-layout-shift': audit(0.021),
    },
  });
  const budget = { performance: 95, accessibility: 100, best_practices: 100, seo: 100 };
  const times = { first_paint_ms: 1000, largest_paint_ms: 1800, blocked_ms: 100, layout_shift: 0.02 };
  assert.deepEqual(met(lighthouseLines(found, { ...budget, ...times })), {
    performance: true,
    accessibility: false,
    'best practices': true,
    SEO: true,
    'first paint': false,
    'largest paint': true,
    'time blocked': true,
    'layout shift': false,
  });
});

test('the tables name what was missed', () => {
  const slow = {
    first: { ready: 2500, blocked: 40 },
    start: 900,
    interactions: { longest: 96, middle: 24, count: 30 },
    heap: { before: 10e6, after: 10.4e6, growth: 0.04 },
  };
  const budget = {
    first_visit_ms: 2800,
    first_blocked_ms: 100,
    saved_ms: 50,
    start_ms: 800,
    interaction_ms: 100,
    heap_growth: 0.05,
  };
  const lines = phoneLines({ tap: 12.3, start: 400 }, slow, budget);
  assert.equal(lines.filter((line) => line.met === false).length, 1);
  assert.match(onScreen('On a slow phone', lines), /warm start[^\n]* 900 ms {2}of 800 ms {2}MISSED/);
  assert.match(asMarkdown('T', 'W', lines), /\| grown by \| 4\.0 % \| 5\.0 % \| met \|/);
});

test('one long task anywhere among the charts is told', () => {
  const budget = {
    chart_year_ms: 400,
    chart_decade_ms: 800,
    pan_ms: 200,
    results_decade_ms: 150,
    longest_task_ms: 200,
    bring_ms: 2000,
  };
  const quick = { took: 100, longest: 90 };
  const found = { chart_year: quick, chart_decade: quick, pan: { took: 201, longest: 201 }, results_decade: quick };
  assert.deepEqual(met(chartLines(found, 2001, budget)), {
    'chart of a year, median': true,
    'chart of ten years, median': true,
    'moving in a quarter of ten years, median': false,
    'results of ten years, median': true,
    'the longest task': false,
    '400 days of another diary brought along': false,
  });
});

test('shares of simulated diaries stand beside their goals, with what they miss them by', () => {
  const goals = {
    verdict_without_change: 0.05,
    verdict_in_waves: 0.07,
    seen_after_14_days: 0.5,
    seen_in_3_pairs: 0.9,
    calibration: 0.05,
  };
  const unchanged = (name, ever) => ({ name, diaries: 1000, ever, after_early_look: 9, last_day: 4 });
  const changed = (before, fall, better) => ({ before, fall, diaries: 1000, better, worse: 1 });
  const band = (from, to, fell) => ({ from, to, diaries: 200, fell, mean_probability: 0.5 });
  const found = {
    asked: 10,
    unchanged: [
      unchanged('rho .5', 50),
      unchanged('rho .7', 63),
      unchanged('waves of SD 6', 63),
      unchanged('waves of SD 9', 200),
    ],
    changed: [changed(14, 10, 100), changed(14, 20, 489)],
    pairs: [
      changed(3, 0, 49),
      changed(3, 20, 900),
      { ...changed(3, 0, 65), waves: 6, carry_over: 0 },
      { ...changed(3, 20, 652), waves: 0, carry_over: 14 },
    ],
    calibration: [band(0, 0.1, 31), band(0.9, 0.975, 200), { ...band(0.1, 0.33, 0), diaries: 0 }],
  };
  const lines = answerLines(found, goals);
  assert.deepEqual(
    lines.map(({ budget, met, by }) => [budget, met, by].filter((told) => told !== undefined).join(', ')),
    [
      'at most 5 %, true',
      'at most 5 %, false, 1.3 points',
      'at most 7 %, true',
      '',
      '',
      'at least 50 %, false, 1.1 points',
      'at most 5 %, true',
      'at least 90 %, true',
      'at most 7 %, true',
      '',
      '0 to 15 %, false, 0.5 points',
      '85 to 100 %, true',
      '5 to 38 %',
    ],
  );
  assert.match(
    asMarkdown('T', 'W', lines, 'goal'),
    /\| no change, rho \.7: [^|]* \| 6\.3 % \(63 of 1,000\), 9 after the early look, 4 on the last day \| at most 5 % \| \*\*missed\*\* by 1\.3 points \|/,
  );
  assert.match(lines[9].what, /in 3 on-off pairs, coming and going over 14 days: seen$/);
  assert.match(onScreen('T', lines), /48\.9 % \(489 of 1,000\) {2}of at least 50 % {2}MISSED by 1\.1 points/);
});

test('one section is written anew and the others stay', () => {
  const text = '# B\n\n## One\n\nold\n\n## Two\n\nkept\n';
  assert.equal(withSection(text, 'One', '## One\n\nnew\n'), '# B\n\n## One\n\nnew\n\n## Two\n\nkept\n');
  assert.equal(withSection(text, 'Two', '## Two\n\nnew\n'), '# B\n\n## One\n\nold\n\n## Two\n\nnew\n');
  assert.equal(withSection(text, 'Three', '## Three\n'), `${text}\n## Three\n`);
});
