import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { FONTS, fonts, lettersOf, tableOf, withoutUnreached } from '../../scripts/fonts.mjs';

test('the fonts in the tree are those that the script makes of the package', () => {
  assert.ok(readFileSync(FONTS).equals(fonts()), 'run "node scripts/fonts.mjs"');
});

/** A list of letters in format 4, of one segment and the last. */
function letters(first, last, glyph) {
  const numbers = [0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 0, 0, 0, last, 0xffff, 0, first, 0xffff];
  numbers.push((glyph - first) & 0xffff, 1, 0, 0);
  const table = Buffer.alloc(2 * numbers.length);
  for (const [index, number] of numbers.entries()) table.writeUInt16BE(number, 2 * index);
  return table;
}

test('a list of letters is read as it was written', () => {
  const written = [
    [32, 3],
    [65, 4],
    [66, 5],
    [67, 9],
    [0x1e9e, 6],
  ];
  assert.deepEqual([...lettersOf(tableOf(written))], written);
});

test('an outline and a width that no letter leads to are left out, those that others are put together from stay', () => {
  const drawn = (mark) => Buffer.from([0, 1, ...Array(9).fill(mark)].concat(mark));
  const composed = (glyph) => Buffer.from([0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, glyph, 0, 0]);
  const outlines = [drawn(1), composed(3), drawn(2), drawn(3), drawn(4)];
  const loca = Buffer.alloc(12);
  outlines.forEach((_, index) => {
    loca.writeUInt16BE(outlines.slice(0, index + 1).reduce((sum, { length }) => sum + length, 0) / 2, 2 * index + 2);
  });
  const tables = new Map([
    ['glyf', Buffer.concat(outlines)],
    ['loca', loca],
    ['head', Buffer.alloc(54)],
    ['hmtx', Buffer.alloc(20, 7)],
    // The letter A is drawn by glyph 1.
    ['cmap', letters(65, 65, 1)],
  ]);
  assert.deepEqual([...lettersOf(tables.get('cmap'))], [[65, 1]]);
  const kept = withoutUnreached(tables);
  assert.deepEqual(kept.get('glyf'), Buffer.concat([outlines[0], outlines[1], outlines[3]]));
  assert.deepEqual(
    [...kept.get('hmtx')]
      .map((width, index) => (width ? index >> 2 : undefined))
      .filter((glyph) => glyph !== undefined),
    [0, 1, 3].flatMap((glyph) => Array(4).fill(glyph)),
  );
  const places = Array.from({ length: 6 }, (_, index) => 2 * kept.get('loca').readUInt16BE(2 * index));
  assert.deepEqual(places, [0, 12, 28, 28, 40, 40]);
});
