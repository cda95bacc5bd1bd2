// Makes public/report-fonts.bin, the letters of the PDF file, out of the Open Sans of @fontsource (SIL OFL 1.1).
//
// The package has each script as a WOFF file: tables, each deflated. What is left out places letters for screens and
// sets ligatures; a PDF file needs outlines, widths and the list of letters. Letters that an earlier font has or that nobody
// writes any more are left out, and so are outlines that no letter leads to, such as those of ligatures. Each font is preceded by its length, and all is packed: hosts send a file of its kind as it is.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { ROOT } from './lib/paths.mjs';

export const FONTS = join(ROOT, 'public/report-fonts.bin');
const PACKAGE = join(ROOT, 'node_modules/@fontsource/open-sans/files');
/** The bold one, then in the order in which the app asks them for a letter. Those that share outlines stand side by side: so
 * they pack smaller. */
const FILES = [
  'latin-700',
  'latin-400',
  'latin-ext-400',
  'vietnamese-400',
  'greek-400',
  'cyrillic-400',
  'cyrillic-ext-400',
];
/** Letters of Cyrillic that no living language is written with: those before Peter the Great, and those of Komi in the 1920s. */
const HISTORIC = [
  [0x460, 0x489],
  [0x500, 0x50f],
];
/** What the bold font is for: the words of the app, which are English, and the letters of names of western Europe. The
 * others draw the rest, thickened. */
const BOLD = [
  [0x20, 0x7e],
  [0xa0, 0xa0],
  [0xb0, 0xb0],
  [0xb5, 0xb5],
  [0xb7, 0xb7],
  [0xc0, 0xff],
  [0x2013, 0x2014],
  [0x2018, 0x2019],
  [0x201c, 0x201d],
  [0x2026, 0x2026],
  [0x2212, 0x2212],
];
const KEPT = new Set(['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);

const padded = (length) => (length + 3) & ~3;

/** The tables of a WOFF file: `[tag, content]`. */
function tables(woff) {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = 44 + index * 20;
    const [offset, packed, length] = [4, 8, 12].map((place) => woff.readUInt32BE(at + place));
    const content = woff.subarray(offset, offset + packed);
    return [woff.toString('latin1', at, at + 4), packed < length ? inflateSync(content) : content];
  });
}

/** The letters of a font, each with its glyph: a table of segments (format 4). */
export function lettersOf(cmap) {
  const offset = cmap.readUInt32BE(8);
  const table = cmap.subarray(offset);
  if (table.readUInt16BE(0) !== 4) throw new Error('the list of letters is not in format 4');
  const size = table.readUInt16BE(6);
  const [ends, starts, deltas, ranges] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size];
  const letters = new Map();
  for (let at = 0; at < size; at += 2) {
    const range = table.readUInt16BE(ranges + at);
    const [first, last] = [table.readUInt16BE(starts + at), table.readUInt16BE(ends + at)];
    for (let letter = first; letter <= last && letter < 0xffff; letter += 1) {
      const listed = range && table.readUInt16BE(ranges + at + range + 2 * (letter - first));
      if (range && !listed) continue;
      letters.set(letter, ((range ? listed : letter) + table.readUInt16BE(deltas + at)) & 0xffff);
    }
  }
  return letters;
}

/** Letters and glyphs that follow each other, as segments `{ first, last, delta }`; the last one ends the table. */
function segmentsOf(letters) {
  const segments = [];
  for (const [letter, glyph] of [...letters].sort(([one], [other]) => one - other)) {
    const before = segments.at(-1);
    const delta = (glyph - letter) & 0xffff;
    if (before?.last === letter - 1 && before.delta === delta) before.last = letter;
    else segments.push({ first: letter, last: letter, delta });
  }
  return [...segments, { first: 0xffff, last: 0xffff, delta: 1 }];
}

/** The table of these letters, for Unicode as Windows numbers it. */
export function tableOf(letters) {
  const segments = segmentsOf(letters);
  const power = 2 ** Math.floor(Math.log2(segments.length));
  const numbers = [
    ...[0, 1, 3, 1, 0, 12],
    ...[4, 16 + 8 * segments.length, 0],
    ...[2 * segments.length, 2 * power, Math.log2(power), 2 * (segments.length - power)],
    ...segments.map(({ last }) => last),
    0,
    ...segments.map(({ first }) => first),
    ...segments.map(({ delta }) => delta),
    ...segments.map(() => 0),
  ];
  const table = Buffer.alloc(2 * numbers.length);
  for (const [index, number] of numbers.entries()) table.writeUInt16BE(number, 2 * index);
  return table;
}

const isIn = (ranges, letter) => ranges.some(([first, last]) => first <= letter && letter <= last);

const WORDS = 0x1;
const SCALES = [
  [0x8, 2],
  [0x40, 4],
  [0x80, 8],
];
const MORE = 0x20;

/** The glyphs that an outline is put together from; none where it is drawn by itself. */
function componentsOf(outline) {
  const found = [];
  if (outline.length < 2 || outline.readInt16BE(0) >= 0) return found;
  for (let at = 10, flags = MORE; flags & MORE; ) {
    flags = outline.readUInt16BE(at);
    found.push(outline.readUInt16BE(at + 2));
    at += flags & WORDS ? 8 : 6;
    for (const [flag, length] of SCALES) if (flags & flag) at += length;
  }
  return found;
}

/** The tables without the outlines and widths that no letter leads to; the first glyph stands for a missing one. */
export function withoutUnreached(tables) {
  const [glyf, loca, head, cmap, hmtx] = ['glyf', 'loca', 'head', 'cmap', 'hmtx'].map((tag) => tables.get(tag));
  if (head.readInt16BE(50) !== 0) throw new Error('the places of the outlines are not halved');
  const place = (glyph) => 2 * loca.readUInt16BE(2 * glyph);
  const outline = (glyph) => glyf.subarray(place(glyph), place(glyph + 1));
  const reached = new Set([0]);
  const waiting = [0, ...lettersOf(cmap).values()];
  for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
    reached.add(glyph);
    waiting.push(...componentsOf(outline(glyph)).filter((one) => !reached.has(one)));
  }
  const kept = [];
  const places = Buffer.alloc(loca.length);
  const widths = Buffer.from(hmtx);
  let length = 0;
  for (let glyph = 0; 2 * glyph + 2 < loca.length; glyph += 1) {
    places.writeUInt16BE(length / 2, 2 * glyph);
    if (!reached.has(glyph)) {
      // The last glyphs of a font can share one width.
      if (4 * glyph + 4 <= widths.length) widths.fill(0, 4 * glyph, 4 * glyph + 4);
      continue;
    }
    kept.push(outline(glyph));
    length += outline(glyph).length;
  }
  places.writeUInt16BE(length / 2, loca.length - 2);
  return new Map([...tables, ['glyf', Buffer.concat(kept)], ['loca', places], ['hmtx', widths]]);
}

function checksum(content) {
  let sum = 0;
  const whole = Buffer.concat([content, Buffer.alloc(padded(content.length) - content.length)]);
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}

/** A TrueType file of some tables. */
function trueType(kept) {
  const head = Buffer.alloc(12 + 16 * kept.length);
  const power = 2 ** Math.floor(Math.log2(kept.length));
  head.writeUInt32BE(0x00010000, 0);
  [kept.length, power * 16, Math.log2(power), kept.length * 16 - power * 16].forEach((value, index) => {
    head.writeUInt16BE(value, 4 + index * 2);
  });
  const parts = [head];
  let offset = head.length;
  kept.forEach(([tag, content], index) => {
    const at = 12 + index * 16;
    head.write(tag, at, 'latin1');
    for (const [place, value] of [checksum(content), offset, content.length].entries()) {
      head.writeUInt32BE(value, at + 4 + place * 4);
    }
    parts.push(content, Buffer.alloc(padded(content.length) - content.length));
    offset += padded(content.length);
  });
  return Buffer.concat(parts);
}

/** The fonts, one after the other. */
export function fonts() {
  const had = new Set();
  const parts = FILES.flatMap((name, place) => {
    const woff = readFileSync(join(PACKAGE, `open-sans-${name}-normal.woff`));
    const kept = new Map(tables(woff).filter(([tag]) => KEPT.has(tag)));
    const isBold = place === 0;
    const isWanted = (letter) => (isBold ? isIn(BOLD, letter) : !had.has(letter) && !isIn(HISTORIC, letter));
    const letters = [...lettersOf(kept.get('cmap'))].filter(([letter]) => isWanted(letter));
    kept.set('cmap', tableOf(letters));
    // What the bold one lacks is drawn by the others.
    if (!isBold) for (const [letter] of letters) had.add(letter);
    const font = trueType([...withoutUnreached(kept)]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(font.length);
    return [length, font];
  });
  return Buffer.concat(parts);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FONTS, fonts());
