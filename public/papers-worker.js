// Runs the program once more beside the page, for its papers and for reading a file, so that its work can be broken off by
// ending this worker.

/** Runs the page's own script, which starts the program and leaves it here. */
async function start(script) {
  importScripts(script);
  await ldnProgram.started;
}

let starting;

globalThis.onmessage = async ({ data: { id, script, given } }) => {
  starting ??= start(script);
  try {
    await starting;
  } catch {
    starting = undefined;
    postMessage({ id, why: null });
    return;
  }
  try {
    postMessage({ id, made: await ldnProgram.work(given) });
  } catch (why) {
    postMessage({ id, why: why?.message ?? why });
  }
};
