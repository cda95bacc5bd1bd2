// Private by construction: the built site names nobody to talk to, and every file is served with the headers that forbid it.

import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { filesBelow } from '../../scripts/lib/fingerprint.mjs';
import { DIST } from '../../scripts/lib/paths.mjs';
import { HEADERS } from '../../scripts/site/headers.mjs';
import { expect, test } from './support/test.mjs';

/** Addresses that are names and nothing else: nobody asks there for anything. */
const NAMES = {
  'www.w3.org': 'the namespace of SVG',
  'hl7.org': 'FHIR: what a resource is',
  'terminology.hl7.org': 'FHIR: what a code means',
  'loinc.org': 'FHIR: the code of pain',
  'unitsofmeasure.org': 'FHIR: the unit of a dose',
  'www.nlm.nih.gov': 'FHIR: the code of naltrexone',
  'www.whocc.no': 'FHIR: its class',
};
/** Texts stand close together in a program: what follows a name may be glued to it. */
const isName = (host) => Object.keys(NAMES).some((name) => host.startsWith(name));

/** Texts about others, with their addresses. */
const PAPERS = new Set(['third-party-licences.txt']);

test('the built site names no other host', () => {
  const found = filesBelow(DIST)
    .map((file) => [relative(DIST, file), file])
    .filter(([path]) => !/\.(br|gz)$/.test(path) && !PAPERS.has(path))
    .flatMap(([path, file]) => {
      const hosts = readFileSync(file, 'latin1').matchAll(/\b(?:https?|wss?|ftp):\/\/([a-z0-9.-]+)/gi);
      return [...hosts].map(([, host]) => host).map((host) => `${path}: ${host}`);
    })
    .filter((line) => !isName(line.split(': ')[1]));
  expect([...new Set(found)]).toEqual([]);
});

test('every file comes with the headers of production, the service worker too', async ({ request }) => {
  for (const { path } of (await (await request.get('/files.json')).json()).files) {
    const answer = await request.get(path);
    expect(answer.ok(), path).toBe(true);
    for (const [name, value] of Object.entries(HEADERS)) {
      expect(answer.headers()[name.toLowerCase()], `${path} ${name}`).toBe(value);
    }
  }
});

test('an evening asks the network for nothing but the files of the site', async ({ page, baseURL }) => {
  const { files } = await (await page.request.get('/files.json')).json();
  const own = new Set(['/', ...files.map(({ path }) => path)]);
  const asked = [];
  page.on('request', (request) => asked.push(request));
  await page.goto('/');
  await page.getByRole('slider', { name: 'Pain' }).press('PageUp');
  await expect(page.getByRole('status')).toHaveText(/^Saved/);
  await page.getByRole('link', { name: 'Charts' }).click();
  await expect(page.locator('.chart svg').first()).toBeVisible();
  for (const request of asked) {
    const url = new URL(request.url());
    if (url.protocol === 'data:' || url.protocol === 'blob:') continue;
    expect(url.origin).toBe(baseURL);
    expect(own.has(url.pathname), url.pathname).toBe(true);
    expect(request.method(), url.pathname).toBe('GET');
    expect(url.search, 'nothing leaves as part of an address').toBe('');
  }
});
