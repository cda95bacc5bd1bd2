// Every wait of the worker has an end: for a cache that does not answer, and for a server that does not.

/** A cache may take this long; milliseconds. */
export const CACHE_WAIT = 1200;
/** A page waits this long for files of its own that are fetched anew. */
export const PAGE_WAIT = 6000;
/** The server may take this long for one file, and a cache to take it in. */
export const FILE_WAIT = 20_000;

/** What `work` gives; undefined where it fails or takes longer. */
export function within(wait, work) {
  return new Promise((done) => {
    const timer = setTimeout(done, wait);
    const end = (value) => {
      clearTimeout(timer);
      done(value);
    };
    (async () => work())().then(end, () => end());
  });
}

/** What has been begun and nobody waits for: the worker must live until it has ended. */
const begun = new Set();

/** Does something that no answer depends on. */
export function besides(work) {
  const ended = within(FILE_WAIT, work).then(() => begun.delete(ended));
  begun.add(ended);
}

/** Ends when nothing that was begun goes on. */
export async function settled() {
  while (begun.size) await Promise.all(begun);
}

/** Does something with each of some things, four at a time. */
export async function forEach(things, work) {
  const waiting = [...things];
  const some = async () => {
    for (let thing = waiting.shift(); thing; thing = waiting.shift()) await work(thing);
  };
  await Promise.all(Array.from({ length: 4 }, some));
}
