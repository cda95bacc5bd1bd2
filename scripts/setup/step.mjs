// One step of the set-up: one line that says what is done and how long it took.

/** A step that could not be done: why, and what the reader can do about it. */
export class StepFailure extends Error {
  constructor(why, goOn) {
    super(why);
    this.goOn = goOn;
  }
}

/** "0.3 s", "41 s", "3 min 05 s". */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/** Does one step and prints its line. `work` returns what it found or did, in a few words. */
export async function step(title, work) {
  const start = Date.now();
  process.stdout.write(`${title} … `);
  try {
    const result = await work();
    process.stdout.write(`${result}, ${duration(Date.now() - start)}\n`);
  } catch (error) {
    process.stdout.write(`FAILED after ${duration(Date.now() - start)}\n`);
    throw error;
  }
}
