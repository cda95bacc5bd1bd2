// One style sheet instead of many: the phone asks once. The order in the page is the order in the file.

import { transform } from 'esbuild';
import { replaceLinks } from './page.mjs';

/** Joins and minifies the style sheets of the page into `style.css`. A sheet with a `media` attribute is kept apart by a media rule. */
export async function joinStyles(site) {
  const sheets = [];
  const isSheet = (link) => link.rel === 'stylesheet';
  site.html = replaceLinks(site.html, isSheet, ({ href, media }) => {
    const path = href.slice(1);
    const css = site.files.get(path).toString();
    site.files.delete(path);
    sheets.push(media ? `@media ${media} {\n${css}\n}` : css);
    return sheets.length === 1 ? '<link rel="stylesheet" href="/style.css">' : '';
  });
  if (sheets.length === 0) return;
  const { code } = await transform(sheets.join('\n'), { loader: 'css', minify: true });
  site.files.set('style.css', Buffer.from(code));
}
