// Serves the built site on this computer: PORT=8081 node scripts/serve.mjs

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from './lib/paths.mjs';
import { listen, siteServer } from './site/server.mjs';

function stop(message) {
  console.error(message);
  process.exit(1);
}

const wanted = process.env.PORT || '8080';
const port = Number(wanted);
if (!Number.isInteger(port) || port < 0 || port > 65535)
  stop(`PORT must be a number from 0 to 65535, not "${wanted}".`);
if (!existsSync(join(DIST, 'index.html'))) stop('There is no built site yet: run "make run", which builds it first.');

try {
  const actual = await listen(siteServer(DIST), port, process.env.HOST || 'localhost');
  console.log(`LDN Diary is at http://localhost:${actual}  (Ctrl+C stops it)`);
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error;
  stop(
    `Port ${port} is taken by another program. Choose another one: PORT=${port === 65535 ? 8081 : port + 1} make run`,
  );
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
