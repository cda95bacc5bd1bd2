// Diaries that nobody keeps in a file: as long, as full and as odd as they get, as backups.

const DAY = 86_400_000;
const iso = (time) => new Date(time).toISOString().slice(0, 10);

/** The last day of each of them. */
export const LAST = '2026-06-07';

const ITEMS = ['pain', 'fatigue', 'sleep_quality', 'overall', 'tolerability'];
const MORE_ITEMS = ['highest_pain', 'stress', 'sadness', 'thinking', 'stomach', 'headache_severity'];
const EFFECTS = ['vivid_dreams', 'headache', 'insomnia', 'nausea', 'dizziness', 'dry_mouth', 'anxiety'];

/**
 * A diary of so many days. `phases` further phases of `each` days follow a baseline of 14; `own` adds items of these names;
 * `note` stands on every tenth day; `asks` stands as each of three questions for a visit on the last day.
 */
export function diary({ days, phases = 0, each = 28, own = [], note = '', condition = 'fibromyalgia', asks = '' }) {
  const last = Date.parse(LAST);
  const first = last - (days - 1) * DAY;
  const ownItems = own.map((name, index) => ({ id: `own_${index + 1}`, name, better: 'lower' }));
  const items = [...ITEMS, ...(own.length ? MORE_ITEMS : []), ...ownItems.map(({ id }) => id)];
  const starts = Array.from({ length: phases }, (_, index) => iso(first + (14 + index * each) * DAY));
  const kinds = ['ldn', 'placebo', 'washout'];
  const recorded = Array.from({ length: days }, (_, index) => index).filter((index) => days < 5 || index % 9 !== 4);
  return JSON.stringify({
    format: 'ldn-diary',
    version: 1,
    settings: { condition, day_ends_at: '04:00', items_on: items, own_items: ownItems, side_effects_on: EFFECTS },
    visits: asks
      ? {
          1: {
            date: LAST,
            time: '14:30',
            with: 'Dr Lind',
            questions: Array(3).fill(asks),
            changed_at: `${LAST}T09:00:00Z`,
          },
        }
      : undefined,
    phases: [
      { kind: 'baseline', from: iso(first) },
      ...starts.map((from, index) => ({ kind: kinds[index % 3], from })),
    ],
    dose_steps: starts
      .filter((_, index) => index % 3 === 0)
      .map((from, index) => ({ from, micrograms: 500 * (index + 1) })),
    days: recorded.map((index) => {
      const date = iso(first + index * DAY);
      const late = index % 13 === 0;
      return {
        date,
        recorded_at: `${late ? iso(first + (index + 2) * DAY) : date}T21:00:00+02:00`,
        items: Object.fromEntries(items.map((item, place) => [item, (index * 37 + place * 29) % 101])),
        side_effects: Object.fromEntries(EFFECTS.map((effect, place) => [effect, (index + place) % 5 === 0])),
        dose_taken: { micrograms: 4500 },
        note: index % 10 === 0 ? note : '',
      };
    }),
  });
}

const WIDE = 'W'.repeat(40);

/** What a report has to bear. */
export const DIARIES = {
  'one day': { days: 1 },
  'two weeks': { days: 14 },
  '22 weeks': { days: 154, phases: 3, each: 40 },
  'two years': { days: 730, phases: 5, each: 120, note: 'Cold, damp day' },
  'ten years': { days: 3650, phases: 60, each: 60 },
  'many phases': { days: 400, phases: 90, each: 4 },
  'wide names': { days: 200, phases: 3, each: 50, own: Array(6).fill(WIDE), condition: WIDE },
  'a visit': { days: 154, phases: 3, each: 40, asks: 'Shall I go on as it is, or is there more to try? '.repeat(4) },
  'a visit, wide': {
    days: 200,
    phases: 3,
    each: 50,
    own: Array(6).fill(WIDE),
    condition: WIDE,
    asks: 'W'.repeat(200),
  },
  'another alphabet': {
    days: 60,
    phases: 1,
    own: ['ضبابية الدماغ وصعوبة التركيز كل يوم مساء'],
    condition: 'ألم عضلي ليفي',
    asks: 'هل يجب أن أستمر في الدواء نفسه وكم من الوقت؟ '.repeat(4),
  },
};
