// The headers and the cache rules of the site, written down for the common hosts; with --check, says whether the
// committed files are as they would be written now.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './lib/paths.mjs';
import { cacheControl, HEADERS } from './site/headers.mjs';

const FOLDER = 'docs/hosting';
const FOR_EVER = cacheControl('/x-0123456789abcdef.js');
const EACH_TIME = cacheControl('/');
const MADE = 'Written by scripts/hosting.mjs: change that, not this.';

const lines = (format) => Object.entries(HEADERS).map(([name, value]) => format(name, value));

/** For nginx 1.21 or newer, whose list of types has WebAssembly. */
export function nginx() {
  return `# ${MADE}
# Into the http block: what carries a hash in its name never changes.
map $uri $ldn_diary_cache {
    default "${EACH_TIME}";
    "~-[0-9a-f]{16}\\.\\w+$" "${FOR_EVER}";
}

server {
    listen 443 ssl;
    listen [::]:443 ssl;
    server_name diary.example.org;
    # ssl_certificate and ssl_certificate_key: as your certificate tool says.

    root /var/www/ldn-diary;
    include mime.types;
    types {
        application/manifest+json webmanifest;
        text/calendar ics;
    }
    charset utf-8;
    gzip_static on;
    # brotli_static on;    # where nginx has the brotli module: files are a fifth smaller

${lines((name, value) => `    add_header ${name} "${value}" always;`).join('\n')}
    add_header Cache-Control $ldn_diary_cache;

    # Every address of the app is the one page; a file that is not there is missing.
    location / {
        try_files $uri $uri/ /index.html;
    }
    location ~ \\.\\w+$ {
        try_files $uri =404;
    }
}
`;
}

/** For Caddy 2. */
export function caddy() {
  return `# ${MADE}
diary.example.org {
	root * /var/www/ldn-diary
${lines((name, value) => `\theader ${name} "${value}"`).join('\n')}
	@hashed path_regexp "-[0-9a-f]{16}\\.\\w+$"
	@fresh not path_regexp "-[0-9a-f]{16}\\.\\w+$"
	header @hashed Cache-Control "${FOR_EVER}"
	header @fresh Cache-Control "${EACH_TIME}"
	@manifest path *.webmanifest
	header @manifest Content-Type application/manifest+json

	# Every address of the app is the one page; a file that is not there is missing.
	@page {
		not path_regexp "\\.\\w+$"
		file {
			try_files {path} /index.html
		}
	}
	rewrite @page {file_match.relative}
	file_server {
		precompressed br gzip
	}
}
`;
}

/** `_headers` for Netlify and Cloudflare Pages, which look for it in the published folder. */
export function headersFile(paths) {
  const hashed = paths.filter((path) => cacheControl(path) === FOR_EVER).sort();
  return [
    '/*',
    ...lines((name, value) => `  ${name}: ${value}`),
    ...hashed.flatMap((path) => [`/${path}`, '  ! Cache-Control', `  Cache-Control: ${FOR_EVER}`]),
    '',
  ].join('\n');
}

/** `_redirects` for the same hosts: every address of the app is the one page. */
export const REDIRECTS = '/* /index.html 200\n';

const FILES = { 'nginx.conf': nginx, Caddyfile: caddy };

/** What is wrong with the committed files, one line each. */
export function faults() {
  return Object.entries(FILES)
    .filter(([name, text]) => {
      const path = join(ROOT, FOLDER, name);
      return !existsSync(path) || readFileSync(path, 'utf8') !== text();
    })
    .map(([name]) => `${FOLDER}/${name} is not up to date`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    for (const fault of faults()) {
      console.error(`${fault}: run node scripts/hosting.mjs and commit the result.`);
      process.exitCode = 1;
    }
  } else {
    mkdirSync(join(ROOT, FOLDER), { recursive: true });
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(ROOT, FOLDER, name), text());
    console.log(`${FOLDER}: ${Object.keys(FILES).join(', ')}`);
  }
}
