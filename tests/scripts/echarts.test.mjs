import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptied } from '../../scripts/echarts-unreached.mjs';

const MODULE = `
export function kept() { return inner(); function inner() { return 1; } }
function gone(a) { return a + outer(); function outer() { return 2; } }
Shape.prototype.move = function (by) { return by; };
const kinds = { round: function () { return 3; }, flat: function () { return 4; } };
export const turn = function () { return 5; };
`;

test('functions become empty, by whatever name they are called', () => {
  const text = emptied(MODULE, new Set(['gone', 'outer', 'move', 'round', 'turn']));
  assert.equal(
    text,
    `
export function kept() { return inner(); function inner() { return 1; } }
function gone(a) {}
Shape.prototype.move = function (by) {};
const kinds = { round: function () {}, flat: function () { return 4; } };
export const turn = function () {};
`,
  );
});

test('a name that a module does not have is told', () => {
  const missing = [];
  emptied(MODULE, new Set(['kept', 'moved']), (name) => missing.push(name));
  assert.deepEqual(missing, ['moved']);
});
