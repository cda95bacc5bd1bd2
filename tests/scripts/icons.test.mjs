import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults, pngSize } from '../../scripts/icons.mjs';

test('every committed icon has its size and was made from the source as it is now', () => {
  assert.deepEqual(faults(), []);
});

test('the size is read from the header of a PNG, and of nothing else', () => {
  const header = Buffer.from('89504e470d0a1a0a0000000d49484452000000b4000000b4', 'hex');
  assert.deepEqual(pngSize(header), [180, 180]);
  assert.equal(pngSize(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')), null);
});
