// Compressed copies beside each file, made once here and as small as they get, so that the server only picks one.

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const COMPRESSIBLE = /\.(html|js|mjs|css|wasm|json|svg|txt|webmanifest|ics|xml|ico|bin)$/;
const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Brotli's own size of a block, and one that is better for much code: half a hundredth. */
const BLOCKS = [0, 16];

/** Brotli at its best quality. */
export async function brotli(content) {
  const packed = await Promise.all(
    BLOCKS.map((block) =>
      brotliAsync(content, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          // The widest window that every browser reads.
          [constants.BROTLI_PARAM_LGWIN]: 24,
          [constants.BROTLI_PARAM_LGBLOCK]: block,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        },
      }),
    ),
  );
  return packed.reduce((best, other) => (other.length < best.length ? other : best));
}

/** Adds `.br` and `.gz` copies where they are smaller than the file. */
export async function compress(files) {
  const originals = [...files].filter(([path]) => COMPRESSIBLE.test(path));
  await Promise.all(
    originals.map(async ([path, content]) => {
      const copies = [
        ['br', await brotli(content)],
        ['gz', await gzipAsync(content, { level: 9 })],
      ];
      for (const [ending, copy] of copies) {
        if (copy.length < content.length) files.set(`${path}.${ending}`, copy);
      }
    }),
  );
}
