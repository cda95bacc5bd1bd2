import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesDownload, namesMachinePath } from '../../scripts/check/files.mjs';
import { chosenTexts } from '../../scripts/licences/crates.mjs';
import { document } from '../../scripts/licences/document.mjs';

test('a folder of one computer is found in a text, an address or a system folder is not', () => {
  // Written in two parts, so that this file itself passes the check.
  const home = ['', 'home', 'ann'].join('/');
  const found = [
    `see ${home}/notes`,
    `"${['', 'Users', 'ann'].join('/')}"`,
    `include ${['C:', 'Users', 'ann'].join('\\')}`,
  ];
  for (const text of found) assert.ok(namesMachinePath(text, []), text);
  assert.ok(namesMachinePath('x /srv/clone/src', ['/srv/clone']));
  const fine = [
    '/usr/bin/chromium',
    'https://example.org/home/page',
    'target/site-work',
    '/history',
    'src/home/page.rs',
  ];
  for (const text of fine) assert.ok(!namesMachinePath(text, ['/srv/clone']), text);
});

test('a lock that says where to download from is found', () => {
  assert.ok(namesDownload('{"resolved": "https://x"}'));
  assert.ok(!namesDownload('{"version": "1.0.0", "integrity": "sha512-x"}'));
});

test('where MIT may be chosen only its text is needed', () => {
  const both = ['Cargo.toml', 'LICENSE-APACHE', 'LICENSE-MIT', 'README.md'];
  assert.deepEqual(chosenTexts(both, 'MIT OR Apache-2.0'), ['LICENSE-MIT']);
  assert.deepEqual(chosenTexts(both, 'Apache-2.0/MIT'), ['LICENSE-MIT']);
  assert.deepEqual(chosenTexts(both, '(MIT OR Apache-2.0) AND Unicode-3.0'), ['LICENSE-APACHE', 'LICENSE-MIT']);
  assert.deepEqual(chosenTexts(['LICENSE'], 'MIT OR Apache-2.0'), ['LICENSE']);
});

test('a text that several parts share is given once; a part without a text gets the standard one or is refused', () => {
  const part = (name, expression, texts) => ({ name, version: '1.0.0', expression, authors: [], texts });
  const text = document([part('a', 'Zlib', ['The  terms\n']), part('b', 'Zlib', ['The terms']), part('c', 'MIT', [])]);
  assert.match(text, /a 1\.0\.0, b 1\.0\.0/);
  assert.equal(text.match(/The +terms/g).length, 1);
  assert.match(text, /Copyright \(c\) the authors of c/);
  assert.throws(() => document([part('d', 'Zlib', [])]), /d 1\.0\.0 \(Zlib\) holds no licence text/);
});
