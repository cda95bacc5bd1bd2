import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { fold, reminder } from '../../scripts/site/reminder.mjs';

const PLACES = { start: '20260310T213000', stamp: '20260310T200411Z', sequence: '5918651', rule: 'DAILY' };
const file = (await reminder()).replace(/{(\w+)}/g, (_, name) => PLACES[name]);

test('another program reads a daily event in the time of the clock on the wall, with an alarm at its start', () => {
  const calendar = new ICAL.Component(ICAL.parse(file));
  assert.equal(calendar.name, 'vcalendar');
  const [component, ...more] = calendar.getAllSubcomponents('vevent');
  assert.equal(more.length, 0);
  const event = new ICAL.Event(component);
  assert.equal(event.sequence, 5918651);
  assert.match(event.uid, /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  // Floating: it rings at this time wherever the phone is, and whatever daylight saving does.
  assert.deepEqual([event.startDate.zone.tzid, event.startDate.toString()], ['floating', '2026-03-10T21:30:00']);
  const days = event.iterator();
  const first = Array.from({ length: 3 }, () => days.next().toString());
  assert.deepEqual(first, ['2026-03-10T21:30:00', '2026-03-11T21:30:00', '2026-03-12T21:30:00']);
  assert.ok(event.isRecurring());
  const [alarm, ...others] = component.getAllSubcomponents('valarm');
  assert.equal(others.length, 0);
  assert.equal(alarm.getFirstPropertyValue('action'), 'DISPLAY');
  assert.equal(alarm.getFirstPropertyValue('trigger').toSeconds(), 0);
  for (const name of ['dtstamp', 'last-modified'])
    assert.equal(component.getFirstPropertyValue(name).toString(), '2026-03-10T20:04:11Z');
});

test('every line ends with CR LF, holds at most 75 octets, and none tells of an illness or a medicine', () => {
  assert.ok(file.endsWith('END:VCALENDAR\r\n'));
  assert.match(file, /^[\x20-\x7e\r\n]*$/);
  assert.doesNotMatch(file.replaceAll('\r\n', ''), /[\r\n{]/);
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.match(file, /\r\nSUMMARY:Daily log\r\n/);
  assert.doesNotMatch(file, /ldn|naltrexone|pain|symptom|diary|medicine/i);
});

test('a long line is folded between characters, never inside one', () => {
  const folded = fold(`DESCRIPTION:${'é'.repeat(60)}`);
  const lines = folded.split('\r\n');
  assert.equal(lines.length, 2);
  assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75));
  assert.ok(lines[1].startsWith(' '));
  assert.equal(folded.replaceAll('\r\n ', ''), `DESCRIPTION:${'é'.repeat(60)}`);
});
