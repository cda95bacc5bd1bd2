// The third-party notices as one text: a list of the parts, then every licence text once, with the parts that it covers.

/** The licence text of the MIT licence, for packages that name it without enclosing it. */
function mit(holders) {
  return `MIT License

Copyright (c) ${holders}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;
}

/** The standard library is linked into every Rust program, and no package list names it. */
export const RUST_LIBRARY = {
  name: 'Rust standard library',
  version: '',
  expression: 'MIT OR Apache-2.0',
  authors: ['The Rust Project Contributors'],
  texts: [],
};

/** A part's texts; the standard one where the package holds none. */
function textsOf(part) {
  if (part.texts.length) return part.texts;
  if (!/\bMIT\b/.test(part.expression))
    throw new Error(`${part.name} ${part.version} (${part.expression}) holds no licence text: find it and say where`);
  return [mit(part.authors.length ? part.authors.join(', ') : `the authors of ${part.name}`)];
}

const title = (part) => `${part.name} ${part.version}`.trim();

/** What the MIT licence grants, word by word the same in all of its texts: what stands before names the holders. */
const GRANT = 'Permission is hereby granted, free of charge';

/** A text in two: its holders, where they are named ahead of a text that others share, and the rest. */
function divided(text) {
  const start = Math.max(text.indexOf(GRANT), 0);
  const holders = tidy(text.slice(0, start)).replace(/^(The )?MIT License( \(MIT\))?$/im, '');
  return { holders: holders.trim(), terms: text.slice(start) };
}

/** Two texts are the same if they differ in white space, or in who the holders of an MIT licence are. */
function groupTexts(parts) {
  const groups = new Map();
  for (const part of parts) {
    for (const text of textsOf(part)) {
      const { holders, terms } = divided(text);
      const key = terms.replace(/\s+/g, ' ').trim();
      const group = groups.get(key) ?? { terms, holders: new Map() };
      const covered = group.holders.get(holders) ?? [];
      group.holders.set(holders, [...covered, title(part)]);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

/** The parts that a text covers, with who holds the rights in each. */
function heading({ holders }) {
  return [...holders].map(([holder, parts]) => `${parts.join(', ')}${holder && `\n${holder}`}`).join('\n\n');
}

function tidy(text) {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd());
  return lines.join('\n').trim();
}

/** The whole document. */
export function document(parts) {
  const line = '='.repeat(80);
  const list = parts.map((part) => `${title(part)}  (${part.expression})`);
  const texts = groupTexts(parts).map((group) => `${line}\n${heading(group)}\n${line}\n\n${tidy(group.terms)}\n`);
  return `Third-party software in LDN Diary\n\nLDN Diary is made with the work of others. These parts are in the program that your browser runs.\n\n${list.join('\n')}\n\nTheir terms follow. Where a part may be used under one of several licences and MIT is one of them, it is used under MIT.\n\n${texts.join('\n')}`;
}
