// Makes public/report-fonts.bin, the letters of the PDF file, out of the Open Sans of @fontsource (SIL OFL 1.1), with the
// arrows, ticks and shapes that it lacks.
//
// The package has each script as a WOFF file. What is left out places letters for screens and sets ligatures; a PDF file
// needs outlines, widths and the list of letters, and those letters that nobody writes any more are left out too. All
// scripts become one font of each weight. The numbers of all glyphs stand apart by their kind, as in WOFF 2, so that hosts
// pack them to two thirds. `src/pdf/letters.rs` reads it.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { ROOT } from './lib/paths.mjs';

export const FONTS = join(ROOT, 'public/report-fonts.bin');
const PACKAGE = join(ROOT, 'node_modules/@fontsource/open-sans/files');
const BOLD_FILES = ['latin-700'];
/** A letter is taken of the first that has it. */
const FILES = [
  ...['latin-400', 'latin-ext-400', 'vietnamese-400', 'greek-400', 'cyrillic-400', 'cyrillic-ext-400'],
  ...['math-400', 'symbols-400'],
];
/** Letters of Cyrillic that no living language is written with: those before Peter the Great, and those of Komi in the 1920s. */
const HISTORIC = [
  [0x460, 0x489],
  [0x500, 0x50f],
];
/** What is no letter: control characters, marks of direction, the sign for what can't be read. */
const UNSEEN = [
  [0, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0xfeff, 0xffff],
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
/** Into how many units the size of the letters is divided: what PDF counts in, and finer than any printer. */
export const UNITS = 1000;

const isIn = (ranges, letter) => ranges.some(([first, last]) => first <= letter && letter <= last);

/** The tables of a WOFF file by their names. */
function tablesOf(woff) {
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = 44 + index * 20;
    const [offset, packed, length] = [4, 8, 12].map((place) => woff.readUInt32BE(at + place));
    const content = woff.subarray(offset, offset + packed);
    return [woff.toString('latin1', at, at + 4), packed < length ? inflateSync(content) : content];
  });
  return new Map(tables);
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

/** The glyphs that an outline is put together from, each with where it is moved to. */
function partsOf(outline) {
  const [WORDS, MOVED, MORE, SCALED] = [0x1, 0x2, 0x20, 0xc8];
  const parts = [];
  for (let at = 10, flags = MORE; flags & MORE; ) {
    flags = outline.readUInt16BE(at);
    if (!(flags & MOVED) || flags & SCALED) throw new Error('a part is more than moved');
    const glyph = outline.readUInt16BE(at + 2);
    const [x, y] = [0, 1].map((axis) =>
      flags & WORDS ? outline.readInt16BE(at + 4 + 2 * axis) : outline.readInt8(at + 4 + axis),
    );
    parts.push({ glyph, x, y });
    at += flags & WORDS ? 8 : 6;
  }
  return parts;
}

/** The lines around a glyph, each a list of points. */
function contoursOf(outline) {
  const [ON, REPEATED] = [0x1, 0x8];
  const ends = Array.from({ length: outline.readInt16BE(0) }, (_, index) => outline.readUInt16BE(10 + 2 * index));
  let at = 10 + 2 * ends.length;
  at += 2 + outline.readUInt16BE(at);
  const many = ends.at(-1) + 1;
  const flags = [];
  while (flags.length < many) {
    const flag = outline[at++];
    flags.push(...Array(flag & REPEATED ? outline[at++] + 1 : 1).fill(flag));
  }
  /** All numbers of one axis: `short` says that a step has one byte, `same` its sign, or that there is none. */
  const axis = (short, same) => {
    let place = 0;
    return flags.map((flag) => {
      if (flag & short) place += flag & same ? outline[at++] : -outline[at++];
      else if (!(flag & same)) {
        place += outline.readInt16BE(at);
        at += 2;
      }
      return place;
    });
  };
  const xs = axis(0x2, 0x10);
  const ys = axis(0x4, 0x20);
  const points = flags.map((flag, index) => ({ x: xs[index], y: ys[index], on: Boolean(flag & ON) }));
  return ends.map((end, index) => points.slice(index ? ends[index - 1] + 1 : 0, end + 1));
}

/** A font of the package: its glyphs, and which letter is which. */
function read(name) {
  const tables = tablesOf(readFileSync(join(PACKAGE, `open-sans-${name}-normal.woff`)));
  const [glyf, loca, head, hhea, hmtx] = ['glyf', 'loca', 'head', 'hhea', 'hmtx'].map((tag) => tables.get(tag));
  if (head.readInt16BE(50) !== 0) throw new Error('the places of the outlines are not halved');
  const place = (glyph) => 2 * loca.readUInt16BE(2 * glyph);
  const units = head.readUInt16BE(18);
  const rounded = (value) => Math.round((value * UNITS) / units);
  const inUnits = (place) => ({ ...place, x: rounded(place.x), y: rounded(place.y) });
  const glyphs = Array.from({ length: loca.length / 2 - 1 }, (_, glyph) => {
    const outline = glyf.subarray(place(glyph), place(glyph + 1));
    // The last glyphs of a font can share one width.
    const width = rounded(hmtx.readUInt16BE(4 * Math.min(glyph, hhea.readUInt16BE(34) - 1)));
    const isComposed = outline.length > 0 && outline.readInt16BE(0) < 0;
    const contours = outline.length > 0 && !isComposed ? contoursOf(outline) : [];
    const parts = isComposed ? partsOf(outline).map(inUnits) : [];
    return { width, contours: contours.map((points) => points.map(inUnits)), parts };
  });
  const edges = [4, 6].map((at) => rounded(hhea.readInt16BE(at)));
  return { glyphs, letters: lettersOf(tables.get('cmap')), edges };
}

const polygon = (...corners) => corners.map(([x, y]) => ({ x, y, on: true }));
/** Of corners and of what curves bend to. */
const curved = (...points) => points.map(([x, y, on]) => ({ x, y, on: Boolean(on) }));
/** A line around, of curves that meet the eighths of a circle. */
function circle([x, y], radius) {
  const points = Array.from({ length: 16 }, (_, index) => {
    const reach = index % 2 ? radius / Math.cos(Math.PI / 8) : radius;
    const angle = (-index * Math.PI) / 8;
    return {
      x: Math.round(x + reach * Math.cos(angle)),
      y: Math.round(y + reach * Math.sin(angle)),
      on: index % 2 === 0,
    };
  });
  return points;
}
const inside = (points) => [...points].reverse();
const turned = (points, angle, [x, y]) =>
  points.map((point) => {
    const [dx, dy] = [point.x - x, point.y - y];
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return { ...point, x: Math.round(x + dx * cos - dy * sin), y: Math.round(y + dx * sin + dy * cos) };
  });

/** Signs that people write in notes and the package has not, drawn on the line of its plus and minus. */
function drawn() {
  const middle = [440, 361];
  const arrow = polygon([60, 325], [540, 325], [540, 171], [820, 361], [540, 551], [540, 397], [60, 397]);
  const both = polygon(
    ...[
      [60, 361],
      [310, 171],
      [310, 325],
      [570, 325],
      [570, 171],
      [820, 361],
    ],
    ...[
      [570, 551],
      [570, 397],
      [310, 397],
      [310, 551],
    ],
  );
  const double = [
    polygon([60, 251], [620, 251], [620, 317], [60, 317]),
    polygon([60, 405], [620, 405], [620, 471], [60, 471]),
  ];
  double.push(polygon([520, 151], [580, 101], [840, 361], [580, 621], [520, 571], [735, 361]));
  const tick = polygon([50, 330], [130, 395], [270, 190], [570, 725], [655, 675], [285, 30]);
  const cross = polygon(
    ...[
      [60, 130],
      [275, 361],
      [60, 592],
      [125, 660],
      [340, 430],
      [555, 660],
    ],
    ...[
      [620, 592],
      [405, 361],
      [620, 130],
      [555, 62],
      [340, 292],
      [125, 62],
    ],
  );
  const square = (edge) => polygon([edge, edge], [edge, 720 - edge], [720 - edge, 720 - edge], [720 - edge, edge]);
  const box = [square(50), inside(square(105))];
  const small = (points) =>
    points.map((point) => ({ ...point, x: 116 + Math.round(0.7 * point.x), y: 104 + Math.round(0.7 * point.y) }));
  const triangle = polygon([40, 60], [360, 660], [680, 60]);
  const star = (reach) =>
    polygon(
      ...Array.from({ length: 10 }, (_, index) => {
        const [far, angle] = [reach * (index % 2 ? 0.4 : 1), (index * Math.PI) / 5];
        return [Math.round(390 + far * Math.sin(angle)), Math.round(350 + far * Math.cos(angle))];
      }),
    );
  const heart = curved(
    ...[
      [360, 40, 1],
      [60, 330, 1],
      [40, 350, 0],
      [40, 490, 1],
      [40, 660, 0],
      [200, 660, 1],
      [310, 660, 0],
      [360, 560, 1],
    ],
    ...[
      [410, 660, 0],
      [520, 660, 1],
      [680, 660, 0],
      [680, 490, 1],
      [680, 350, 0],
      [660, 330, 1],
    ],
  );
  const bars = [141, 325, 509].map((y) => polygon([60, y], [60, y + 72], [540, y + 72], [540, y]));
  const face = (mouth) => {
    const eyes = [290, 510].map((x) => circle([x, 450], 40));
    return [circle([400, 350], 345), inside(circle([400, 350], 295)), ...eyes, mouth];
  };
  const smile = curved([215, 270, 1], [400, 20, 0], [585, 270, 1], [535, 290, 1], [400, 110, 0], [265, 290, 1]);
  const quarter = Math.PI / 2;
  const round = [360, 360];
  return [
    ['→➡', 880, [arrow]],
    ['←⬅', 880, [turned(arrow, 2 * quarter, middle)]],
    ['↑⬆', 880, [turned(arrow, quarter, middle)]],
    ['↓⬇', 880, [turned(arrow, -quarter, middle)]],
    ['↗', 880, [turned(arrow, quarter / 2, middle)]],
    ['↘', 880, [turned(arrow, -quarter / 2, middle)]],
    ['↖', 880, [turned(arrow, 1.5 * quarter, middle)]],
    ['↙', 880, [turned(arrow, -1.5 * quarter, middle)]],
    ['↔', 880, [both]],
    ['↕', 880, [turned(both, quarter, middle)]],
    ['⇒', 900, double],
    ['⇐', 900, double.map((points) => turned(points, 2 * quarter, [450, 361]))],
    ['✓✔✅', 700, [tick]],
    ['✗✘✕✖❌', 680, [cross]],
    ['☐□', 720, box],
    ['☑', 720, [...box, small(tick)]],
    ['☒', 720, [...box, small(cross)]],
    ['■', 720, [square(50)]],
    ['●', 720, [circle(round, 300)]],
    ['○', 720, [circle(round, 300), inside(circle(round, 245))]],
    ['▲', 720, [triangle]],
    ['▼', 720, [turned(triangle, 2 * quarter, round)]],
    ['★⭐', 780, [star(390)]],
    ['☆', 780, [star(390), inside(star(280))]],
    ['♥❤', 720, [heart]],
    ['≡', 600, bars],
    ['🙂☺', 800, face(smile)],
    ['🙁☹', 800, face(turned(smile, 2 * quarter, [400, 215]))],
    ['😐', 800, face(polygon([250, 190], [250, 245], [550, 245], [550, 190]))],
  ].map(([letters, width, contours]) => ({ letters: [...letters], glyph: { width, contours, parts: [] } }));
}

/** Some fonts as one: glyph 0 stands for none, then those of the letters in their order, then those that are only parts. */
function together(names, isWanted, more) {
  const fonts = names.map(read);
  /** letter → [font, glyph] */
  const sources = new Map();
  for (const font of fonts)
    for (const [letter, glyph] of font.letters)
      if (isWanted(letter) && !isIn(UNSEEN, letter) && !sources.has(letter))
        sources.set(letter, [font, font.glyphs[glyph]]);
  for (const { letters, glyph } of more)
    for (const letter of letters) {
      const number = letter.codePointAt(0);
      if (!sources.has(number)) sources.set(number, [undefined, glyph]);
    }
  const letters = [...sources.keys()].sort((one, other) => one - other);
  const glyphs = [{ width: 0, contours: [], parts: [] }];
  const known = new Map();
  const shapeOf = ({ contours }) => JSON.stringify(contours);
  // Two letters of one shape, such as A of Latin, Greek and Cyrillic, share it.
  for (const [index, letter] of letters.entries()) {
    const [, glyph] = sources.get(letter);
    if (glyph.contours.length && !known.has(shapeOf(glyph))) known.set(shapeOf(glyph), index + 1);
  }
  const partsOnly = [];
  const numberOf = (glyph) => {
    const shape = shapeOf(glyph);
    if (!known.has(shape)) {
      known.set(shape, letters.length + 1 + partsOnly.length);
      partsOnly.push(glyph);
    }
    return known.get(shape);
  };
  for (const [index, letter] of letters.entries()) {
    const [font, glyph] = sources.get(letter);
    const parts = glyph.parts.map((part) => ({ ...part, glyph: numberOf(font.glyphs[part.glyph]) }));
    const first = known.get(shapeOf(glyph));
    if (glyph.contours.length && first !== index + 1)
      glyphs.push({ ...glyph, contours: [], parts: [{ glyph: first, x: 0, y: 0 }] });
    else glyphs.push({ ...glyph, parts });
  }
  return { letters, glyphs: [...glyphs, ...partsOnly], edges: fonts[0].edges };
}

/** A number from 0: seven bits a byte, the highest first; the last byte has its highest bit unset. */
function number(value) {
  const bytes = [value & 0x7f];
  for (let rest = value >> 7; rest; rest >>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}

const signed = (value) => number(value < 0 ? -2 * value - 1 : 2 * value);

/** A step from one point to the next as WOFF 2 has it (5.2): a byte that says how many bits each axis has and both signs, and
 * those bits. */
export function step(dx, dy) {
  const [x, y] = [Math.abs(dx), Math.abs(dy)];
  const [right, up] = [dx < 0 ? 0 : 1, dy < 0 ? 0 : 2];
  if (dx === 0 && y < 1280) return [2 * (y >> 8) + up / 2, y & 0xff];
  if (dy === 0 && x < 1280) return [10 + 2 * (x >> 8) + right, x & 0xff];
  const [a, b] = [x - 1, y - 1];
  if (x && y && x <= 64 && y <= 64)
    return [20 + (a & 0x30) + ((b & 0x30) >> 2) + right + up, ((a & 15) << 4) | (b & 15)];
  if (x && y && x <= 768 && y <= 768) return [84 + 12 * (a >> 8) + 4 * (b >> 8) + right + up, a & 0xff, b & 0xff];
  if (x >= 4096 || y >= 4096) throw new Error(`a step of ${dx}, ${dy} is too far`);
  return [120 + right + up, x >> 4, ((x & 15) << 4) | (y >> 8), y & 0xff];
}

/** The fonts as streams of one kind each: facts, letters, widths, shapes, counts, parts, moves, steps, bits. */
export function fonts() {
  const [facts, letters, widths, shapes, counts, parts, moves, steps, bits] = Array.from({ length: 9 }, () => []);
  const isBold = (letter) => isIn(BOLD, letter);
  const all = [together(BOLD_FILES, isBold, []), together(FILES, (letter) => !isIn(HISTORIC, letter), drawn())];
  for (const font of all) {
    const points = font.glyphs.flatMap(({ contours }) => contours.flat());
    const edges = ['x', 'y'].flatMap((axis) => {
      const places = points.map((point) => point[axis]);
      return [Math.min(...places), Math.max(...places)];
    });
    facts.push(
      ...number(font.letters.length),
      ...number(font.glyphs.length),
      ...[...font.edges, ...edges].flatMap(signed),
    );
    for (const [index, letter] of font.letters.entries())
      letters.push(...number(letter - (font.letters[index - 1] ?? 0)));
    for (const glyph of font.glyphs) {
      widths.push(...number(glyph.width));
      // Of two kinds: lines around it, or glyphs that it is put together from.
      shapes.push(glyph.parts.length ? 0x80 | glyph.parts.length : glyph.contours.length);
      for (const part of glyph.parts) {
        parts.push(...number(part.glyph));
        moves.push(...signed(part.x), ...signed(part.y));
      }
      let [x, y] = [0, 0];
      for (const contour of glyph.contours) {
        counts.push(...number(contour.length));
        for (const point of contour) {
          const [flag, ...rest] = step(point.x - x, point.y - y);
          steps.push(point.on ? flag : flag | 0x80);
          bits.push(...rest);
          [x, y] = [point.x, point.y];
        }
      }
    }
  }
  const streams = [facts, letters, widths, shapes, counts, parts, moves, steps, bits].map((bytes) =>
    Buffer.from(bytes),
  );
  const lengths = Buffer.alloc(4 * streams.length);
  for (const [index, { length }] of streams.entries()) lengths.writeUInt32BE(length, 4 * index);
  return Buffer.concat([lengths, ...streams]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FONTS, fonts());
