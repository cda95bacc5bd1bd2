// T1: the pharmacist's page, from the form to four papers, of which nothing stays behind.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import jsQR from 'jsqr';
import { axe } from './support/axe.mjs';
import { answer, openAt, records } from './support/diary.mjs';
import { everythingKept } from './support/everything.mjs';
import { expect, test } from './support/test.mjs';

const PAPERS = ['labels', 'list', 'reveal', 'sheet'];
const CODE = /(?:[0-9A-Z]{5}-){6}[0-9A-Z]{5}/g;

const title = (page) => page.getByRole('heading', { level: 1 });
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const paper = (page, id) => page.locator(`section[aria-labelledby="${id}"] .trial-paper`);
const codes = (page, id) => paper(page, id).locator('.code').allTextContents();

async function openPharmacist(page) {
  await openAt(page, '/pharmacist');
  await expect(title(page)).toHaveText('For a pharmacist: a trial of one');
}

async function fillIn(page, { dose = '4.5', pairs = '3', first = '2026-03-16' } = {}) {
  await page.getByLabel('Dose of naltrexone a day').fill(dose);
  await answer(page, 'What is made', 'Capsule').check();
  const choice = answer(page, 'Pairs of periods', pairs);
  if (!(await choice.isChecked())) await choice.check();
  await page.getByLabel('First day of period 1').fill(first);
}

async function drawn(page, given) {
  await openPharmacist(page);
  await fillIn(page, given);
  await press(page, 'Draw');
  await expect(page.getByRole('heading', { name: /^The papers of trial [0-9A-Z]{5}$/ })).toBeFocused();
  for (const id of PAPERS) await expect(paper(page, id)).toBeVisible();
}

/** Notes each time that the page would print, with what stands on paper then, and goes on as if it had. */
async function printing(page) {
  await page.evaluate(() => {
    window.printed = [];
    window.print = () => {
      const sections = [...document.querySelectorAll('main section[aria-labelledby]')];
      const out = sections.filter((section) => !section.classList.contains('no-print'));
      window.printed.push(out.map((section) => section.getAttribute('aria-labelledby')));
      dispatchEvent(new Event('afterprint'));
    };
  });
  return () => page.evaluate(() => window.printed);
}

/** How many sheets the browser prints. */
async function sheets(page, format) {
  const pdf = (await page.pdf({ format })).toString('latin1');
  return (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
}

test('all that is wrong stands beside its field, and what is whole is drawn', async ({ page }) => {
  await openPharmacist(page);
  await page.getByLabel('Days in each period').fill('20');
  await press(page, 'Draw');
  const problems = page.getByRole('alert').getByRole('listitem');
  await expect(problems).toHaveText([
    'Give the dose as it is prescribed, such as 1.5 mg.',
    'Choose what is made.',
    'Give the days of each period as a whole number of 21 to 84.',
    'Choose the first day.',
  ]);
  await axe(page);
  await fillIn(page, { first: '2026-03-01' });
  await page.getByLabel('Days in each period').fill('28');
  await press(page, 'Draw');
  await expect(problems).toHaveText(['Choose a day from today on: the patient has to have the bottles by then.']);
  await fillIn(page);
  await press(page, 'Draw');
  await expect(paper(page, 'labels')).toBeVisible();
});

for (const colorScheme of ['light', 'dark']) {
  test(`four papers say what each is for, and can be read by all, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await drawn(page);
    await axe(page);
    await expect(paper(page, 'labels').locator('.label')).toHaveCount(6);
    const [commit] = await codes(page, 'sheet');
    const [reveal] = await codes(page, 'reveal');
    expect(await codes(page, 'list')).toEqual([commit, reveal]);
    expect(await codes(page, 'labels')).toEqual([]);
    expect(await codes(page, 'sheet')).toEqual([commit]);
    expect(await codes(page, 'reveal')).toEqual([reveal]);
    const held = async (id) =>
      (await paper(page, id).getByRole('cell').allTextContents()).filter((cell) => /^[NP]/.test(cell));
    const list = await held('list');
    expect(list).toHaveLength(6);
    for (const pair of [0, 2, 4]) expect(list.slice(pair, pair + 2).sort()).toEqual(['Naltrexone 4.5 mg', 'Placebo']);
    expect(await held('reveal')).toEqual(await held('list'));
    expect(await held('sheet')).toEqual([]);
    // Black on white, whatever the page is.
    const colours = await paper(page, 'sheet').evaluate((paper) => {
      const { color, backgroundColor } = getComputedStyle(paper);
      return [color, backgroundColor];
    });
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });
}

/** The bits of a code, as docs/trial-of-one.md has them: without the letter that checks each group. */
function bitsOf(code) {
  const letters = code.split('-').flatMap((group) => [...group.slice(0, 4)]);
  const bits = letters.map((letter) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(letter).toString(2).padStart(5, '0'));
  return bits.join('');
}

test('whoever checks the seal by the document finds that it fits', async ({ page }) => {
  await drawn(page, { pairs: '2' });
  const [commit] = await codes(page, 'sheet');
  const reveal = bitsOf((await codes(page, 'reveal'))[0]);
  const order = [...reveal.slice(0, 2)].map((bit) => (bit === '1' ? 'LP' : 'PL')).join(' ');
  const salt = reveal
    .slice(4)
    .match(/.{4}/g)
    .map((four) => Number.parseInt(four, 2).toString(16))
    .join('');
  const text = `ldn-diary trial of one, version 1\npairs=2\nperiod_days=28\nfirst_day=2026-03-16\norder=${order}\nsalt=${salt}\n`;
  const hash = [...createHash('sha256').update(text).digest()]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  expect(bitsOf(commit).slice(-114)).toBe(hash.slice(0, 114));
  const list = await paper(page, 'list').getByRole('cell').allTextContents();
  const held = list.filter((cell) => /^[NP]/.test(cell)).map((cell) => (cell === 'Placebo' ? 'P' : 'L'));
  expect(held.join('')).toBe(order.replace(' ', ''));
});

test('a camera reads the commit code, on the screen and on paper', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await drawn(page);
  const [commit] = await codes(page, 'sheet');
  for (const media of ['screen', 'print']) {
    await page.emulateMedia({ media });
    const picture = await paper(page, 'sheet').getByRole('img').screenshot();
    const [width, height, data] = await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      return [image.width, image.height, [...context.getImageData(0, 0, image.width, image.height).data]];
    }, picture.toString('base64'));
    expect(jsQR(Uint8ClampedArray.from(data), width, height)?.data, media).toBe(commit);
  }
});

test('all papers are printed, each on sheets of its own, or one alone', async ({ page }) => {
  await drawn(page, { pairs: '4' });
  const printed = await printing(page);
  await press(page, 'Print all');
  await expect.poll(printed).toEqual([PAPERS]);
  for (const [name, id] of [
    ['Print the labels', 'labels'],
    ['Print the pharmacist’s list', 'list'],
    ['Print the sheet for the envelope', 'reveal'],
    ['Print the patient’s sheet', 'sheet'],
  ]) {
    await press(page, name);
    await expect.poll(async () => (await printed()).at(-1)).toEqual([id]);
    await expect(page.locator('main section.no-print')).toHaveCount(0);
  }
  for (const format of ['A4', 'Letter']) expect(await sheets(page, format), format).toBe(4);
  // What is printed holds the papers and nothing of the page.
  await page.emulateMedia({ media: 'print' });
  for (const other of [page.getByRole('navigation'), title(page), page.getByRole('button')])
    await expect(other.filter({ visible: true })).toHaveCount(0);
});

test('one paper alone is one sheet, and no empty one', async ({ page }) => {
  await drawn(page, { pairs: '4' });
  for (const [place, id] of PAPERS.entries()) {
    // The browser prints when the page has asked for it.
    const asked = page.evaluate(() => new Promise((done) => Object.assign(window, { print: done })));
    await page.locator(`section[aria-labelledby="${id}"]`).getByRole('button').click();
    await asked;
    await expect(page.locator('main section.no-print')).toHaveCount(PAPERS.length - 1);
    expect(await sheets(page, place % 2 ? 'A4' : 'Letter'), id).toBe(1);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(page.locator('main section.no-print')).toHaveCount(0);
  }
});

test('nothing is kept: no store, file of the browser or address has a code, and none is left after a reload', async ({
  page,
}) => {
  const asked = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await drawn(page);
  const found = (await Promise.all(PAPERS.map((id) => codes(page, id)))).flat();
  const before = await page.evaluate(() => location.href);
  expect(new Set(found).size).toBe(2);
  expect(await records(page)).toEqual({});
  const kept = await everythingKept(page);
  for (const code of found) {
    const other = code.replaceAll('-', '');
    for (const text of [kept, asked.join('\n')]) {
      expect(text).not.toContain(code);
      expect(text).not.toContain(other);
    }
  }
  expect(before.endsWith('/pharmacist')).toBe(true);
  page.on('dialog', (dialog) => dialog.accept());
  await page.reload();
  await expect(title(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Draw', exact: true })).toBeVisible();
  await expect(page.getByLabel('Dose of naltrexone a day')).toHaveValue('');
  expect((await page.locator('body').textContent()).match(CODE)).toBeNull();
});

for (const [how, take] of [
  [
    'printed',
    async (page) => {
      await printing(page);
      await press(page, 'Print all');
      await expect.poll(() => page.evaluate(() => window.printed.length)).toBe(1);
    },
  ],
  [
    'saved',
    async (page) => {
      const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save the file')]);
      expect(download.suggestedFilename()).toMatch(/^ldn-trial-[0-9A-Z]{5}\.html$/);
      const file = await readFile(await download.path(), 'utf8');
      const said = file.replace(/<[^>]+>/g, '');
      for (const id of PAPERS) for (const code of await codes(page, id)) expect(said).toContain(code);
    },
  ],
]) {
  test(`the browser asks before papers are lost that were never ${how}, and then no more`, async ({ page }) => {
    const asked = [];
    page.on('dialog', async (dialog) => {
      asked.push(dialog.type());
      await dialog.dismiss();
    });
    await drawn(page);
    await page.getByRole('link', { name: 'To the diary of the app' }).click();
    await expect.poll(() => asked).toEqual(['beforeunload']);
    await expect(paper(page, 'sheet')).toBeVisible();
    await take(page);
    await page.getByRole('link', { name: 'To the diary of the app' }).click();
    await expect(page.getByRole('slider', { name: 'Pain', exact: true })).toBeVisible();
    expect(asked).toEqual(['beforeunload']);
    // The page that the browser may have held as it was is empty too.
    await page.goBack();
    await expect(page.getByRole('button', { name: 'Draw', exact: true })).toBeVisible();
  });
}

test('other codes are drawn only after a question, of what was typed', async ({ page }) => {
  await drawn(page);
  const [first] = await codes(page, 'sheet');
  await press(page, 'Draw anew');
  await press(page, 'Keep these');
  await expect(page.getByRole('button', { name: 'Draw anew' })).toBeFocused();
  expect(await codes(page, 'sheet')).toEqual([first]);
  await press(page, 'Draw anew');
  await expect(page.getByText('destroy them')).toBeVisible();
  await axe(page);
  await press(page, 'Yes, draw other codes');
  await expect(page.getByLabel('Dose of naltrexone a day')).toHaveValue('4.5');
  await press(page, 'Draw');
  await expect(paper(page, 'sheet')).toBeVisible();
  expect(await codes(page, 'sheet')).not.toEqual([first]);
});

for (const [how, broken] of [
  ['that fails', 'throw new Error("none")'],
  ['that fills nothing in', 'return arguments[0]'],
]) {
  test(`with a generator ${how} nothing is drawn, and that is said`, async ({ page }) => {
    await page.addInitScript(`Crypto.prototype.getRandomValues = function () { ${broken}; };`);
    await openPharmacist(page);
    await fillIn(page);
    await press(page, 'Draw');
    await expect(page.getByRole('alert').filter({ hasText: 'no generator' })).toBeVisible();
    await expect(page.locator('.trial-paper')).toHaveCount(0);
  });
}

test('form and papers fit 320 pixels and 200 % text, and nothing of the diary stands around them', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await drawn(page);
  for (const size of ['100%', '200%']) {
    await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), size);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, size).toBe(0);
    // No letter of a code stands outside of its paper.
    const outside = await paper(page, 'reveal').evaluate((paper) => {
      const edge = paper.getBoundingClientRect().right;
      return [...paper.querySelectorAll('.code span')].filter(
        (group) => group.getBoundingClientRect().right > edge + 0.5,
      ).length;
    });
    expect(outside, size).toBe(0);
  }
  await expect(page.getByRole('navigation')).toBeHidden();
});
