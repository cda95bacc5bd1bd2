// What a fault test found, in the report: `node scripts/faults.mjs` makes the table of docs/faults.md out of it.

import { expect } from '@playwright/test';

/** Three times as often, for the table. */
export const FULL = Boolean(process.env.FAULTS_FULL);

/** Notes how often a fault was made and how many acknowledged answers it cost, which must be none. */
export function found(test, fault, tries, lost, remark = '') {
  test.info().annotations.push({ type: 'fault', description: JSON.stringify({ fault, tries, lost, remark }) });
  expect(lost, `${fault}: answers lost`).toBe(0);
}

/** Notes how often a fault was made and how often the app did not open in time, which must be never; `slow` names those. */
export function dead(test, fault, tries, slow) {
  const description = JSON.stringify({ fault, tries, dead: slow.length, remark: slow.join(', ') });
  test.info().annotations.push({ type: 'fault', description });
  expect(slow, `${fault}: did not open in time`).toEqual([]);
}

/** Notes how often something was deleted and the browser killed, and how often it came back, which must be never. */
export function deleted(test, fault, tries, back, remark = '') {
  test.info().annotations.push({ type: 'fault', description: JSON.stringify({ fault, tries, back, remark }) });
  expect(back, `${fault}: deletions undone`).toBe(0);
}
