import assert from 'node:assert/strict';
import { test } from 'node:test';

/** What the app takes as the reader's region where the browser names these languages. */
async function region(languages) {
  Object.defineProperty(globalThis, 'navigator', { value: { languages }, configurable: true });
  const { monthFirst, twelveHours, firstWeekday } = await import(
    `../../js/locale.js?${encodeURIComponent(String(languages))}`
  );
  return `${monthFirst() ? 'November 22' : '22 November'}, ${twelveHours() ? '9 PM' : '21:00'}, ${firstWeekday()}`;
}

test('whatever a browser calls its languages, there is a region that writes a kind of English', async () => {
  const british = '22 November, 21:00, 1';
  const american = 'November 22, 9 PM, 7';
  for (const [languages, expected] of [
    [['en-GB'], british],
    [['de-DE', 'en-US'], 'November 22, 9 PM, 1'],
    [['en-US@posix'], american],
    [['en_GB.UTF-8'], british],
    [['en-US-u-ca-buddhist'], american],
    [['en-US-u-nu-arab-ca-islamic'], american],
    [['en-Latn-CA'], 'November 22, 9 PM, 7'],
    [['en-AU'], '22 November, 9 PM, 1'],
    [['C', 'english', ''], british],
    [['th-TH-u-ca-buddhist-nu-thai'], '22 November, 21:00, 7'],
    [[], british],
    [undefined, british],
  ])
    assert.equal(await region(languages), expected, String(languages));
});

/** The first day of a week where the reader lives: 1 for Monday. */
const WEEKS = [
  ['de', 1],
  ['en-GB', 1],
  ['en-US', 7],
  ['en', 7],
  ['pt-BR', 7],
  ['ar-EG', 6],
  ['ar', 6],
  ['fa-IR', 6],
  ['he-IL', 7],
  ['he', 7],
  ['dv-MV', 5],
  ['es-419', 1],
];

test('a week begins as where the reader lives', async () => {
  for (const [language, day] of WEEKS) assert.equal((await region([language, 'en-AU'])).at(-1), String(day), language);
  assert.match(await region(['C', 'en-US']), /, 7$/, 'what is no language is passed over');
});

test('a week begins in every region as CLDR says', async () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  // Of old names there are no readers, and ZZ is no region.
  const codes = letters.flatMap((one) => letters.map((other) => one + other));
  const regions = codes.filter((code) => names.of(code) && !['ZZ', 'BU', 'RH', 'YD'].includes(code));
  for (const code of regions) {
    const locale = new Intl.Locale(`und-${code}`);
    const { firstDay } = locale.getWeekInfo?.() ?? locale.weekInfo;
    assert.equal((await region([`en-${code}`])).at(-1), String(firstDay), code);
  }
});
