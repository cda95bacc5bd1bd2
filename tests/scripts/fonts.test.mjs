import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { FONTS, fonts, lettersOf, step } from '../../scripts/fonts.mjs';

test('the fonts in the tree are those that the script makes of the package', () => {
  assert.ok(readFileSync(FONTS).equals(fonts()), 'run "node scripts/fonts.mjs"');
});

test('a list of letters is read segment by segment', () => {
  const [first, last, glyph] = [65, 67, 4];
  const numbers = [0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 0, 0, 0, last, 0xffff, 0, first, 0xffff];
  numbers.push((glyph - first) & 0xffff, 1, 0, 0);
  const table = Buffer.alloc(2 * numbers.length);
  for (const [index, number] of numbers.entries()) table.writeUInt16BE(number, 2 * index);
  assert.deepEqual(
    [...lettersOf(table)],
    [
      [65, 4],
      [66, 5],
      [67, 6],
    ],
  );
});

// The reading of them is tested beside it, in src/pdf.
test('a step has as few bytes as it needs, and one that is too far is an error', () => {
  const far = [
    [0, 1279, 2],
    [-1279, 0, 2],
    [64, -64, 2],
    [65, 1, 3],
    [768, -768, 3],
    [769, 1, 4],
    [-4095, 4095, 4],
    [0, 1280, 4],
  ];
  for (const [dx, dy, bytes] of far) assert.equal(step(dx, dy).length, bytes, `${dx}, ${dy}`);
  assert.throws(() => step(4096, 1));
});
