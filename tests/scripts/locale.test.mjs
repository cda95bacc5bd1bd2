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
    [['de-DE', 'en-US'], american],
    [['en-US@posix'], american],
    [['en_GB.UTF-8'], british],
    [['en-US-u-ca-buddhist'], american],
    [['en-US-u-nu-arab-ca-islamic'], american],
    [['en-Latn-CA'], 'November 22, 9 PM, 7'],
    [['en-AU'], '22 November, 9 PM, 1'],
    [['C', 'english', ''], british],
    [['th-TH-u-ca-buddhist-nu-thai'], british],
    [[], british],
    [undefined, british],
  ])
    assert.equal(await region(languages), expected, String(languages));
});

test('where the browser does not know weeks, the month that comes first stands for a week from Sunday', async () => {
  const { Locale } = Intl;
  class WithoutWeeks {}
  Intl.Locale = WithoutWeeks;
  try {
    assert.match(await region(['en-US', 'x-no-weeks']), /, 7$/);
    assert.match(await region(['en-GB', 'x-no-weeks']), /, 1$/);
  } finally {
    Intl.Locale = Locale;
  }
});
