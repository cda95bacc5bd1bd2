// A browser's profile on the disk, for as long as a test needs it.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs `work` with an empty profile, which is gone afterwards. */
export async function withProfile(work) {
  const profile = await mkdtemp(join(tmpdir(), 'ldn-diary-kill-'));
  try {
    return await work(profile);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
  }
}
