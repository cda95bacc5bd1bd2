import assert from 'node:assert/strict';
import { test } from 'node:test';

/** What the app writes for a day and a time where the browser names these languages. */
async function written(languages) {
  Object.defineProperty(globalThis, 'navigator', { value: { languages }, configurable: true });
  const { dateText, timeText } = await import(`../../js/dates.js?${encodeURIComponent(String(languages))}`);
  return `${dateText('shortDate', 2026, 10, 29)}, ${timeText(21, 5)}`;
}

test('whatever a browser calls its languages, a day is written in a kind of English, by the common calendar', async () => {
  const british = 'Sun, 29 November 2026, 21:05';
  const american = 'Sun, November 29, 2026, 9:05 PM';
  for (const [languages, expected] of [
    [['en-GB'], british],
    [['de-DE', 'en-US'], american],
    [['en-US@posix'], american],
    [['en_GB.UTF-8'], british],
    [['en-US-u-ca-buddhist'], american],
    [['en-US-u-nu-arab-ca-islamic'], american],
    [['en-TH'], american],
    [['C', 'english', ''], british],
    [['th-TH-u-ca-buddhist-nu-thai'], british],
    [[], british],
    [undefined, british],
  ]) {
    // Some browsers set a narrow space before AM and PM.
    assert.equal((await written(languages)).replace('\u202f', ' '), expected, String(languages));
  }
});
