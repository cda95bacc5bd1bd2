// Draws the icon's PNG sizes from its two SVG sources, in the browser of the tests; with --check, says whether each
// committed picture is there, of its size, and made from the sources as they are now.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/** The picture with a text chunk that tells which source it was made from. */
function stamped(png, source) {
  const data = Buffer.from(`tEXtSource\0${fingerprint(source)}`, 'latin1');
  const chunk = Buffer.alloc(data.length + 8);
  chunk.writeUInt32BE(data.length - 4, 0);
  data.copy(chunk, 4);
  chunk.writeUInt32BE(crc(data), data.length + 4);
  const end = png.length - 12; // IEND, which is always 12 bytes long and last
  return Buffer.concat([png.subarray(0, end), chunk, png.subarray(end)]);
}

async function draw() {
  const { chromium: browserType } = await import('@playwright/test');
  const browser = await browserType.launch({ executablePath: chromium() ?? undefined, args: BROWSER_FLAGS });
  try {
    for (const [name, source, size] of ICONS) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const svg = readFileSync(join(FOLDER, source), 'utf8');
      await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      writeFileSync(join(FOLDER, name), stamped(await page.screenshot({ omitBackground: true }), source));
      await page.close();
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
