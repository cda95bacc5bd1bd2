// One profile, one browser after another.

import { withProfile } from '../e2e/support/profile.mjs';
import { App } from './app.mjs';
import { launched } from './engines.mjs';

/** WebKitGTK dies or stops by itself now and then, which tells nothing of the app. As in the end-to-end tests one test of a
 * file may need a second try, which is said. */
let secondTries = 0;

/**
 * Goes through steps with one profile: each has the app in a browser of its own, which is `killed` or `ended` after it.
 * `address` gives the site's, which may change between them.
 */
export async function livesOf(engine, address, steps, { killedAfter = async () => {}, secondTry = true } = {}) {
  const once = () =>
    withProfile(async (profile) => {
      for (const [how, step] of steps) {
        const { browser, kill, end } = await launched(engine, profile);
        try {
          await step(new App(browser, address()));
          if (how === 'killed') await killedAfter();
          await (how === 'killed' ? kill() : end());
        } finally {
          await kill();
        }
      }
    });
  try {
    await once();
  } catch (error) {
    if (!secondTry || secondTries > 0) throw error;
    secondTries += 1;
    console.log(`# tried once more from the beginning: ${error.message}`);
    await once();
  }
}
