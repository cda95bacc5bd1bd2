import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { faults, fold, reminder, TIMES } from '../../scripts/reminders.mjs';

const FOLDER = join(ROOT, 'public/reminders');
const files = readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]);

/** Reads a calendar as RFC 5545 says: unfolds the lines, then each is a name and a value. */
function parse(text) {
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
}

test('there is one committed file for each half hour of the day, and it is what the script writes', () => {
  assert.equal(files.length, 48);
  assert.deepEqual([TIMES[0], TIMES[1], TIMES[41], TIMES[47]], ['0000', '0030', '2030', '2330']);
  assert.deepEqual(faults(), []);
});

test('every line ends with CR LF, holds at most 75 octets and only ASCII', () => {
  for (const [name, text] of files) {
    assert.ok(text.endsWith('END:VCALENDAR\r\n'), name);
    assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n]/, name);
    assert.match(text, /^[\x20-\x7e\r\n]*$/, name);
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, `${name}: ${line}`);
  }
});

test('a long line is folded between characters, never inside one', () => {
  const folded = fold(`DESCRIPTION:${'é'.repeat(60)}`);
  const lines = folded.split('\r\n');
  assert.equal(lines.length, 2);
  assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75));
  assert.ok(lines[1].startsWith(' '));
  assert.equal(folded.replaceAll('\r\n ', ''), `DESCRIPTION:${'é'.repeat(60)}`);
});

test('each file is a daily event in floating local time with an alarm at its start', () => {
  for (const [name, text] of files) {
    const lines = parse(text);
    const values = (key) => lines.filter(([found]) => found === key).map(([, value]) => value);
    assert.deepEqual(values('DTSTART'), [`20260101T${name.slice(0, 4)}00`], name);
    assert.deepEqual(values('DTSTAMP'), ['20260101T000000Z'], name);
    assert.deepEqual(values('RRULE'), ['FREQ=DAILY'], name);
    assert.deepEqual(values('TRIGGER'), ['PT0M'], name);
    assert.deepEqual(values('ACTION'), ['DISPLAY'], name);
    assert.deepEqual(values('BEGIN'), ['VCALENDAR', 'VEVENT', 'VALARM'], name);
    assert.deepEqual(values('END'), ['VALARM', 'VEVENT', 'VCALENDAR'], name);
  }
});

test('each time keeps an identity of its own', () => {
  const ids = files.map(([, text]) => parse(text).find(([key]) => key === 'UID')[1]);
  assert.equal(new Set(ids).size, 48);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(reminder('2000'), reminder('2000'));
});

test('nothing in a file tells of an illness or a medicine', () => {
  for (const [name, text] of files) {
    assert.match(text, /\r\nSUMMARY:Daily log\r\n/, name);
    assert.doesNotMatch(text, /ldn|naltrexone|pain|symptom|diary|medicine/i, name);
  }
});
