// Small reading and writing of the one page, as text. It knows the page that Trunk writes, not HTML at large.

/** The attributes of a start tag: name → value ("" where there is none). */
export function attributes(tag) {
  const inside = tag.replace(/^<[\w-]+/, '').replace(/\/?>$/, '');
  return Object.fromEntries(
    [...inside.matchAll(/([\w:-]+)(?:\s*=\s*"([^"]*)")?/g)].map(([, name, value]) => [name, value ?? '']),
  );
}

/** A start tag from its name and attributes; those that are undefined are left out. */
export function tag(name, values) {
  const written = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => (value === '' ? ` ${key}` : ` ${key}="${value}"`));
  return `<${name}${written.join('')}>`;
}

/** Replaces every `<link …>` whose attributes satisfy `which`; `change` gets the attributes and gives the new text. */
export function replaceLinks(html, which, change) {
  return html.replace(/<link\b[^>]*>/g, (link) => {
    const values = attributes(link);
    return which(values) ? change(values) : link;
  });
}

/** The page without comments and empty lines: nobody reads them on a phone. */
export function tidy(html) {
  return html.replace(/<!--[\s\S]*?-->/g, '').replace(/\n\s*(?=\n)/g, '');
}

/** Refuses a page on which something would be blocked by the policy: inline scripts, styles and event handlers. */
export function refuseInline(html) {
  const faults = [
    [/<script\b(?![^>]*\bsrc=)[^>]*>/, 'an inline script'],
    [/<style\b/, 'an inline style sheet'],
    [/<[^>]+\sstyle="/, 'a style attribute'],
    [/<[^>]+\son\w+="/, 'an event handler attribute'],
  ];
  const found = faults.filter(([pattern]) => pattern.test(html)).map(([, name]) => name);
  if (found.length)
    throw new Error(`index.html holds ${found.join(' and ')}, which the content security policy blocks`);
}

/** What a browser fetches only when the app is put on a home screen. */
const FOR_HOME_SCREENS = ['apple-touch-icon', 'manifest'];

/** The files that a first visit fetches: the page and what it names, in that order. What is fetched later is not among them. */
export function firstLoad(html) {
  const tags = html.match(/<(?:link|script)\b[^>]*>/g) ?? [];
  const wanted = tags.map((tag) => attributes(tag)).filter(({ rel }) => !FOR_HOME_SCREENS.includes(rel));
  const named = wanted.map((values) => values.src ?? values.href);
  return ['index.html', ...new Set(named.filter((url) => url?.startsWith('/')).map((url) => url.slice(1)))];
}
