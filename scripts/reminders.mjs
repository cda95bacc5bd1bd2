// Writes the calendar files of the daily reminder, one for each half hour; with --check, says whether the committed ones
// are right. The times are floating: the alarm rings at this time of the clock on the wall, wherever the phone is and
// whatever daylight saving does. Nothing in them names an illness or a medicine, because calendars are copied to clouds.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './lib/paths.mjs';
import { functionsOf } from './lib/words.mjs';

const FOLDER = 'public/reminders';
const words = await functionsOf('reminders');
/** The day on which the series begins, and the instant at which these files were first made: they never change. */
const FIRST_DAY = '20260101';
const STAMP = '20260101T000000Z';
/** RFC 5545, 3.1: a line has at most this many octets, without its line break. */
const LINE_OCTETS = 75;

/** The times of day, as `2030`. */
export const TIMES = Array.from({ length: 48 }, (_, half) => {
  const hours = String(Math.floor(half / 2)).padStart(2, '0');
  return `${hours}${half % 2 ? '30' : '00'}`;
});

/** A name-based UUID (RFC 9562, version 5 in form): the same time has the same one for ever, so that opening a file twice adds no second reminder. */
function uid(time) {
  const hex = createHash('sha1').update(`daily-log-reminder-${time}`).digest('hex');
  const variant = ((Number.parseInt(hex[16], 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A text as a value (RFC 5545, 3.3.11). */
const value = (text) => text.replace(/[\\;,]/g, '\\$&');

/** A content line in pieces of at most 75 octets; every piece after the first begins with a space, which counts. */
export function fold(line) {
  const pieces = [];
  let piece = '';
  for (const character of line) {
    if (Buffer.byteLength(piece + character) > LINE_OCTETS) {
      pieces.push(piece);
      piece = ' ';
    }
    piece += character;
  }
  return [...pieces, piece].join('\r\n');
}

/** The text of one file. */
export function reminder(time) {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Daily log//Reminder//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uid(time)}`,
    `DTSTAMP:${STAMP}`,
    `DTSTART:${FIRST_DAY}T${time}00`,
    'DURATION:PT5M',
    'RRULE:FREQ=DAILY',
    `SUMMARY:${value(words.title())}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${value(words.title())}`,
    'TRIGGER:PT0M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** What is wrong with the committed files, one line each. */
export function faults(folder = join(ROOT, FOLDER)) {
  const expected = new Map(TIMES.map((time) => [`${time}.ics`, reminder(time)]));
  const present = existsSync(folder) ? readdirSync(folder) : [];
  const wrong = [...expected].filter(
    ([name, text]) => !present.includes(name) || readFileSync(join(folder, name), 'utf8') !== text,
  );
  return [
    ...wrong.map(([name]) => `${FOLDER}/${name} is not up to date`),
    ...present.filter((name) => !expected.has(name)).map((name) => `${FOLDER}/${name} belongs to no time`),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    for (const fault of faults()) {
      console.error(`${fault}: run node scripts/reminders.mjs and commit the result.`);
      process.exitCode = 1;
    }
  } else {
    mkdirSync(join(ROOT, FOLDER), { recursive: true });
    for (const time of TIMES) writeFileSync(join(ROOT, FOLDER, `${time}.ics`), reminder(time));
    console.log(`${FOLDER}: ${TIMES.length} files written`);
  }
}
