import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ports, renamePorts } from '../../scripts/site/ports.mjs';

/** A section of a WASM file: its number, its length, its bytes. */
const section = (id, bytes) => [id, bytes.length, ...bytes];
const text = (value) => [value.length, ...Buffer.from(value)];

/** Imports a function, a table, a memory and a global, and exports the function under a name of 130 letters. */
function sample(exported = 'x'.repeat(130)) {
  const imports = [
    4,
    ...[...text('env'), ...text('call'), 0x00, 0x00],
    ...[...text('env'), ...text('table'), 0x01, 0x70, 0x01, 0x00, 0x0a],
    ...[...text('env'), ...text('memory'), 0x02, 0x00, 0x01],
    ...[...text('env'), ...text('global'), 0x03, 0x7f, 0x00],
  ];
  const name = [(exported.length % 128) | 128, exported.length >> 7, ...Buffer.from(exported)];
  const exports = [1, ...name, 0x00, 0x00];
  const length = [(exports.length % 128) | 128, exports.length >> 7];
  const types = section(1, [1, 0x60, 0x00, 0x00]);
  return Buffer.from([...Buffer.from('\0asm'), 1, 0, 0, 0, ...types, ...section(2, imports), 7, ...length, ...exports]);
}

test('imports and exports get the names they are given, and all else stays', () => {
  const long = 'x'.repeat(130);
  const renamed = renamePorts(sample(), { call: 'a', [long]: 'b', env: 'e', memory: 'm'.repeat(200) });
  assert.deepEqual(ports(renamed), { imports: ['a', 'table', 'm'.repeat(200), 'global'], exports: ['b'] });
  assert.deepEqual(
    WebAssembly.Module.imports(new WebAssembly.Module(renamed)).map(({ module, kind }) => `${module} ${kind}`),
    ['e function', 'e table', 'e memory', 'e global'],
  );
});

test('without new names the file stays byte for byte, and a name that every object has is no new name', () => {
  assert.deepEqual(renamePorts(sample(), {}), sample());
  const wasm = sample('toString'.padEnd(130, 'y'));
  assert.deepEqual(renamePorts(wasm, { x: 'y' }), wasm);
});
