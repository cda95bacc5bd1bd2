// Puts the words of words/<language>/site into the pages that no program writes: a debug build gets them too.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { namesModule } from '../lib/names.mjs';
import { ROOT } from '../lib/paths.mjs';
import { filled, functionName, message, moduleOf, readPatterns, siteFiles } from '../lib/words.mjs';

/** Files with places for words. */
const TEMPLATE = /\.(html|webmanifest)$/;
/** Scripts that say the messages of one file, as `words.message()`. */
const SCRIPTS = { 'public/rescue.js': 'rescue' };

/** The words of the rescue page, under the name by which its script imports them. */
export const RESCUE_WORDS = 'rescue-words.js';
/** What it finds in the stores and caches is called so. */
export const NAMES_OF_KEPT = 'names.js';

/** All parts of a script, each with what it stands in. */
export function* parts(node, parent) {
  if (typeof node?.type === 'string') yield [node, parent];
  for (const inside of Object.values(node ?? {}))
    if (inside && typeof inside === 'object') yield* parts(inside, Array.isArray(node) ? parent : node);
}

export const parsed = (script) => parse(script, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true });

/** What a script says: the functions of `words` that it names, and what it gives to those that it calls itself. */
function* saidBy(script) {
  for (const [node, parent] of parts(parsed(script))) {
    if (node.type !== 'MemberExpression' || node.object.name !== 'words') continue;
    const call = parent.type === 'CallExpression' && parent.callee === node ? parent : undefined;
    const given = call?.arguments[0]?.properties?.map(({ key }) => key.name) ?? [];
    yield { name: node.property.name, given: call && given.sort().join(', ') };
  }
}

/** What is wrong with the places for words in a template; `tell` hears what it says. */
function* templateFaults(path, text, read, tell) {
  const faults = [];
  const rest = filled(path, text, { read, tell, fail: (fault) => faults.push(fault) });
  yield* faults;
  for (const [place] of rest.matchAll(/\{\{.*/g)) yield `${path}: ${place} names no message`;
}

/** What is wrong with what a script says of the messages of its file; `tell` hears what it says. */
function* scriptFaults(path, text, file, patterns, tell) {
  const ids = new Map([...patterns.keys()].map((id) => [functionName(id), id]));
  for (const { name, given } of saidBy(text)) {
    const id = ids.get(name);
    tell(`${file}.${id}`);
    const taken = id && [...message(patterns, id).given].sort().join(', ');
    if (!id) yield `${path}: there is no message ${name} in ${file}.ftl`;
    else if (given !== undefined && given !== taken) yield `${path}: ${name} takes {${taken}} and is given {${given}}`;
  }
}

/** The messages of a file that nobody says, nor another of its messages. */
function unsaid(file, patterns, said) {
  const held = new Set([...patterns.keys()].flatMap((id) => [...message(patterns, id).holds]));
  return [...patterns.keys()].filter((id) => !held.has(id) && !said.has(`${file}.${id}`));
}

/**
 * What is wrong with the words of the site, one line each: messages that are missing, that nobody says, or that a script
 * gives something else than they take. `texts` are the templates and scripts by their paths.
 */
export function wordFaults(texts = readTexts(), files = siteFiles(), read = readPatterns) {
  const said = new Set();
  const tell = (name) => said.add(name);
  const faults = [...texts].flatMap(([path, text]) => {
    const file = SCRIPTS[path];
    return [...(file ? scriptFaults(path, text, file, read(file), tell) : templateFaults(path, text, read, tell))];
  });
  const unused = files.flatMap((file) =>
    unsaid(file, read(file), said).map((id) => `words/en/site/${file}.ftl: nobody says ${id}`),
  );
  return [...faults, ...unused];
}

function readTexts() {
  const ofPublic = readdirSync(join(ROOT, 'public')).map((name) => `public/${name}`);
  const paths = ['index.html', ...ofPublic.filter((path) => TEMPLATE.test(path)), ...Object.keys(SCRIPTS)];
  return new Map(paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}

/** Fills the places of a site in memory, and adds the words of the rescue page and the names of what is kept. */
export function sayWords(site) {
  const faults = wordFaults();
  if (faults.length) throw new Error(faults.join('\n'));
  site.html = filled('index.html', site.html);
  for (const [path, content] of site.files)
    if (TEMPLATE.test(path)) site.files.set(path, Buffer.from(filled(path, content.toString())));
  site.files.set(RESCUE_WORDS, Buffer.from(moduleOf(readPatterns('rescue'))));
  site.files.set(NAMES_OF_KEPT, Buffer.from(namesModule()));
}
