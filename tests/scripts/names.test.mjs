// What is kept in the browser has one name each, in src/store/names.rs.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { NAMES, namesModule } from '../../scripts/lib/names.mjs';
import { ROOT } from '../../scripts/lib/paths.mjs';

const SCRIPTS = ['js', 'public'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true })
    .filter((path) => path.endsWith('.js'))
    .map((path) => join(folder, path)),
);
/** What else begins so: a file's name and its format. */
const OF_FILES = ['ldn-diary-rescue.json', 'ldn-diary-rescue'];

test('no script says a name that the store does not know', () => {
  const known = new Set([...Object.values(NAMES), ...OF_FILES]);
  const said = SCRIPTS.flatMap((path) =>
    [...readFileSync(join(ROOT, path), 'utf8').matchAll(/['"`]\/?(ldn-diary[^'"`$]*)/g)].map(([, name]) => [
      path,
      name,
    ]),
  );
  assert.ok(said.length > 5, 'scripts say some');
  assert.deepEqual(
    said.filter(([, name]) => !known.has(name)),
    [],
  );
});

test('the names are read as they stand, each of them once', () => {
  assert.equal(NAMES.RECORDS, 'ldn-diary/');
  assert.equal(new Set(Object.values(NAMES)).size, Object.keys(NAMES).length);
  assert.match(namesModule(), /^export const RECORDS = "ldn-diary\/";$/m);
});
