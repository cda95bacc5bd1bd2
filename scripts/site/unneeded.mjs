// The program without what nobody would ever see or call, taken away before it is split, while the linker's notes still
// tell what each function needs; the splitter then leaves out whatever only that had needed.
//
// * A panic stops the program where it happens, with the browser's own message and stack; it no longer puts words
//   together. The words, the names of source files and what writes them are a twentieth of what a phone fetches, and its
//   owner never sees them. `names.txt` beside the parts tells a developer which function each number of the stack is.
// * What writes values as a developer reads them (`Debug`): a panic alone would show it. And the words of serde's errors: what
//   is wrong with a file is said in words of our own. Both write nothing.
// * Streams, which packages offer to JavaScript and this app does not use.

import { numberBytes } from './ports.mjs';
import { bodies, CODE, customSection, functionNames, HEADER, importedFunctions, reader, sections } from './wasm.mjs';

const TYPES = 1;
const FUNCTIONS = 3;
const DATA = 11;

/** Functions of Rust's library that tell of a panic, by their mangled names; none of them returns. */
const PANICS = new RegExp(
  `^_(?:RI?Nv|ZN)\\w*?\\d(?:${[
    'panic',
    'panic_(?:fmt|display|bounds_check|const_\\w+|access_error|poisoned|already\\w*borrowed|on_ord_violation|with_hook)',
    'assert_failed(?:_inner)?',
    '(?:unwrap|expect)_failed',
    'slice_(?:index|error)_fail(?:_rt)?',
    'len_mismatch_fail',
    'handle_(?:alloc_)?error',
    'begin_panic',
    'rust_begin_unwind',
  ].join('|')})(?:[a-zR]{2,3}E\\w*|17h\\w{16}E)?$`,
);

/** What writes a value as a developer reads it, by its mangled name. The compiler makes one function of two that are alike,
 * with the name of either: chrono's dates are written for people by the same one, what stands behind a reference may be one of
 * them, and a short one hands on to another. These stay. */
const DEBUG = /^_(?:RNvX\w*?5Debug3fmt(?:[BC]\w*)?(?:\.\d+)?|ZN\S*core\.\.fmt\.\.Debug\$GT\$3fmt17h\w{16}E)$/;
const FOR_PEOPLE = /6chrono|chrono\.\.|\$RF\$T/;
const HANDS_ON = 40;

/** What writes the words of serde's errors. */
const ERRORS =
  /^_ZN\d+_\$LT\$serde_(?:json\.\.error|core\.\.de)\.\.\w+\$u20\$as\$u20\$core\.\.fmt\.\.Display\$GT\$3fmt17h\w{16}E$/;

/** What wasm-streams exports. */
const STREAMS = /^(?:__wbg_)?intounderlying\w+$/;

/** The end of a body that can only end in a trap. */
const TRAP_AND_END = Buffer.from([0x00, 0x0b]);
/** A body that only traps, and one that only says that all went well: their beginnings, what fills them, and their end. */
const [TRAPS, WRITES_NOTHING] = [
  [0x00, 0x00],
  [0x00, 0x41, 0x00],
];
const NOTHING = 0x01;
const END = 0x0b;
const I32 = 0x7f;

/** The kinds of notes that have one more number, and that of an address in the code. */
const WITH_ADDEND = new Set([3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 25]);
const ADDRESS = new Set([3, 4]);

/** The data symbols of the linker's table, by their number: `{ segment, offset, size }`. */
function dataSymbols(linking) {
  const SYMBOLS = 8;
  const [DATA_SYMBOL, SECTION_SYMBOL] = [1, 3];
  const [UNDEFINED, NAMED] = [0x10, 0x40];
  const found = new Map();
  const read = reader(linking);
  read.number();
  while (read.more()) {
    const kind = read.byte();
    const length = read.number();
    if (kind !== SYMBOLS) {
      read.skip(length);
      continue;
    }
    const count = read.number();
    for (let symbol = 0; symbol < count; symbol += 1) {
      const what = read.byte();
      const flags = read.number();
      if (what === DATA_SYMBOL) {
        read.text();
        if (!(flags & UNDEFINED)) {
          found.set(symbol, { segment: read.number(), offset: read.number(), size: read.number() });
        }
      } else {
        read.number();
        if (what !== SECTION_SYMBOL && (!(flags & UNDEFINED) || flags & NAMED)) read.text();
      }
    }
  }
  return found;
}

/** The segments of data: `{ address, bytes }`. */
function segments(data) {
  const read = reader(data);
  return Array.from({ length: read.number() }, () => {
    let address = -1;
    if (read.number() === 0) {
      // i32.const, the address, end; an address of a program is small enough to read as a number without a sign.
      read.skip(1);
      address = read.number();
      read.skip(1);
    }
    const length = read.number();
    const start = read.place();
    read.skip(length);
    return { address, bytes: data.subarray(start, start + length) };
  });
}

/** The symbols that say where in the sources a panic comes from: a file's name, a line and a column. */
function places(symbols, parts) {
  const SIZE = 16;
  const text = (address, length) => {
    const part = parts.find((one) => one.address <= address && address + length <= one.address + one.bytes.length);
    return part?.bytes.toString('latin1', address - part.address, address - part.address + length);
  };
  const found = new Set();
  for (const [number, { segment, offset, size }] of symbols) {
    if (size !== SIZE || !parts[segment] || offset + SIZE > parts[segment].bytes.length) continue;
    const [address, length] = [0, 4].map((at) => parts[segment].bytes.readUInt32LE(offset + at));
    if (length < 300 && text(address, length)?.endsWith('.rs')) found.add(number);
  }
  return found;
}

/** The notes of the linker without those that `drop` wants gone. */
function notesWithout(body, drop) {
  const read = reader(body);
  const section = read.number();
  const kept = [];
  for (let count = read.number(); count > 0; count -= 1) {
    const start = read.place();
    const note = { kind: read.byte(), offset: read.number(), symbol: read.number() };
    if (WITH_ADDEND.has(note.kind)) read.number();
    if (!drop(note)) kept.push(body.subarray(start, read.place()));
  }
  return Buffer.concat([numberBytes(section), numberBytes(kept.length), ...kept]);
}

/** For each function of the program whether it answers with one number, as what writes does. */
function answersNumber(types, functions) {
  const read = reader(types);
  const answers = Array.from({ length: read.number() }, () => {
    read.skip(1);
    read.skip(read.number());
    const results = Array.from({ length: read.number() }, () => read.byte());
    return results.length === 1 && results[0] === I32;
  });
  const each = reader(functions);
  return Array.from({ length: each.number() }, () => answers[each.number()]);
}

/** What takes the place of a body that nobody needs; nothing for others. What is named like a panic and can return stays. */
function inPlaceOf(name, body, isAnswered) {
  const isUnread = (DEBUG.test(name) && !FOR_PEOPLE.test(name)) || ERRORS.test(name);
  if (isUnread && isAnswered && body.length > HANDS_ON) return WRITES_NOTHING;
  if (body.length <= TRAPS.length) return undefined;
  const isPanic = PANICS.test(name) && body.subarray(-TRAP_AND_END.length).equals(TRAP_AND_END);
  return isPanic || STREAMS.test(name) ? TRAPS : undefined;
}

function become(body, beginning) {
  body.fill(NOTHING);
  body.set(beginning);
  body[body.length - 1] = END;
}

/**
 * The program that `rustc` linked with `--emit-relocs`, with another in place of each body that nobody needs, as long as
 * the old one, and without the linker's notes that nothing uses any more. Gives `{ wasm, gone }`: how many bodies.
 */
export function withoutUnneeded(wasm) {
  const all = sections(wasm);
  const section = (wanted) => {
    const found = all.find(({ id, name }) => id === wanted || name === wanted);
    if (!found) throw new Error(`the linker left no section ${wanted}`);
    return found;
  };
  const names = functionNames(section('name').body);
  const imported = importedFunctions(wasm);
  const code = Buffer.from(section(CODE).body);
  const isAnswered = answersNumber(section(TYPES).body, section(FUNCTIONS).body);
  const gone = bodies(code).filter(({ start, end }, index) => {
    const body = code.subarray(start, end);
    const instead = inPlaceOf(names.get(index + imported) ?? '', body, isAnswered[index]);
    if (instead) become(body, instead);
    return instead;
  });
  const told = places(dataSymbols(section('linking').body), segments(section(DATA).body));
  const drop = ({ kind, offset, symbol }) =>
    (ADDRESS.has(kind) && told.has(symbol)) || gone.some(({ start, end }) => start <= offset && offset < end);
  const parts = all.map(({ id, name, body, start, end }) => {
    if (id === CODE) return Buffer.concat([wasm.subarray(start, end - body.length), code]);
    if (name === 'reloc.CODE') return customSection(name, notesWithout(body, drop));
    return wasm.subarray(start, end);
  });
  return { wasm: Buffer.concat([wasm.subarray(0, HEADER), ...parts]), gone: gone.length };
}
