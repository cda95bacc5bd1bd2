// What a person reads outside the program: messages in words/<language>/site/*.ftl, made texts and small functions here.
// What is understood is what build.rs takes of Fluent, without dates.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@fluent/syntax';
import { ROOT } from './paths.mjs';

/** The language that all others are compared with. */
const FIRST = 'en';
const folderOf = (language) => join(ROOT, 'words', language);

/** The plural categories of Unicode's CLDR, without the one that is taken where no other fits. */
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many'];
/** How deep messages may stand in messages: a message that holds itself ends here. */
const DEEPEST = 8;

/** The name of a message or of what it is given, as JavaScript has it: `app-whole`, `place.silent` → `appWhole`, `placeSilent`. */
export const functionName = (id) => id.replace(/[-.](\w)/g, (_, letter) => letter.toUpperCase());

/** The patterns of a file by the names of messages; of an attribute `message.attribute`, of a term `-term`. */
export function patternsOf(text) {
  const patterns = new Map();
  const add = (id, pattern) => {
    if (patterns.has(id)) throw new Error(`${id} is there twice`);
    if (pattern) patterns.set(id, pattern);
  };
  for (const entry of parse(text, {}).body) {
    if (entry.type === 'Junk') throw new Error(`${entry.annotations[0].message}: ${entry.content.trim()}`);
    if (entry.type !== 'Message' && entry.type !== 'Term') continue;
    const id = entry.type === 'Term' ? `-${entry.id.name}` : entry.id.name;
    add(id, entry.value);
    for (const attribute of entry.attributes) add(`${id}.${attribute.id.name}`, attribute.value);
  }
  return patterns;
}

/** The patterns of a file in `words/`: one of the site, or else one of the program, some of whose words the site says too. */
export function readPatterns(file, language = FIRST) {
  const places = [join(folderOf(language), 'site'), folderOf(language)].map((folder) => join(folder, `${file}.ftl`));
  const path = places.find((place) => existsSync(place));
  if (!path) throw new Error(`there is no file ${file}.ftl in words/${language}/site`);
  try {
    return patternsOf(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${file}.ftl: ${error.message}`);
  }
}

/** The names of the site's own files. */
export const siteFiles = (language = FIRST) =>
  readdirSync(join(folderOf(language), 'site')).map((name) => name.replace(/\.ftl$/, ''));

/** A message: its pieces, which are texts and `{ code }` in JavaScript; what it is `given`; which others it `holds`. */
export function message(patterns, id) {
  const pattern = patterns.get(id);
  if (!pattern) throw new Error(`there is no message ${id}`);
  const [given, holds] = [new Set(), new Set()];
  try {
    return { pieces: piecesOf(pattern, { patterns, given, holds, depth: 0 }), given, holds };
  } catch (error) {
    throw new Error(`${id}: ${error.message}`);
  }
}

function piecesOf({ elements }, scope) {
  if (scope.depth > DEEPEST) throw new Error('it holds itself');
  return elements.flatMap((element) =>
    element.type === 'TextElement' ? element.value : expression(element.expression, scope),
  );
}

function expression(node, scope) {
  switch (node.type) {
    case 'StringLiteral':
      return node.parse().value;
    case 'VariableReference':
    case 'FunctionReference':
      return { code: variable(node, scope) };
    case 'SelectExpression':
      return { code: choice(node, scope) };
    case 'MessageReference':
      return other(node.attribute ? `${node.id.name}.${node.attribute.name}` : node.id.name, scope);
    case 'TermReference':
      return other(`-${node.id.name}`, scope);
    default:
      throw new Error(`a ${node.type} is not understood here`);
  }
}

function other(id, scope) {
  const pattern = scope.patterns.get(id);
  if (!pattern) throw new Error(`${id} is not in this file`);
  scope.holds.add(id);
  return piecesOf(pattern, { ...scope, depth: scope.depth + 1 });
}

/** `$name`, or `NUMBER($name)`. */
function variable(node, { given }) {
  const inside = node.id.name === 'NUMBER' && node.type === 'FunctionReference' ? node.arguments.positional[0] : node;
  if (inside?.type !== 'VariableReference') throw new Error('only a variable, or NUMBER of one, is understood here');
  const name = functionName(inside.id.name);
  given.add(name);
  return name;
}

/** One of some texts, chosen by a number. */
function choice({ selector, variants }, scope) {
  const number = variable(selector, scope);
  const is = ({ type, name, value }) => {
    if (type === 'NumberLiteral') return `${number} === ${value}`;
    if (!CATEGORIES.includes(name)) throw new Error(`[${name}] is no plural category`);
    return `plural.select(${number}) === '${name}'`;
  };
  const said = ({ value }) => template(piecesOf(value, scope));
  const cases = variants.filter((one) => !one.default).map((one) => `${is(one.key)} ? ${said(one)} : `);
  return cases.join('') + said(variants.find((one) => one.default));
}

/** The pieces as a template literal. */
function template(pieces) {
  const inside = (piece) => (typeof piece === 'string' ? piece.replace(/[\\`$]/g, '\\$&') : `\${${piece.code}}`);
  return `\`${pieces.map(inside).join('')}\``;
}

/** A message that is given nothing, as text. */
export function textOf(patterns, id) {
  const { pieces, given } = message(patterns, id);
  if (given.size) throw new Error(`${id} is given ${[...given].join(', ')}, which nobody knows here`);
  return pieces.join('');
}

/** A module with a function for each message: `fetching({ file: 1, files: 9 })`. It needs nothing but the browser. */
export function moduleOf(patterns, language = FIRST) {
  const functions = [...patterns.keys()]
    .filter((id) => !id.startsWith('-'))
    .map((id) => {
      const { pieces, given } = message(patterns, id);
      const taken = given.size ? `{ ${[...given].join(', ')} }` : '';
      return `export const ${functionName(id)} = (${taken}) => ${template(pieces)};\n`;
    });
  return `const plural = /* @__PURE__ */ new Intl.PluralRules('${language}');\n${functions.join('')}`;
}

/** The functions of a file, to be called here. */
export const functionsOf = (file) => import(`data:text/javascript,${encodeURIComponent(moduleOf(readPatterns(file)))}`);

/** `{{opening.title}}` in a page, and `{{opening.slow again=/ rescue=/rescue.html}}` where parts of the message lead on. */
const PLACE = /\{\{([\w-]+)\.([\w.-]+)((?: [\w-]+=[^\s}]+)*)\}\}/g;

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A message as markup: text, but for the parts that are links beside the app, `<again>try again</again>`. */
function markup(text, links) {
  const left = new Map(links);
  const escaped = text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]);
  const linked = escaped.replace(/&lt;([\w-]+)&gt;(.*?)&lt;\/\1&gt;/g, (_, name, inside) => {
    if (!left.has(name)) throw new Error(`nobody knows where <${name}> leads`);
    const href = left.get(name);
    left.delete(name);
    return `<a href="${href}" rel="external">${inside}</a>`;
  });
  if (left.size) throw new Error(`no part of it is called ${[...left.keys()].join(' or ')}`);
  return linked;
}

function refuse(fault) {
  throw new Error(fault);
}

/**
 * What stands in the file at this path, a page or JSON, with its words in place. `tell` hears of each as `file.message`,
 * `fail` of what is wrong with one.
 */
export function filled(path, text, { read = readPatterns, tell = () => {}, fail = refuse } = {}) {
  return text.replace(PLACE, (_, file, id, given) => {
    tell(`${file}.${id}`);
    const links = given.split(' ').flatMap((one) => (one ? [one.split('=')] : []));
    try {
      const said = textOf(read(file), id);
      return path.endsWith('.html') ? markup(said, links) : JSON.stringify(said).slice(1, -1);
    } catch (error) {
      fail(`${path}, {{${file}.${id}}}: ${error.message}`);
      return '';
    }
  });
}
