// What a fault test found, in the report: `node scripts/faults.mjs` makes the table of docs/faults.md out of it.

import { expect } from '@playwright/test';

/** Three times as often, for the table. */
export const FULL = Boolean(process.env.FAULTS_FULL);

/** Notes how often a fault was made and how many acknowledged answers it cost, which must be none. */
export function found(test, fault, tries, lost, remark = '') {
  test.info().annotations.push({ type: 'fault', description: JSON.stringify({ fault, tries, lost, remark }) });
  expect(lost, `${fault}: answers lost`).toBe(0);
}
