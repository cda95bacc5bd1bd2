// A WASM file as its sections, its functions and their names.

import { numberAt, numberBytes, textAt } from './ports.mjs';

const CUSTOM = 0;
export const CODE = 10;
export const HEADER = 8;

/** The sections, each `{ id, name, body, start, end }`; `name` and `body` of a custom one apart. */
export function sections(wasm) {
  const found = [];
  for (let place = HEADER; place < wasm.length; ) {
    const [length, start] = numberAt(wasm, place + 1);
    const end = start + length;
    const [name, inner] = wasm[place] === CUSTOM ? textAt(wasm, start) : ['', start];
    found.push({ id: wasm[place], name, body: wasm.subarray(inner, end), start: place, end });
    place = end;
  }
  return found;
}

/** Reads numbers and texts one after the other. */
export function reader(bytes, start = 0) {
  let place = start;
  const number = () => {
    const [value, next] = numberAt(bytes, place);
    place = next;
    return value;
  };
  const text = () => {
    const [value, next] = textAt(bytes, place);
    place = next;
    return value;
  };
  const skip = (count) => {
    place += count;
  };
  return { number, text, skip, byte: () => bytes[place++], place: () => place, more: () => place < bytes.length };
}

/** The names of functions, by their numbers. */
export function functionNames(body) {
  const names = new Map();
  const read = reader(body);
  while (read.more()) {
    const kind = read.byte();
    const length = read.number();
    if (kind !== 1) read.skip(length);
    else for (let count = read.number(); count > 0; count -= 1) names.set(read.number(), read.text());
  }
  return names;
}

/** The bodies in the code section: `{ start, end }` within it. */
export function bodies(code) {
  const read = reader(code);
  return Array.from({ length: read.number() }, () => {
    const length = read.number();
    const start = read.place();
    read.skip(length);
    return { start, end: start + length };
  });
}
/** A custom section of this name. */
export function customSection(name, body) {
  const content = Buffer.concat([numberBytes(Buffer.byteLength(name)), Buffer.from(name), body]);
  return Buffer.concat([Buffer.from([CUSTOM]), numberBytes(content.length), content]);
}

/** How many functions a program asks of others: they are numbered before its own. */
export function importedFunctions(wasm) {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(wasm));
  return imports.filter(({ kind }) => kind === 'function').length;
}
