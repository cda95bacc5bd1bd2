// Programs that read the files of the report as others will: for the tests only. Where they can't be installed, the tests
// of the files go on without them.

import { find } from '../lib/command.mjs';
import { canInstall, installPackages } from './debian.mjs';

/** A program, and Debian's package of it. */
const READERS = [
  ['pdftotext', 'poppler-utils'],
  ['qpdf', 'qpdf'],
  ['soffice', 'libreoffice-calc-nogui'],
];

/** Makes sure of the programs, as far as this computer lets them be installed. */
export async function ensureReaders() {
  const missing = READERS.filter(([program]) => !find(program)).map(([, name]) => name);
  if (missing.length === 0) return 'there';
  if (!canInstall()) return `${missing.join(', ')} not found: the tests of the report's files go on without them`;
  await installPackages(missing);
  return `installed ${missing.join(', ')}`;
}
