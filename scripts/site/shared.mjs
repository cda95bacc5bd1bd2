// What two parts of the program share, put into the first of them.
//
// wasm-split makes a file of its own of the functions that two parts share, since each may come without the other. Here the
// second never comes without the first: so these functions travel with that one, and pack as small as if they were its own.

import { importsIn, numberBytes, textBytes } from './ports.mjs';
import { HEADER, sections } from './wasm.mjs';

const IMPORTS = 2;
const EXPORTS = 7;

/** Where a part that was put together has what it imports from. */
export const PROGRAM = 'program';
/** Where wasm-split lets the parts have it from. */
export const SPLIT = '__wasm_split';

const section = (id, entries) => {
  const body = Buffer.concat([numberBytes(entries.length), ...entries]);
  return Buffer.concat([Buffer.from([id]), numberBytes(body.length), body]);
};

/**
 * A program that does nothing but hand on what `part` imports, under the same names. wasm-merge joins what one file gives
 * and another takes; of two that take the same it makes two memories.
 */
export function handingOn(part) {
  const imports = sections(part).find(({ id }) => id === IMPORTS);
  const all = [...importsIn(imports.body)];
  const counts = new Map();
  const given = all.map(({ name, type: [kind] }) => {
    const place = counts.get(kind) ?? 0;
    counts.set(kind, place + 1);
    return Buffer.concat([textBytes(name), Buffer.from([kind]), numberBytes(place)]);
  });
  const taken = all.map(({ name, type }) => Buffer.concat([textBytes(PROGRAM), textBytes(name), type]));
  return Buffer.concat([part.subarray(0, HEADER), section(IMPORTS, taken), section(EXPORTS, given)]);
}
