import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults, headersFile, REDIRECTS } from '../../scripts/hosting.mjs';
import { HEADERS } from '../../scripts/site/headers.mjs';

test('the committed server settings are those of the built site', () => {
  assert.deepEqual(faults(), []);
});

test('hosts that read _headers send every header with every file, and keep for ever only names with a hash', () => {
  const text = headersFile(['sw.js', 'boot-0123456789abcdef.js']);
  const [everywhere, boot, ...rest] = text.split(/\n(?=\/)/);
  assert.ok(everywhere.startsWith('/*\n'));
  for (const [name, value] of Object.entries(HEADERS)) assert.ok(everywhere.includes(`  ${name}: ${value}`), name);
  assert.match(boot, /^\/boot-0123456789abcdef\.js\n {2}! Cache-Control\n {2}Cache-Control: public, .*immutable\n$/);
  assert.deepEqual(rest, []);
});

test('every address of the app is the one page', () => {
  assert.equal(REDIRECTS, '/* /index.html 200\n');
});
