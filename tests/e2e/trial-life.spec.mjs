// T1 to T5: a whole trial of one is lived through, 24 weeks by a moving clock: drawn and printed by a pharmacist in one
// browser, begun, recorded, guessed, opened and reported by a patient in another. The order is known to the test alone, and
// until the reveal it is looked for in all that the patient's browser holds.

import { answer, openAt, records, saved, slider } from './support/diary.mjs';
import { everythingKept, inMemory, watchMemory } from './support/everything.mjs';
import { expect, test } from './support/test.mjs';

test.use({ viewport: { width: 390, height: 844 } });

const DAY = 86_400_000;
const FIRST = Date.parse('2026-03-02T21:00:00Z');
const PERIOD = 28;
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GUESSES = ['LDN', 'Placebo', 'I don’t know'];

const iso = (day) => new Date(FIRST + day * DAY).toISOString().slice(0, 10);
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const paper = (page, id) => page.locator(`section[aria-labelledby="${id}"] .trial-paper`);

/** What a pharmacist draws: both codes, and what each bottle holds by the list. */
async function drawn(browser, baseURL) {
  const page = await (await browser.newContext({ baseURL })).newPage();
  await openAt(page, '/pharmacist', new Date(FIRST - 14 * DAY));
  await page.getByLabel('Dose of naltrexone a day').fill('4.5');
  await answer(page, 'What is made', 'Capsule').check();
  await page.getByLabel('First day of period 1').fill(iso(0));
  await press(page, 'Draw');
  const code = (id) => paper(page, id).locator('.code').first().textContent();
  const [commit, reveal] = [await code('sheet'), await code('reveal')];
  const rows = await paper(page, 'list').locator('tbody tr').allTextContents();
  await page.context().close();
  return { commit, reveal, onLdn: rows.map((row) => !/without/i.test(row) && /naltrexone/i.test(row)) };
}

/** All in which the reveal code's secrets could stand: itself, its halves, its salt as bytes and as digits. */
function secrets(reveal) {
  const groups = reveal.split('-');
  const bits = groups.flatMap((group) =>
    [...group.slice(0, 4)].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')),
  );
  const salt = bits
    .join('')
    .slice(4)
    .match(/.{8}/g)
    .map((byte) => Number.parseInt(byte, 2));
  const hex = salt.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const pairs = groups.slice(1).flatMap((group, place) => [`${groups[place]}-${group}`, `${groups[place]}${group}`]);
  return { texts: [...pairs, hex.slice(0, 17), hex.slice(17)], salt };
}

const letters = (bytes) => String.fromCharCode(...bytes);

async function isNowhere(page, { texts, salt }, log) {
  const held = [await everythingKept(page), await page.content(), log.join('\n')].join('\n').toUpperCase();
  for (const text of texts) expect(held.includes(text.toUpperCase()), text).toBe(false);
  const wanted = [letters(salt.slice(0, 8)), letters(salt.slice(9, 17)), ...texts, texts.at(-1).toUpperCase()];
  const { programs, found } = await inMemory(page, wanted);
  expect(programs).toBeGreaterThan(0);
  expect(found).toEqual(wanted.map(() => false));
}

test('a trial of 24 weeks, from the drawing to the report', async ({ page, browser, baseURL }) => {
  test.setTimeout(480_000);
  const { commit, reveal, onLdn } = await drawn(browser, baseURL);
  expect(onLdn).toHaveLength(6);
  for (const pair of [0, 2, 4]) expect(onLdn[pair]).not.toBe(onLdn[pair + 1]);
  const hidden = secrets(reveal);
  const log = [];
  page.on('console', (message) => log.push(message.text()));
  page.on('request', (request) => log.push(`${request.url()} ${request.postData() ?? ''}`));
  await watchMemory(page);

  // Two weeks before it, then the trial.
  await openAt(page, '/', new Date(FIRST - DAY));
  await slider(page, 'Pain').focus();
  await page.keyboard.type('60');
  await saved(page);
  await page.goto('/treatment?do=trial');
  await page.getByLabel('I have read the safety facts').check({ force: true });
  await page.getByLabel('My prescriber agrees').check({ force: true });
  await page.getByLabel('Commit code, from your sheet').fill(commit);
  await page.getByLabel('Dose of LDN a day').fill('4.5');
  await answer(page, 'What you take', 'Capsule').check({ force: true });
  await press(page, 'Begin the trial');
  await expect(page.getByText('It begins on 2 March 2026 with bottle 1.')).toBeVisible();

  for (let day = 0; day < 6 * PERIOD; day += 1) {
    const bottle = Math.floor(day / PERIOD) + 1;
    // A day in ten is missed, as it is.
    if (day % 10 === 6) continue;
    await page.clock.setSystemTime(new Date(FIRST + day * DAY));
    await page.goto('/');
    const dose = page.getByRole('group', { name: `Dose taken from bottle ${bottle}?` });
    await dose.getByRole('radio', { name: day % 15 === 4 ? 'Not taken' : 'Taken', exact: true }).check({ force: true });
    // Lower by about 20 on LDN, once it has had two weeks.
    const settled = day % PERIOD >= 14;
    const pain = 55 + ((day * 7) % 11) - (onLdn[bottle - 1] && settled ? 20 : 0);
    await slider(page, 'Pain').focus();
    await page.keyboard.type(String(pain));
    await answer(page, 'Vivid dreams', onLdn[bottle - 1] && day % 3 === 0 ? 'Yes' : 'No').check({ force: true });
    await saved(page);
    if (day % PERIOD === PERIOD - 1) {
      const guess = page.getByRole('group', { name: `What do you think bottle ${bottle} held?` });
      await guess.getByRole('radio', { name: GUESSES[bottle % 3], exact: true }).check({ force: true });
      if (bottle % 3 < 2) await answer(page, 'How sure are you?', 'Fairly').check({ force: true });
      await press(page, 'Save');
      await expect(guess).toHaveCount(0);
    }
    if (day % 42 === 41) await isNowhere(page, hidden, log);
  }
  for (const path of ['/treatment', '/results', '/charts', '/history', '/report', '/backup']) {
    await page.goto(path);
    await page.locator('#main h1:not(.soft)').first().waitFor();
    await expect(page.locator('#main')).not.toContainText('undefined');
    await isNowhere(page, hidden, log);
  }
  const sealed = await records(page);
  expect(sealed.treatment.body.phases.filter(({ kind }) => kind === 'blinded')).toHaveLength(6);
  expect(sealed.treatment.body.trials_of_one[0].guesses).toHaveLength(6);

  // The day after it: the envelope is opened.
  await page.clock.setSystemTime(new Date(FIRST + 6 * PERIOD * DAY));
  await page.goto('/treatment?do=trial-reveal');
  await page.getByLabel('Reveal code').fill(reveal);
  await press(page, 'Reveal');
  await page.waitForURL('**/results?phase=trial-*');
  const told = (await records(page)).treatment.body.phases.filter(({ of_trial }) => of_trial).map(({ kind }) => kind);
  expect(told, 'what the pharmacist’s list says').toEqual(onLdn.map((ldn) => (ldn ? 'ldn' : 'placebo')));
  // A search that can't find it would prove nothing.
  const { found } = await inMemory(page, [reveal]);
  expect(found).toEqual([true]);
  expect(await everythingKept(page)).toContain(reveal);
  const said = page.locator('.answer').first();
  await expect(said.locator('.answer-number')).toHaveText('Better');
  await expect(page.getByText(/^Pair by pair: pain is lower on LDN in 3 of 3 pairs$/)).toBeVisible();

  await page.goto('/report');
  const report = page.locator('.preview-paper');
  await expect(report).toContainText('Trial of one from 2 Mar 2026');
  await expect(report).toContainText(commit);
  await expect(report).toContainText(reveal);
  await expect(report).toContainText('The two fit each other');
  await expect(report).not.toContainText('not yet revealed');
});
