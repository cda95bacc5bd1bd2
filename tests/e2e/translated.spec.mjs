// W11: a page that the browser translates says what one says that nobody has translated, whatever is done on it.

import {
  answer,
  chooseBackup,
  deadTimeOver,
  EVENING,
  openAt,
  openPage,
  openSample,
  rate,
  STANFORD,
  slider,
} from './support/diary.mjs';
import { expect, test } from './support/test.mjs';
import { byFonts, fromTheFirst, inPlace, shown, translated } from './support/translator.mjs';

const TRANSLATORS = {
  'by fonts': (page) => byFonts(page, 'one call'),
  'by fonts, in two calls': (page) => byFonts(page, 'two calls'),
  'by fonts, from the first text on': async () => {},
  'in place': inPlace,
};

const button = (page, name) => page.getByRole('button', { name, exact: true });
const choose = (page, name) => page.getByRole('link', { name, exact: true });

/** What is done on the pages; after each step it is told what the step was. */
async function evening(page, step) {
  await step('an empty diary');
  await rate(page, 'Pain', 0.4);
  await expect(page.locator('.save-status')).toContainText('Saved');
  await step('a rating');
  await slider(page, 'Pain').press('ArrowRight');
  await step('a rating, finer');
  await rate(page, 'Fatigue', 0.7);
  await answer(page, 'Headache', 'Yes').check({ force: true });
  await step('an answer');
  await deadTimeOver(page);
  await answer(page, 'Headache', 'Yes').click({ force: true });
  await expect(page.locator('.save-status')).toContainText('Taken back');
  await step('an answer taken back');
  await button(page, 'Previous day').click();
  await expect(page.locator('h1')).toContainText('9 March');
  await step('the day before');
  await rate(page, 'Pain', 0.9);
  await step('a rating of the day before');
  await button(page, 'Previous day').click();
  await expect(page.locator('h1')).toContainText('8 March');
  await step('two days before');
  await button(page, 'Next day').click();
  await expect(page.locator('h1')).toContainText('9 March');
  await step('and back');
  await page.locator('[aria-pressed]', { hasText: 'Too unwell' }).click();
  await step('too unwell');
  await openPage(page, 'Treatment');
  await step('treatment');
  await page.getByRole('link', { name: 'Start LDN' }).click();
  await step('the safety facts');
  await button(page, 'I have read this').click();
  await step('the form');
  await page.getByLabel('First day').fill('2026-03-09');
  await page.getByLabel('First day').blur();
  await step('another first day, and what it does');
  await button(page, 'Start LDN').click();
  await step('what is missing');
  await page.getByRole('radio', { name: 'Capsule' }).check();
  await page.getByRole('textbox', { name: 'Dose a day' }).fill('4.5');
  await button(page, 'Start LDN').click();
  await expect(page.getByText(/LDN .* starts on/)).toBeVisible();
  await step('LDN is started');
  await button(page, 'Undo').click();
  await step('and undone');
  await openPage(page, 'Settings');
  await step('settings');
  await page.locator('summary', { hasText: 'Ratings' }).first().click();
  await page.getByRole('switch', { name: 'Stress' }).press('Space');
  await step('one more is asked');
  await page.getByLabel('Your condition').fill('sciatica');
  await page.getByLabel('Your condition').blur();
  await step('the condition');
  await page.getByLabel('My day ends at').selectOption('00:00');
  await step('another end of the day');
}

async function sample(page, step) {
  await openSample(page);
  await page.locator('.chart svg').waitFor();
  await step('charts');
  await choose(page, 'Month').click();
  await step('charts, a month');
  const day = page.getByRole('slider', { name: 'Day in the chart' });
  await day.press('ArrowLeft');
  await step('a day of the chart');
  await day.press('PageUp');
  await step('another day of the chart');
  await button(page, 'Earlier').click();
  await step('earlier in the chart');
  await openPage(page, 'Results');
  await page.locator('main h2').first().waitFor();
  await step('results');
  for (const item of ['Fatigue', 'Sleep']) {
    await page.getByRole('link', { name: item }).first().click();
    await step(`results, ${item}`);
  }
  await page.getByRole('navigation', { name: 'Phases to compare' }).getByRole('link').last().click();
  await step('results, another phase');
  await page.getByLabel('Count days that were filled in later').click({ force: true });
  await step('results, late days left out');
  await openPage(page, 'History');
  await step('history');
  await page.getByRole('searchbox').fill('cold');
  await page.clock.runFor(1_000);
  await step('history, searched');
  await page.getByRole('searchbox').fill('zzzz');
  await page.clock.runFor(1_000);
  await step('history, nothing found');
  await page.getByRole('searchbox').fill('');
  await page.clock.runFor(1_000);
  await step('history, all again');
  await button(page, 'Previous month').click();
  await step('history, the month before');
  await openPage(page, 'Treatment');
  await step('treatment');
  await openPage(page, 'Report');
  await step('report');
  await openPage(page, 'Settings');
  await step('settings');
  await button(page, 'Leave the sample').click();
  await step('the sample left');
}

async function files(page, step) {
  await page.goto('/backup');
  await expect(page.locator('h1')).toBeVisible();
  await step('backup');
  await chooseBackup(page, STANFORD);
  await page.getByText('What this import would do').waitFor();
  await step('the plan of an import');
  await button(page, 'Import').click();
  await page.getByText('The file is imported.').waitFor();
  await step('imported');
  await openPage(page, 'Results');
  await page.locator('main h2').first().waitFor();
  await step('results of it');
  await page.goBack();
  await page.locator('#main h1:not(.soft)').first().waitFor();
  await step('back');
}

const JOURNEYS = { evening, sample, files };

/** What is shown once it does not change any more. */
async function settled(page) {
  let before;
  for (;;) {
    const now = await shown(page);
    if (now === before) return now;
    before = now;
    await new Promise((later) => setTimeout(later, 150));
  }
}

for (const [what, journey] of Object.entries(JOURNEYS)) {
  for (const [how, translate] of Object.entries(TRANSLATORS)) {
    test(`a translated page says what it says untranslated, ${how}: ${what}`, async ({ page, browser }) => {
      test.setTimeout(300_000);
      const plain = new Map();
      const fresh = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', serviceWorkers: 'block' });
      const other = await fresh.newPage();
      await openAt(other, '/', EVENING);
      await journey(other, async (step) => plain.set(step, await settled(other)));
      await fresh.close();
      if (how.endsWith('first text on')) await fromTheFirst(page);
      await openAt(page, '/', EVENING);
      await translate(page);
      page.on('load', () => translate(page));
      await journey(page, async (step) => {
        if (how !== 'in place') expect(await translated(page), `${step}: nothing is translated`).toBeGreaterThan(5);
        await expect.poll(() => shown(page), step).toBe(plain.get(step));
        if (how === 'in place') await translate(page);
      });
    });
  }
}
