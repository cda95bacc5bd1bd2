// Firefox and WebKitGTK, for the tests only. Where they can't be installed, their tests are left out and that is said.

import { spawnSync } from 'node:child_process';
import { firefox, webkitDriver, xvfb } from '../lib/browser.mjs';
import { ensureTool } from './cargo-tool.mjs';
import { canInstall, installPackages } from './debian.mjs';
import { gecko } from './tools.mjs';

/** Debian's Python with the libraries that `tests/engines/webkit.py` shows a page with. */
function canShowWebKit() {
  const wanted = "import gi; gi.require_version('WebKit2', '4.1'); gi.require_version('Gtk', '3.0')";
  return spawnSync('/usr/bin/python3', ['-c', wanted], { stdio: 'ignore' }).status === 0;
}

/** Debian's packages, and whether what each is wanted for is there. */
const PACKAGES = [
  ['firefox-esr', () => firefox()],
  ['webkit2gtk-driver', () => webkitDriver()],
  ['xvfb', () => xvfb()],
  ['python3-gi', canShowWebKit],
  ['gir1.2-webkit2-4.1', canShowWebKit],
];

/** Makes sure of both engines and of what drives them, as far as this computer lets them be installed. */
export async function ensureEngines() {
  const missing = PACKAGES.filter(([, there]) => !there()).map(([name]) => name);
  if (missing.length && canInstall()) await installPackages(missing);
  const driver = firefox() ? await ensureTool(gecko()) : 'there';
  const absent = PACKAGES.filter(([, there]) => !there()).map(([name]) => name);
  if (absent.length) return `${absent.join(', ')} not found: their engines are left out of the tests`;
  return missing.length ? `installed ${missing.join(', ')}` : driver;
}
