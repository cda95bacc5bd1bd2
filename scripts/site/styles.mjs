// Two style sheets instead of many: the phone asks once for what the first page needs, and once for what comes with the
// later part of the program. The order in the page is the order in each file.

import { transform } from 'esbuild';
import { replaceLinks } from './page.mjs';

/** What the page names, and what the program fetches with its later part. */
const FIRST = 'style.css';
export const LATER = 'app-later.css';

/**
 * Joins and minifies the style sheets of the page: those with a `data-later` attribute into one that the page does not name.
 * A sheet with a `media` attribute is kept apart by a media rule.
 */
export async function joinStyles(site) {
  const joined = new Map();
  const isSheet = (link) => link.rel === 'stylesheet';
  site.html = replaceLinks(site.html, isSheet, ({ href, media, 'data-later': later }) => {
    const path = href.slice(1);
    const css = site.files.get(path).toString();
    site.files.delete(path);
    const name = later === undefined ? FIRST : LATER;
    const sheets = joined.get(name) ?? [];
    joined.set(name, [...sheets, media ? `@media ${media} {\n${css}\n}` : css]);
    return name === FIRST && sheets.length === 0 ? `<link rel="stylesheet" href="/${FIRST}">` : '';
  });
  for (const [name, sheets] of joined) {
    const { code } = await transform(sheets.join('\n'), { loader: 'css', minify: true });
    site.files.set(name, Buffer.from(code));
  }
}
