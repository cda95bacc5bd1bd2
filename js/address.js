// The address: links within the app, and the browser's back and forward. Everything else is left to the browser.

let changed;
/** Counts what was asked for: of two links that are tapped before the first page stands, the second counts. */
let asked = 0;

/** Shows the page at an address of this site. */
function show({ pathname, search }) {
  asked += 1;
  changed(pathname, search, true);
}

/** A link that leads to another page of this site, in this tab; none where the browser is to follow it. */
function linkOf(event) {
  const { button, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
  if (button || altKey || ctrlKey || metaKey || shiftKey || defaultPrevented) return undefined;
  const link = event.composedPath()[0]?.closest?.('a[href]');
  if (!link || link.origin !== location.origin || link.target) return undefined;
  if (link.hash || link.hasAttribute('download') || link.relList.contains('external')) return undefined;
  return link;
}

/** Calls back with path, query and whether it is there, now and on every change: with `false` once when a page is asked for
 * and with `true` when it is to be shown. In between the browser paints, so that a tap is seen to be felt at once. */
export function followAddress(tell) {
  changed = tell;
  addEventListener('popstate', () => show(location));
  addEventListener('click', (event) => {
    const link = linkOf(event);
    if (!link) return;
    event.preventDefault();
    const { href, pathname, search } = link;
    const stay = link.hasAttribute('data-noscroll');
    if (pathname === location.pathname) return go(href, false, stay);
    changed(pathname, search, false);
    const mine = ++asked;
    requestAnimationFrame(() => setTimeout(() => mine === asked && go(href, false, stay)));
  });
  show(location);
}

/** Goes to an address of this site: as a further entry of the history or in place of this one, from its top or where the
 * reader is. */
export function go(address, replace, stay) {
  const to = new URL(address, location.href);
  try {
    history[replace || to.href === location.href ? 'replaceState' : 'pushState'](null, '', to);
  } catch {
    // Some browsers refuse after a hundred changes in half a minute. The page is shown all the same.
  }
  show(to);
  if (!stay) scrollTo(0, 0);
}

/** What the query says of a name. */
export const queryValue = (query, name) => new URLSearchParams(query).get(name) ?? undefined;
