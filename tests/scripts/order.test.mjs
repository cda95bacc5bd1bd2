import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byLikeness, namedByLikeness, withoutPlaces } from '../../scripts/site/order.mjs';

const section = (id, bytes) => [id, bytes.length, ...bytes];
const text = (value) => [value.length, ...Buffer.from(value)];

/** Constants that are dropped again: no two functions of the first kind are the same, and all are alike. */
const body = (numbers) => [0, ...numbers.flatMap((number) => [0x41, number, 0x1a]), 0x0b];
const ROUND = [1, 2, 3, 4, 5, 6];
const FLAT = [31, 32, 33, 34, 35, 36];
const BODIES = [ROUND, FLAT, [...ROUND, 7], [...FLAT, 37], [8, ...ROUND]].map(body);
const NAMES = ['round', 'flat', 'rounder', 'flatter', 'roundest'];

/** A program that imports one function and has five of its own. */
function program() {
  const names = [...NAMES.entries()].flatMap(([number, name]) => [number + 1, ...text(name)]);
  const list = [NAMES.length, ...names];
  return Buffer.from([
    ...[...Buffer.from('\0asm'), 1, 0, 0, 0],
    ...section(1, [1, 0x60, 0, 0]),
    ...section(2, [1, ...text('a'), ...text('b'), 0, 0]),
    ...section(3, [BODIES.length, ...BODIES.map(() => 0)]),
    ...section(10, [BODIES.length, ...BODIES.flatMap((one) => [one.length, ...one])]),
    ...section(0, [...text('name'), 1, list.length, ...list]),
  ]);
}

test('each function stands behind the one that it is most like', () => {
  const order = byLikeness(BODIES.map((one) => Buffer.from(one)));
  assert.deepEqual([...order].sort(), [0, 1, 2, 3, 4]);
  assert.equal(order[0], 0);
  assert.deepEqual(new Set(order.slice(0, 3)), new Set([0, 2, 4]));
});

test('its place stands before its name, in a program that is the same otherwise', () => {
  const named = namedByLikeness(program());
  const names = Buffer.from(WebAssembly.Module.customSections(new WebAssembly.Module(named), 'name')[0]).toString();
  const places = [...names.matchAll(/0000([0-4]) (\w+)/g)].sort(([, one], [, other]) => one - other);
  assert.deepEqual(
    places.map(([, , name]) => name.startsWith('round')),
    [true, true, true, false, false],
  );
  const rest = (wasm) => wasm.subarray(0, wasm.indexOf('name') - 3);
  assert.deepEqual(rest(named), rest(program()));
});

test('the list of functions says their names alone', () => {
  assert.equal(withoutPlaces('0:00017 one\n1:00002 two 00003 \n'), '0:one\n1:two 00003 \n');
});
