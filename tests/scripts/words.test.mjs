import assert from 'node:assert/strict';
import { test } from 'node:test';
import { literals, siteWordFaults } from '../../scripts/check/words.mjs';
import { filled, moduleOf, patternsOf, readPatterns, siteFiles, textOf } from '../../scripts/lib/words.mjs';
import { wordFaults } from '../../scripts/site/words.mjs';

const load = (text, language) =>
  import(`data:text/javascript,${encodeURIComponent(moduleOf(patternsOf(text), language))}`);

test('each message is a function with what it is given, and chooses by the plural of its language', async () => {
  const found = `found = { $days ->
    [one] { $days } day
   *[other] { NUMBER($days) } days
 }{ $others ->
    [0] { "" }
   *[other] , { $others } more
 }.`;
  const { found: english } = await load(found);
  assert.equal(english({ days: 1, others: 0 }), '1 day.');
  assert.equal(english({ days: 0, others: 2 }), '0 days, 2 more.');
  const { found: french } = await load(found, 'fr');
  assert.equal(french({ days: 0, others: 0 }), '0 day.');
});

test('what is text in a message is text in its function, and messages stand in messages', async () => {
  const odd = 'a `tick`, { "$" }{ "{" }x{ "}" } and \\ back';
  const words = await load(
    `odd = ${odd}\nplace =\n    .by-name = “{ -app }”: { place.what-else }\n    .what-else = { $a-b }\n-app = App`,
  );
  assert.equal(words.odd(), ['a `tick`, $', '{x} and \\ back'].join(''));
  assert.equal(words.placeByName({ aB: 'it' }), '“App”: it');
  assert.equal(words.app, undefined);
});

test('what is not understood is said with the name of the message', () => {
  const cases = {
    'a = { b }': /^a: b is not in this file/,
    'a = { a }': /^a: it holds itself/,
    'a = { DATETIME($b) }': /^a: only a variable/,
    'a = { $b ->\n    [male] x\n   *[other] y\n }': /^a: \[male\] is no plural category/,
    'a = { 1 }': /^a: a NumberLiteral is not understood/,
  };
  for (const [text, expected] of Object.entries(cases))
    assert.throws(() => moduleOf(patternsOf(text)), { message: expected }, text);
  assert.throws(() => patternsOf('a = x\na = y'), /a is there twice/);
  assert.throws(() => patternsOf('a = { $b'), /a = \{ \$b/);
  assert.throws(() => textOf(patternsOf('a = { $b }'), 'a'), /a is given b/);
});

const FILES = {
  page: patternsOf('a = A & <b>\nlinks = See <here>this</here>.\nlost = It'),
  rescue: patternsOf('found = { $n }'),
};
const read = (file) => FILES[file];

test('a page gets text and links, a manifest JSON', () => {
  assert.equal(
    filled('x.html', '<p>{{page.links here=/x.html}}', { read }),
    '<p>See <a href="/x.html" rel="external">this</a>.',
  );
  assert.equal(
    filled('x.html', '{{page.a}}{{__OTHER__}}', { read: () => patternsOf('a = A & <b> "c"') }),
    'A &amp; &lt;b&gt; &quot;c&quot;{{__OTHER__}}',
  );
  assert.equal(filled('x.webmanifest', '"{{page.a}}"', { read: () => patternsOf('a = "c"') }), '"\\"c\\""');
  assert.throws(
    () => filled('x.html', '{{page.links}}', { read }),
    /x\.html, \{\{page\.links\}\}: nobody knows where <here> leads/,
  );
  assert.throws(() => filled('x.html', '{{page.links here=/ there=/}}', { read }), /no part of it is called there/);
});

test('a message that is missing, that nobody says or that is given something else fails check and build', () => {
  const faults = (texts) => wordFaults(new Map(Object.entries(texts)), Object.keys(FILES), read);
  const script = 'words.found({ n: 1 })';
  const page = '{{page.a}}{{page.links here=/}}{{page.lost}}';
  assert.deepEqual(faults({ 'index.html': page, 'public/rescue.js': script }), []);
  assert.deepEqual(
    faults({ 'index.html': '{{page.a}}{{page.links here=/}}{{page.gone}}{{ page.lost }}', 'public/rescue.js': script }),
    [
      'index.html, {{page.gone}}: there is no message gone',
      'index.html: {{ page.lost }} names no message',
      'words/en/site/page.ftl: nobody says lost',
    ],
  );
  assert.deepEqual(faults({ 'index.html': page, 'public/rescue.js': 'words.lost(); words.found({ m: 1 })' }), [
    'public/rescue.js: there is no message lost in rescue.ftl',
    'public/rescue.js: found takes {n} and is given {m}',
  ]);
});

test('English that is no message is found where a person reads it, and nowhere else', () => {
  const page =
    '<!doctype html><title>{{a.b}}</title><!-- a comment --><p id="an id">Hello</p><img alt="A moon" src="a b"><meta name="description" content="A diary"><meta name="viewport" content="width=device-width, initial-scale=1"><p>{{a.c}} · 2';
  assert.deepEqual(literals('a.html', page), ['Hello', 'A moon', 'A diary']);
  const script = `// a comment
    say('Try again'); say(\`\${n} of them\`); say("Looking…"); say('Save'); go('/a/b'); get('a.b-c', 'TimeoutError', 'day'); /a word/.test('x')`;
  assert.deepEqual(literals('a.js', script), ['Try again', ' of them', 'Looking…', 'Save']);
  assert.deepEqual(
    literals('a.webmanifest', '{"name":"{{a.b}}","icons":[{"src":"/a b"}],"shortcuts":[{"name":"Today"}]}'),
    ['Today'],
  );
});

test('no message of the site is empty, has an edge of blanks or a straight quotation mark, or says what another says', () => {
  const said = new Map();
  for (const file of siteFiles()) {
    const patterns = readPatterns(file);
    const text = moduleOf(patterns);
    for (const [, name, english] of text.matchAll(/^export const (\w+) = .*? => `(.*)`;$/gm)) {
      assert.ok(english && english.trim() === english && !english.includes('"'), `${file}: ${name}`);
      if (english.endsWith('.')) assert.equal(said.get(english), undefined, `${file}: ${name}`);
      said.set(english, name);
    }
  }
});

test('the words beside the program are all messages, and all are said', () => {
  assert.deepEqual(siteWordFaults(), []);
});
