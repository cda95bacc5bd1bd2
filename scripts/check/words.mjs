// English that a person reads and that is no message, in what stands beside the program: pages, pictures, the manifest, the
// scripts of the page and of the worker.

import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { filesBelow } from '../lib/fingerprint.mjs';
import { ROOT } from '../lib/paths.mjs';
import { attributes } from '../site/page.mjs';
import { parsed, parts, wordFaults } from '../site/words.mjs';

/** What looks like words and is not read, by its reason. */
const NOT_READ = [
  {
    why: 'messages of exceptions, which are told by their names',
    texts: {
      'public/rescue.js': ['no list', 'another file'],
      'js/store.js': ['it does not answer', 'there is none'],
    },
  },
  {
    why: 'messages of exceptions for which nobody waits any more',
    texts: {
      'js/store.js': ['it was given up', 'it was broken off'],
      'js/worker/files.js': [' could not be kept', 'it was let go while it came'],
    },
  },
  { why: 'a key in the saved file', texts: { 'public/rescue.js': ['no text: '] } },
  {
    why: 'names of states',
    texts: { 'js/install.js': ['iphone app', 'iphone elsewhere', '(display-mode: standalone)'] },
  },
  {
    why: 'what page and worker say to each other',
    texts: {
      'js/updates.js': ['it works', 'look through', 'start now', 'keep all'],
      'js/worker/main.js': ['it works', 'look through', 'start now', 'keep all'],
    },
  },
];

const PLACES = /\{\{.*?\}\}/g;
const LETTER = /\p{L}/u;
/** Two words, the end of a sentence, or one word as it stands on a button. */
const ENGLISH = [/\p{L}[,.:]? \p{L}/u, /\p{L}\p{L}[.…?!]$/u, /^\p{Lu}\p{Ll}+$/u];

const READ_ATTRIBUTES = ['alt', 'title', 'aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'label'];
const READ_META = /^(description|application-name|apple-mobile-web-app-title|og:\w+|twitter:\w+)$/;

/** The texts and attributes of a page or picture that a person reads. */
function readInMarkup(markup) {
  const plain = markup.replace(/<!--[\s\S]*?-->/g, '').replace(/<!doctype[^>]*>/i, '');
  const read = (tag) => {
    const values = attributes(tag);
    const content = READ_META.test(values.name ?? values.property) ? [values.content] : [];
    return [...READ_ATTRIBUTES.map((name) => values[name]), ...content];
  };
  return [...plain.split(/<[^>]*>/), ...(plain.match(/<[^/][^>]*>/g) ?? []).flatMap(read)].filter(Boolean);
}

const READ_MEMBERS = ['name', 'short_name', 'description', 'label'];

/** The same in a manifest. */
function readInManifest(json) {
  const read = [];
  JSON.parse(json, (key, value) => {
    if (READ_MEMBERS.includes(key)) read.push(value);
    return value;
  });
  return read;
}

/** The texts of a script that look like words. */
function wordsInScript(script) {
  const texts = [...parts(parsed(script))].map(([{ type, value }]) =>
    type === 'TemplateElement' ? value.cooked : type === 'Literal' && value,
  );
  return texts.filter((text) => typeof text === 'string' && ENGLISH.some((english) => english.test(text)));
}

/** What is read in a file, and is no message. */
export function literals(path, text) {
  if (/\.m?js$/.test(path)) return wordsInScript(text);
  const read = path.endsWith('.webmanifest') ? readInManifest(text) : readInMarkup(text);
  return read
    .map((one) =>
      one
        .replace(PLACES, '')
        .replace(/&#?\w+;/g, '')
        .trim(),
    )
    .filter((one) => LETTER.test(one));
}

const LOOKED_AT = /\.(m?js|html|svg|webmanifest)$/;

/** All faults of the words beside the program, one line each. */
export function siteWordFaults() {
  const files = ['index.html', 'public', 'js'].flatMap((path) => filesBelow(join(ROOT, path)));
  const paths = files.filter((file) => LOOKED_AT.test(file)).map((file) => relative(ROOT, file).split(sep).join('/'));
  const found = new Set(
    paths.flatMap((path) => literals(path, readFileSync(join(ROOT, path), 'utf8')).map((text) => `${path}: "${text}"`)),
  );
  const known = NOT_READ.flatMap(({ texts }) => Object.entries(texts)).flatMap(([path, texts]) =>
    texts.map((text) => `${path}: "${text}"`),
  );
  return [
    ...wordFaults(),
    ...[...found].filter((text) => !known.includes(text)).map((text) => `${text} is no message of words/en/site`),
    ...known
      .filter((text) => !found.has(text))
      .map((text) => `${text} is not there any more, but scripts/check knows it`),
  ];
}
