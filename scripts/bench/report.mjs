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

/** The lines of what `charts` measured: from the tap to what it asks for, and the longest task in all of it; and of what
 * `bring` measured. */
export function chartLines(found, brought, budget) {
  const lines = Object.entries(DRAWN).map(([key, what]) =>
    line(`${what}, median`, found[key].took, budget[`${key}_ms`], milliseconds),
  );
  const longest = Math.max(...Object.keys(DRAWN).map((key) => found[key].longest));
  return [
    ...lines,
    line('the longest task', longest, budget.longest_task_ms, milliseconds),
    line('400 days of another diary brought along', brought, budget.bring_ms, milliseconds),
  ];
}

/** "3.0 % (30 of 1,000)". */
function counted(count, of) {
  return `${percent(count / of)} (${count.toLocaleString('en')} of ${of.toLocaleString('en')})`;
}

const whole = (share) => String(Math.round(share * 100));

/** What a goal asks for: at least so much, at most so much, or both; empty without a goal. */
function goalOf(least, most) {
  if (least !== undefined && most !== undefined) return `${whole(least)} to ${whole(most)} %`;
  if (least !== undefined) return `at least ${whole(least)} %`;
  return most === undefined ? '' : `at most ${whole(most)} %`;
}

/** One line of a share, and by how many points it misses its goal. */
function shareLine(what, count, of, [least, most], said = '') {
  const budget = goalOf(least, most);
  if (of === 0) return { what, value: 'none', budget };
  const off = Math.max((least ?? 0) - count / of, count / of - (most ?? 1));
  const met = budget ? off <= 0 : undefined;
  const by = met === false ? `${(off * 100).toFixed(1)} points` : undefined;
  return { what, value: `${counted(count, of)}${said}`, budget, met, by };
}

/** The fall of which the goals say how often it is seen. */
const FALL_OF_GOALS = 20;

/** Kinds of diaries without change that have a goal of their own, or none. */
const GOALS_IN_WAVES = { 'waves of SD 6': 'verdict_in_waves', 'waves of SD 9': undefined };

function unchangedLine({ name, diaries, ever, after_early_look, last_day }, goals) {
  const most = name in GOALS_IN_WAVES ? goals[GOALS_IN_WAVES[name]] : goals.verdict_without_change;
  const said = `, ${after_early_look} after the early look, ${last_day} on the last day`;
  return shareLine(`no change, ${name}: a verdict on any day`, ever, diaries, [undefined, most], said);
}

function changedLine({ fall, diaries, better, worse }, where, least, most) {
  if (fall === 0) return shareLine(`no change ${where}: a verdict`, better + worse, diaries, [undefined, most]);
  const ends = [fall === FALL_OF_GOALS ? least : undefined, undefined];
  return shareLine(`a fall of ${fall} ${where}: seen`, better, diaries, ends);
}

/** A goal is one for days without waves and an effect that comes and goes at once. */
function pairsLine(row, goals) {
  const { before, waves = 0, carry_over = 0 } = row;
  const inWaves = waves ? `, waves of SD ${waves}` : '';
  const lasting = carry_over ? `, coming and going over ${carry_over} days` : '';
  const isUsual = !waves && !carry_over;
  const most = { 0: goals.verdict_without_change, 6: goals.verdict_in_waves }[waves];
  return changedLine(
    row,
    `in ${before} on-off pairs${inWaves}${lasting}`,
    isUsual ? goals[`seen_in_${before}_pairs`] : undefined,
    most,
  );
}

function bandLine({ from, to, diaries, fell, mean_probability }, asked, room) {
  const [first, last] = [from, to].map((end) => Number((end * 100).toFixed(1)));
  const what = `a fall of at least ${asked}, said with ${first} to ${last} %: true`;
  const said = `, said with ${percent(mean_probability)}`;
  return shareLine(what, fell, diaries, [Math.max(0, from - room), Math.min(1, to + room)], said);
}

/** The lines of what the program `simulate` found, beside the goals. */
export function answerLines({ unchanged, changed, pairs, calibration, asked }, goals) {
  const most = goals.verdict_without_change;
  return [
    ...unchanged.map((row) => unchangedLine(row, goals)),
    ...changed.map((row) => changedLine(row, `after ${row.before} days`, goals[`seen_after_${row.before}_days`], most)),
    ...pairs.map((row) => pairsLine(row, goals)),
    ...calibration.map((band) => bandLine(band, asked, goals.calibration)),
  ];
}

/** A text with one section set in place of the one of its title, or added at the end. */
export function withSection(text, title, section) {
  const start = text.indexOf(`## ${title}\n`);
  if (start < 0) return `${text.trimEnd()}\n\n${section}`;
  const next = text.indexOf('\n## ', start);
  return `${text.slice(0, start)}${section}${next < 0 ? '' : text.slice(next)}`;
}

/** A table for people who read the terminal. */
export function onScreen(title, lines) {
  const rows = lines.map(({ what, value, budget, met, by }) => {
    const missed = by ? `  MISSED by ${by}` : '  MISSED';
    const verdict = budget && `  of ${budget}${met === false ? missed : ''}`;
    return `${what.padEnd(66)}${value.padStart(10)}${verdict}`;
  });
  return ['', title, ...rows].join('\n');
}

/** A table of BENCHMARKS.md. */
export function asMarkdown(title, words, lines, limit = 'budget') {
  const rows = lines.map(({ what, value, budget, met, by }) => {
    const missed = by ? `**missed** by ${by}` : '**missed**';
    const verdict = met === undefined ? '' : met ? 'met' : missed;
    return `| ${what} | ${value} | ${budget} | ${verdict} |`;
  });
  return `## ${title}\n\n${words}\n\n| what | measured | ${limit} | |\n| --- | ---: | ---: | --- |\n${rows.join('\n')}\n`;
}
