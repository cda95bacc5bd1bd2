// What the browser must check before it runs or shows a file: the policy, and the hash of each file that the page names.

import { createHash } from 'node:crypto';
import { PAGE_POLICY } from './headers.mjs';
import { attributes, refuseInline, replaceLinks, tag } from './page.mjs';
import { LATER } from './styles.mjs';

const CHECKED_LINKS = ['stylesheet', 'modulepreload'];

/** A subresource-integrity value. */
export function integrity(content) {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}

function checked(site, url) {
  const content = site.files.get(url.slice(1));
  if (!content) throw new Error(`index.html names ${url}, which is not in the site`);
  return integrity(content);
}

/** Meta elements that name a file which the app loads later: its hash stands beside the name. */
const NAMED_LATER = /<meta\b[^>]*\bcontent="\/[^"]+\.(?:js|wasm)"[^>]*>/g;

/**
 * Lets the script fetch each part of the program, and the style sheet of the later one, with its hash: nothing else would
 * check it. A bad copy that the browser holds is had anew. Not so the part that the page
 * preloads: browsers check no hash there, and take the preloaded file only for a request without one. Where the worker
 * keeps the app it has compared that part too; elsewhere a bad copy does not start, and is had anew (public/start.js).
 */
export function checkPrograms(site) {
  const script = site.files.get('app.js').toString();
  const preloaded = (site.html.match(/<link rel="preload"[^>]*>/g) ?? []).map((link) => attributes(link).href);
  const fetched = new Set();
  const checkedScript = script.replace(/fetch\((['"])(\/[^'"]+\.(?:wasm|css))\1\)/g, (_, _quote, url) => {
    fetched.add(url);
    if (preloaded.includes(url)) return `fetch('${url}')`;
    const part = (more) => `fetch('${url}', { integrity: '${checked(site, url)}'${more} })`;
    return `${part('')}.catch(() => ${part(", cache: 'reload'")})`;
  });
  const parts = [...site.files.keys()].filter((path) => path.endsWith('.wasm') || path === LATER);
  // A program that the page names is fetched with the hash that stands beside its name.
  const named = new Set(site.html.match(NAMED_LATER)?.map((meta) => attributes(meta).content));
  const unfetched = parts.filter((path) => !fetched.has(`/${path}`) && !named.has(`/${path}`));
  if (unfetched.length) throw new Error(`the script does not fetch ${unfetched.join(', ')} as it is written here`);
  site.files.set('app.js', Buffer.from(checkedScript));
}

/** Writes integrity values and the content security policy into the page. */
export function secure(site) {
  site.html = replaceLinks(
    site.html,
    (link) => CHECKED_LINKS.includes(link.rel),
    (link) => tag('link', { ...link, integrity: checked(site, link.href), nonce: undefined }),
  );
  site.html = replaceLinks(
    site.html,
    (link) => link.rel === 'preload',
    (link) => tag('link', { ...link, integrity: undefined, nonce: undefined }),
  );
  site.html = site.html.replace(/<script\b[^>]*\bsrc="[^>]*>/g, (script) => {
    const values = attributes(script);
    return tag('script', { ...values, integrity: checked(site, values.src) });
  });
  site.html = site.html.replace(NAMED_LATER, (meta) => {
    const values = attributes(meta);
    return tag('meta', { ...values, 'data-integrity': checked(site, values.content) });
  });
  const policy = `<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">`;
  // The policy stands right after the character set, before anything that it governs.
  if (!/<meta charset="?utf-8"?\s*\/?>/i.test(site.html))
    throw new Error('index.html does not begin with <meta charset="utf-8">');
  site.html = site.html.replace(/<meta charset="?utf-8"?\s*\/?>/i, (charset) => `${charset}\n    ${policy}`);
  refuseInline(site.html);
}
