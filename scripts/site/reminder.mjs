// The daily reminder as the service worker fills it in: a calendar file with places for what is of one making, which the page
// says in its address. The program makes the same file by itself where no worker answers (src/exchange/calendar.rs).

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/paths.mjs';
import { functionsOf } from '../lib/words.mjs';

const FILE = 'src/exchange/calendar/reminder.ics';
/** RFC 5545, 3.1: a line has at most this many octets, without its line break. */
const LINE_OCTETS = 75;

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

/** The file, with the places `{start}`, `{stamp}`, `{sequence}` and `{rule}`. */
export async function reminder() {
  const words = await functionsOf('settings');
  const text = readFileSync(join(ROOT, FILE), 'utf8').replaceAll('{title}', value(words.event()));
  return text.replace(/.+\n/g, (line) => `${fold(line.trimEnd())}\r\n`);
}
