// The order of a program's functions. Each stands behind the one that it is most like, so that what is said again lies near:
// a phone fetches a fiftieth less. wasm-opt can sort functions by their names alone, so the order is put before those.

import { numberBytes } from './ports.mjs';
import { bodies, CODE, customSection, functionNames, HEADER, importedFunctions, sections } from './wasm.mjs';

/** How many bytes in a row are compared, and of how many functions at most: what more have tells nothing. */
const PIECE = 4;
const COMMON = 200;

/** The pieces of a function, each once. */
function piecesOf(body) {
  const found = new Set();
  for (let place = 0; place + PIECE <= body.length; place += 1) found.add(body.readInt32LE(place));
  return found;
}

/** The numbers of the functions in their order; each piece that two share counts the more, the fewer have it. */
export function byLikeness(functions) {
  const pieces = functions.map(piecesOf);
  const having = new Map();
  for (const [number, own] of pieces.entries()) {
    for (const piece of own) {
      if (!having.has(piece)) having.set(piece, []);
      having.get(piece).push(number);
    }
  }
  const order = [];
  const placed = new Uint8Array(functions.length);
  const shared = new Float64Array(functions.length);
  for (let next = 0; next >= 0; ) {
    order.push(next);
    placed[next] = 1;
    shared.fill(0);
    for (const piece of pieces[next]) {
      const others = having.get(piece);
      if (others.length > COMMON) continue;
      const weight = 1 / Math.log2(1 + others.length);
      for (const other of others) shared[other] += weight;
    }
    const own = pieces[next].size;
    let most = 0;
    next = placed.indexOf(0);
    for (const [other, count] of shared.entries()) {
      const likeness = placed[other] ? 0 : count / (own + pieces[other].size - count);
      if (likeness > most) [most, next] = [likeness, other];
    }
  }
  return order;
}

const PLACE = /^(\d+:)\d{5} /gm;

/** The program with the place of each function before its name, and nothing else named. */
export function namedByLikeness(wasm) {
  const all = sections(wasm);
  const code = all.find(({ id }) => id === CODE).body;
  const name = all.find((section) => section.name === 'name');
  const names = functionNames(name.body);
  const imported = importedFunctions(wasm);
  const functions = bodies(code).map(({ start, end }) => code.subarray(start, end));
  const places = new Map(byLikeness(functions).map((number, place) => [number, place]));
  const named = functions.map((_, number) => {
    const text = Buffer.from(`${String(places.get(number)).padStart(5, '0')} ${names.get(imported + number) ?? ''}`);
    return Buffer.concat([numberBytes(imported + number), numberBytes(text.length), text]);
  });
  const list = Buffer.concat([numberBytes(named.length), ...named]);
  const kept = all.filter((section) => section !== name).map(({ start, end }) => wasm.subarray(start, end));
  const section = customSection('name', Buffer.concat([Buffer.from([1]), numberBytes(list.length), list]));
  return Buffer.concat([wasm.subarray(0, HEADER), ...kept, section]);
}

/** A list of functions, `number:name` each, without the places before the names. */
export function withoutPlaces(list) {
  return list.replace(PLACE, '$1');
}
