// Accessibility by axe-core, put into the page by hand: its own Playwright package wants a newer Node.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails unless axe finds nothing to say about the page as it is now; `options` are those of `axe.run`. */
export async function axe(page, options = {}) {
  await page.evaluate(SOURCE);
  const violations = await page.evaluate(
    async ([tags, more]) => {
      const result = await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, ...more });
      return result.violations.map(
        ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`,
      );
    },
    [RULES, options],
  );
  expect(violations, 'axe').toEqual([]);
}
