import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import vm from 'node:vm';
import { addWorker, keptFiles, newest } from '../../scripts/site/worker.mjs';

const CHANGELOG = `# Changelog

What is new.

## 0.2.0

* One point
  on two lines.
* Another.

## 0.1.0

* An old one.
`;

function site(files = {}) {
  return {
    html: '<html><head></head><body></body></html>',
    files: new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
  };
}

/** What the worker that was made would keep, and whether it runs at all. */
function constants(made) {
  const context = vm.createContext({ addEventListener() {} });
  const code = made.files.get('sw.js').toString();
  // Names are shortened, values are not.
  vm.runInContext(code, context);
  return code;
}

test('the news are the points of the newest version', () => {
  assert.deepEqual(newest(CHANGELOG), ['One point on two lines.', 'Another.']);
  assert.deepEqual(newest('# Changelog\n'), []);
});

test('pictures for stores and the worker itself are not kept', () => {
  const { files } = site({
    'app-0123456789abcdef.js': '',
    'screenshots/narrow.png': '',
    'icon-512.png': '',
    'sw.js': '',
    'files.json': '',
    _headers: '',
    'a.js.br': '',
    'rescue.html': '',
  });
  assert.deepEqual(
    keptFiles(files).map(([path]) => path),
    ['app-0123456789abcdef.js', 'rescue.html'],
  );
});

test('the worker keeps the page under its own address, with the hash of the page that names the build', async () => {
  const made = site({ 'a.js': 'a' });
  await addWorker(made, CHANGELOG);
  const code = constants(made);
  const sha256 = (text) => createHash('sha256').update(text).digest('base64');
  assert.ok(code.includes(JSON.stringify(['/', sha256(made.html), 1])), 'the page');
  assert.ok(code.includes(JSON.stringify(['/a.js', sha256('a')])), 'a file');
  const [named, build, hash] = made.html.match(/<meta name="ldn-build" content="([0-9a-f]{16})" data-page="(\w+)">/);
  assert.ok(code.includes(`"${build}"`), 'the build');
  assert.equal(createHash('sha256').update(made.html.replace(named, '')).digest('hex').slice(0, 16), hash);
  assert.ok(code.includes('One point on two lines.'), 'the news');
});

test('a build has another name when, and only when, something in it is another', async () => {
  const name = async (files, changelog = CHANGELOG) => {
    const made = site(files);
    await addWorker(made, changelog);
    return made.html.match(/content="([0-9a-f]{16})"/)[1];
  };
  const first = await name({ 'a.js': 'a' });
  assert.equal(await name({ 'a.js': 'a' }), first);
  assert.notEqual(await name({ 'a.js': 'b' }), first);
  assert.notEqual(await name({ 'a.js': 'a' }, CHANGELOG.replace('Another', 'Others')), first);
});
