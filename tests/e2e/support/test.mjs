// The `test` of every spec: it fails when the page breaks the policy, logs an error, throws, or asks another host for anything.

import { test as base, expect } from '@playwright/test';

export { expect };

function ownHost(url, baseURL) {
  return ['data:', 'blob:', 'about:'].includes(new URL(url).protocol) || new URL(url).host === new URL(baseURL).host;
}

export const test = base.extend({
  /** What went wrong behind the page so far. A test that provokes a fault takes it out of the list. */
  faults: [
    async ({ context, baseURL }, use) => {
      const faults = [];
      await context.exposeBinding('reportViolation', (_, violation) => faults.push(`policy: ${violation}`));
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          window.reportViolation(
            `${event.effectiveDirective} blocked ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
          );
        });
      });
      context.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => faults.push(`thrown: ${error.error().message}`));
      context.on('request', (request) => {
        if (!ownHost(request.url(), baseURL)) faults.push(`other host: ${request.url()}`);
      });
      await use(faults);
      expect(faults, 'faults behind the page').toEqual([]);
    },
    { auto: true },
  ],
});
