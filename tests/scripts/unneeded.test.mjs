import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutUnneeded } from '../../scripts/site/unneeded.mjs';

const text = (value) => [value.length, ...Buffer.from(value)];
const number = (value) => (value < 128 ? [value] : [(value % 128) | 128, value >> 7]);
const section = (id, bytes) => [id, ...number(bytes.length), ...bytes];
const custom = (name, bytes) => section(0, [...text(name), ...bytes]);
const counted = (items) => [items.length, ...items.flat()];
/** i32.const with an address as the linker writes it, five bytes long. */
const address = (value) => [0x41, (value & 127) | 128, ((value >> 7) & 127) | 128, 0x80, 0x80, 0x00];

const [END, TRAP, DROP, NOTHING] = [0x0b, 0x00, 0x1a, 0x01];
const [PLACE, PATH, WORD] = [1024, 1040, 1044];

/** Functions by their names, their bodies, and where in each the address stands that the linker noted. */
const FUNCTIONS = [
  { name: '_RNvNtCsgXGp5Oqx2Ny_4core9panicking9panic_fmt', body: [0, ...address(WORD), DROP, TRAP, END], symbol: 2 },
  { name: '_RNvNtCsgXGp5Oqx2Ny_4core9panicking5panic', body: [0, ...address(WORD), DROP, END], symbol: 2 },
  { name: 'intounderlyingsink_write', body: [0, ...address(WORD), DROP, END], symbol: 2 },
  { name: 'app::asks', body: [0, ...address(PLACE), DROP, END], symbol: 0 },
  { name: 'app::panic', body: [0, ...address(WORD), DROP, TRAP, END], symbol: 2 },
];

/** A program as the linker leaves it with `--emit-relocs`; its functions have these results. */
function linked(functions = FUNCTIONS, results = [0]) {
  let offset = 1;
  const notes = functions.map(({ body, symbol }) => {
    const at = offset + 3;
    offset += 1 + body.length;
    return [4, ...number(at), symbol, 0];
  });
  const data = Buffer.alloc(24);
  data.writeUInt32LE(PATH, 0);
  data.writeUInt32LE(4, 4);
  data.write('a.rsword', 16);
  const symbols = [
    [1, 0, ...text('place'), 0, 0, 16],
    [1, 0, ...text('path'), 0, 16, 4],
    [1, 0, ...text('word'), 0, 20, 4],
    [1, 0x10, ...text('elsewhere')],
    [0, 0, 0, ...text('function')],
    [0, 0x10, 0],
    [3, 0, 3],
  ];
  const table = counted(symbols);
  return Buffer.from([
    ...[...Buffer.from('\0asm'), 1, 0, 0, 0],
    ...section(1, [1, 0x60, 0, ...results]),
    ...section(3, counted(functions.map(() => [0]))),
    ...section(5, [1, 0, 1]),
    ...section(7, counted(functions.map(({ name }, index) => [...text(name), 0, index]))),
    ...section(10, counted(functions.map(({ body }) => [body.length, ...body]))),
    ...section(11, [1, 0, 0x41, 0x80, 0x08, END, data.length, ...data]),
    ...custom('linking', [2, 5, 1, 0, 8, ...number(table.length), ...table]),
    ...custom('reloc.CODE', [4, ...counted(notes)]),
    ...custom('name', namesOf(functions)),
  ]);
}

/** The names of functions, as the section that debuggers read has them. */
function namesOf(functions) {
  const names = counted(functions.map(({ name }, index) => [index, ...text(name)]));
  return [1, ...number(names.length), ...names];
}

/** Which functions only trap, and for which the linker's notes name a symbol still. */
function after(wasm) {
  const module = new WebAssembly.Module(wasm);
  const { exports } = new WebAssembly.Instance(module);
  const traps = Object.keys(exports).filter((name) => {
    try {
      exports[name]();
      return false;
    } catch {
      return true;
    }
  });
  const notes = new Uint8Array(WebAssembly.Module.customSections(module, 'reloc.CODE')[0]);
  const symbols = Array.from({ length: notes[1] }, (_, index) => notes[4 + 4 * index]);
  return { traps, symbols };
}

test('what tells of a panic and what is lent to nobody is a trap, with nothing that it needs', () => {
  const { wasm, gone } = withoutUnneeded(linked());
  assert.equal(gone, 2);
  assert.equal(linked().length - wasm.length, 3 * 4, 'the notes of two functions and of one place in the sources go');
  const { traps, symbols } = after(wasm);
  assert.deepEqual(traps, [FUNCTIONS[0].name, 'intounderlyingsink_write', 'app::panic']);
  assert.deepEqual(symbols, [2, 2], 'who can return and who belongs to the app keep what they need');
});

/** i32.const 7: anything but that all went well. */
const SEVEN = [0x41, 7];

test('what writes a value for developers, or the words of an error that nobody says, writes nothing, and says that all went well', () => {
  const names = [
    '_RNvXsh_NtCsgXGp5Oqx2Ny_4core3fmteNtB5_5Debug3fmt',
    '_RNvXs1g_NtCsgXGp5Oqx2Ny_4core3fmtRjNtB6_5Debug3fmtB8_',
    '_RNvXsZ_NtNtCsgXGp5Oqx2Ny_4core3fmt3numjNtB7_5Debug3fmt.20',
    '_RNvXs1g_NtCsgXGp5Oqx2Ny_4core3fmtRbNtB6_5Debug3fmtCsebHcaeoSrxy_3std',
    '_ZN61_$LT$serde_json..error..Error$u20$as$u20$core..fmt..Debug$GT$3fmt17h1b028471a51e9fc9E',
    '_ZN67_$LT$serde_json..error..ErrorCode$u20$as$u20$core..fmt..Display$GT$3fmt17hd97ae653f9181a64E',
    '_ZN60_$LT$serde_core..de..OneOf$u20$as$u20$core..fmt..Display$GT$3fmt17h20ddd44295549ee7E',
  ];
  const kept = [
    '_ZN67_$LT$chrono..naive..date..NaiveDate$u20$as$u20$core..fmt..Debug$GT$3fmt17h4e24eac2250550ceE',
    '_ZN42_$LT$$RF$T$u20$as$u20$core..fmt..Debug$GT$3fmt17h7dbbeb9d5c65df07E',
    '_ZN42_$LT$$RF$T$u20$as$u20$core..fmt..Display$GT$3fmt17h7dbbeb9d5c65df07E',
    '_RNvMs1_NtNtCsgXGp5Oqx2Ny_4core3fmt8buildersNtB5_11DebugStruct6finish',
  ];
  const long = Array(40).fill(NOTHING);
  const body = [0, ...address(WORD), DROP, ...long, ...SEVEN, END];
  const short = '_RNvXsf_NtCsgXGp5Oqx2Ny_4core3fmtbNtB5_5Debug3fmt.21';
  const all = [...names, ...kept].map((name) => ({ name, body, symbol: 2 }));
  all.push({ name: short, body: [0, ...address(WORD), DROP, ...SEVEN, END], symbol: 2 });
  const { wasm, gone } = withoutUnneeded(linked(all, [1, 0x7f]));
  assert.equal(gone, names.length);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm));
  for (const name of names) assert.equal(exports[name](), 0, name);
  for (const name of [...kept, short]) assert.equal(exports[name](), 7, name);
  assert.equal(after(wasm).symbols.length, kept.length + 1, 'and what it named goes');
});

test('what is called so and answers otherwise stays', () => {
  const body = [0, ...address(WORD), DROP, ...Array(40).fill(NOTHING), END];
  const silent = linked([{ name: '_RNvXsh_NtCsgXGp5Oqx2Ny_4core3fmteNtB5_5Debug3fmt', body, symbol: 2 }]);
  assert.deepEqual(withoutUnneeded(silent), { wasm: silent, gone: 0 });
});

test('a program without any of it stays byte for byte', () => {
  const own = linked(FUNCTIONS.slice(4));
  assert.deepEqual(withoutUnneeded(own), { wasm: own, gone: 0 });
});

test('a program that the linker left without notes is refused', () => {
  assert.throws(() => withoutUnneeded(Buffer.from('\0asm\x01\0\0\0')), /the linker left no section name/);
});
