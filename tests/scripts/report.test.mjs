import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figures } from '../../scripts/bench/lighthouse.mjs';
import {
  asMarkdown,
  chartLines,
  lighthouseLines,
  onScreen,
  phoneLines,
  sizeLines,
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
  };
  const quick = { took: 100, longest: 90 };
  const found = { chart_year: quick, chart_decade: quick, pan: { took: 201, longest: 201 }, results_decade: quick };
  assert.deepEqual(met(chartLines(found, budget)), {
    'chart of a year, median': true,
    'chart of ten years, median': true,
    'moving in a quarter of ten years, median': false,
    'results of ten years, median': true,
    'the longest task': false,
  });
});
