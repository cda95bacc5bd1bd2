// Draws the icon's PNG sizes from its two SVG sources, in the browser of the tests; with --check, says whether each
// committed picture is there, of its size, and made from the sources as they are now.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { BROWSER_FLAGS, chromium } from './lib/browser.mjs';
import { ROOT } from './lib/paths.mjs';

const FOLDER = join(ROOT, 'public');

/**
 * Name, source and size in pixels. iOS cuts its own corners and shows transparent ones black, so its picture is the
 * one that fills the square.
 */
export const ICONS = [
  ['apple-touch-icon.png', 'icon-maskable.svg', 180],
  ['icon-192.png', 'icon.svg', 192],
  ['icon-512.png', 'icon.svg', 512],
  ['icon-maskable-512.png', 'icon-maskable.svg', 512],
];

/** A PNG's width and height, from its header (PNG specification, 11.2.2). */
export function pngSize(content) {
  const isPng = content.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  return isPng ? [content.readUInt32BE(16), content.readUInt32BE(20)] : null;
}

/** A CRC of PNG chunks (PNG specification, annex D). */
function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

function fingerprint(source) {
  return createHash('sha256')
    .update(readFileSync(join(FOLDER, source)))
    .digest('hex');
}

/** A chunk of a PNG. */
function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc(named), named.length + 4);
  return whole;
}

/** The colours that are there most often, as many as a byte can name, and of each pixel the nearest of them. */
function fewColours(rgba) {
  const counts = new Map();
  const pixels = Array.from({ length: rgba.length / 4 }, (_, pixel) => rgba.slice(4 * pixel, 4 * pixel + 4));
  for (const pixel of pixels) counts.set(pixel.join(), (counts.get(pixel.join()) ?? 0) + 1);
  const often = [...counts].sort((one, other) => other[1] - one[1]).slice(0, 256);
  const colours = often.map(([colour]) => colour.split(',').map(Number));
  const places = new Map(often.map(([colour], place) => [colour, place]));
  const apart = (one, other) => one.reduce((sum, channel, at) => sum + (channel - other[at]) ** 2, 0);
  const nearest = (pixel) =>
    colours.reduce((best, colour, place) => (apart(colour, pixel) < apart(colours[best], pixel) ? place : best), 0);
  for (const colour of counts.keys()) {
    if (!places.has(colour)) places.set(colour, nearest(colour.split(',').map(Number)));
  }
  return { named: Buffer.from(pixels.map((pixel) => places.get(pixel.join()))), colours };
}

/** A PNG with a list of its colours (PNG specification, colour type 3), a third of one that spells out each pixel. */
function listed(rgba, size, source) {
  const { named, colours } = fewColours(rgba);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 3], 8);
  const rows = Array.from({ length: size }, (_, y) => [Buffer.alloc(1), named.subarray(y * size, (y + 1) * size)]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Buffer.from(colours.map((colour) => colour[3]))),
    chunk('IDAT', deflateSync(Buffer.concat(rows.flat()), { level: 9 })),
    // Which source it was made from.
    chunk('tEXt', Buffer.from(`Source\0${fingerprint(source)}`, 'latin1')),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The pixels of a drawing, four bytes each. Runs in the browser. */
async function drawn([svg, size]) {
  const picture = new Image();
  picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  const context = canvas.getContext('2d');
  context.drawImage(picture, 0, 0, size, size);
  return [...context.getImageData(0, 0, size, size).data];
}

async function draw() {
  const { chromium: browserType } = await import('@playwright/test');
  const browser = await browserType.launch({ executablePath: chromium() ?? undefined, args: BROWSER_FLAGS });
  try {
    const page = await browser.newPage();
    for (const [name, source, size] of ICONS) {
      const svg = readFileSync(join(FOLDER, source), 'utf8');
      writeFileSync(join(FOLDER, name), listed(await page.evaluate(drawn, [svg, size]), size, source));
    }
  } finally {
    await browser.close();
  }
}

/** What is wrong with the committed pictures, one line each. */
export function faults() {
  return ICONS.flatMap(([name, source, size]) => {
    const path = join(FOLDER, name);
    if (!existsSync(path)) return [`public/${name} is missing`];
    const png = readFileSync(path);
    const [width, height] = pngSize(png) ?? [];
    if (width !== size || height !== size) return [`public/${name} is not ${size} by ${size} pixels`];
    return png.includes(fingerprint(source)) ? [] : [`public/${name} was not made from public/${source} as it is now`];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    for (const fault of faults()) {
      console.error(`${fault}: run node scripts/icons.mjs and commit the result.`);
      process.exitCode = 1;
    }
  } else {
    await draw();
    console.log(`public: ${ICONS.map(([name]) => name).join(', ')}`);
  }
}
