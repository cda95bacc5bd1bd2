// The headers with which the site must be served, and the policy that stands in the page itself as well.
// Whoever hosts the site copies them from here.

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

function policyText(policy) {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

/** The content security policy as it stands in the page: `frame-ancestors` works as a header only. */
export const PAGE_POLICY = policyText(POLICY);

/** The same policy as a header: in addition nobody may show the diary inside their own page. */
export const HEADER_POLICY = policyText({ ...POLICY, 'frame-ancestors': "'none'" });

/** Headers of every answer. */
export const HEADERS = {
  'Content-Security-Policy': HEADER_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'Referrer-Policy': 'no-referrer',
  // Browsers heed it over https alone.
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
};

/** A name that ends in a content hash never stands for other content; everything else is asked for anew each time. */
export function cacheControl(path) {
  return /-[0-9a-f]{16}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** What kind of file each ending is, as the worker says it: text is UTF-8. */
const TYPES = {
  bin: 'application/octet-stream',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json; charset=utf-8',
};

/** The types of these files, by their endings. */
export function typesOf(paths) {
  const endings = [...new Set(paths.map((path) => path.slice(path.lastIndexOf('.') + 1)))].sort();
  const unknown = endings.filter((ending) => !(ending in TYPES));
  if (unknown.length) throw new Error(`the worker would not know what kind of file .${unknown.join(', .')} is`);
  return Object.fromEntries(endings.map((ending) => [ending, TYPES[ending]]));
}
