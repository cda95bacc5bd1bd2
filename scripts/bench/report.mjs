// What was measured, against the budgets: as lines on the screen and as BENCHMARKS.md.

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const milliseconds = (time) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const percent = (share) => `${(share * 100).toFixed(1)} %`;

/** One line: what, how much, the budget if there is one, and whether it is met. Scores are to be reached, all else kept below. */
function line(what, value, budget, write, isScore = false) {
  const met = budget === undefined ? undefined : isScore ? value >= budget : value <= budget;
  return { what, value: write(value), budget: budget === undefined ? '' : write(budget), met };
}

/** The lines of the sizes. */
export function sizeLines(rows) {
  return rows.map(({ what, bytes, budget }) => line(plain(what), bytes, budget, kilobytes));
}

/** A name without its hash, which differs from build to build. */
function plain(path) {
  return path.replace(/-[0-9a-f]{16}(?=\.\w+$)/, '');
}

const SCORES = {
  performance: 'performance',
  accessibility: 'accessibility',
  best_practices: 'best practices',
  seo: 'SEO',
};
const TIMES = { first_paint_ms: 'first paint', largest_paint_ms: 'largest paint', blocked_ms: 'time blocked' };

/** The lines of Lighthouse. */
export function lighthouseLines(found, budget) {
  const scores = Object.entries(SCORES).map(([key, what]) => line(what, found[key], budget[key], String, true));
  const times = Object.entries(TIMES).map(([key, what]) => line(what, found[key], budget[key], milliseconds));
  const shift = line('layout shift', found.layout_shift, budget.layout_shift, (share) => share.toFixed(3));
  return [...scores, ...times, shift];
}

/** The lines of the timings in a browser: `saved` as `saving` gives it, `slow` as `phone` does. */
export function phoneLines(saved, slow, budget) {
  return [
    line('from a tap to "Saved", diary of ten years, median', saved.tap, budget.saved_ms, milliseconds),
    line('from the address to the questions, diary of ten years, median', saved.start, undefined, milliseconds),
    line(
      'first visit, slow network, 4 times slower: until the pain line takes a tap',
      slow.first.ready,
      budget.first_visit_ms,
      milliseconds,
    ),
    line('blocked until then', slow.first.blocked, budget.first_blocked_ms, milliseconds),
    line('warm start to the first tap, 4 times slower, median', slow.start, budget.start_ms, milliseconds),
    line(
      `interaction to next paint, 4 times slower, longest of ${slow.interactions.count}`,
      slow.interactions.longest,
      budget.interaction_ms,
      milliseconds,
    ),
    line('the same, median', slow.interactions.middle, undefined, milliseconds),
    line('heap before the hour', slow.heap.before, undefined, megabytes),
    line('grown by', slow.heap.growth, budget.heap_growth, percent),
  ];
}

const DRAWN = {
  chart_year: 'chart of a year',
  chart_decade: 'chart of ten years',
  pan: 'moving in a quarter of ten years',
  results_decade: 'results of ten years',
};

/** The lines of what `charts` measured: from the tap to what it asks for, and the longest task in all of it. */
export function chartLines(found, budget) {
  const lines = Object.entries(DRAWN).map(([key, what]) =>
    line(`${what}, median`, found[key].took, budget[`${key}_ms`], milliseconds),
  );
  const longest = Math.max(...Object.keys(DRAWN).map((key) => found[key].longest));
  return [...lines, line('the longest task', longest, budget.longest_task_ms, milliseconds)];
}

/** A table for people who read the terminal. */
export function onScreen(title, lines) {
  const rows = lines.map(({ what, value, budget, met }) => {
    const verdict = budget && `  of ${budget}${met ? '' : '  MISSED'}`;
    return `${what.padEnd(66)}${value.padStart(10)}${verdict}`;
  });
  return ['', title, ...rows].join('\n');
}

/** A table of BENCHMARKS.md. */
export function asMarkdown(title, words, lines) {
  const rows = lines.map(({ what, value, budget, met }) => {
    const verdict = met === undefined ? '' : met ? 'met' : '**missed**';
    return `| ${what} | ${value} | ${budget} | ${verdict} |`;
  });
  return `## ${title}\n\n${words}\n\n| what | measured | budget | |\n| --- | ---: | ---: | --- |\n${rows.join('\n')}\n`;
}
