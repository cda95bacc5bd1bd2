import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { axe } from './support/axe.mjs';
import { chooseBackup, openAt, openSample, rate, STANFORD } from './support/diary.mjs';
import { DIARIES, diary, LAST } from './support/long.mjs';
import { expect, test } from './support/test.mjs';

const run = promisify(execFile);
const EVENING = new Date(`${LAST}T22:00:00+02:00`);
/** Inner sizes of a sheet in CSS pixels: its width, and the height that page 1 has. */
const SHEETS = { a4: [695, 1009], letter: [718, 941] };
const FIRST_WEEKS = fileURLToPath(new URL('../fixtures/cases/diary-first-weeks.json', import.meta.url));

const firstPage = (page) => page.locator('.preview .first');

async function openReport(page) {
  await openAt(page);
  await openSample(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Charts' })).toBeVisible();
  await page.getByRole('link', { name: 'Report' }).click();
  await expect(firstPage(page)).toBeVisible();
}

async function openDiary(page, content, now = EVENING) {
  await openAt(page, '/', now);
  await chooseBackup(page, { name: 'diary.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Charts' })).toBeVisible();
  await page.getByRole('link', { name: 'Report' }).click();
  await expect(firstPage(page)).toBeVisible({ timeout: 30_000 });
}

/** Makes a file by its button and gives its name and content. */
async function fileOf(page, button) {
  const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: button, exact: true }) });
  await row.getByRole('button', { name: button, exact: true }).click();
  const take = row.getByRole('button', { name: 'Download it' });
  await expect(take).toBeVisible({ timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), take.click()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** The output of a program, or undefined where it is not installed. */
async function tool(program, ...given) {
  try {
    const { stdout } = await run(program, given, { maxBuffer: 1e8 });
    return stdout;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

test('an empty diary says what will stand here', async ({ page }) => {
  await openAt(page, '/report');
  await expect(page.getByText('There is nothing to report yet.')).toBeVisible();
  await axe(page);
});

test('one evening is a report that says what is missing', async ({ page }) => {
  await openAt(page);
  await rate(page, 'Pain', 0.62);
  await page.getByRole('link', { name: 'Report' }).click();
  await expect(firstPage(page)).toContainText('Nothing is compared yet');
  await axe(page);
});

for (const colorScheme of ['light', 'dark']) {
  test(`the sample diary is a page that can be read, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openReport(page);
    await expect(firstPage(page)).toContainText('20 points or 31 % lower, likely range 7 to 31 points lower.');
    await expect(firstPage(page).getByRole('img')).toBeVisible();
    await expect(firstPage(page).getByRole('table')).toHaveCount(2);
    for (const name of ['LDN against baseline', 'Side effects']) {
      const caption = firstPage(page).getByRole('caption').filter({ hasText: name });
      await expect(caption, 'it is seen').toBeVisible();
      expect((await caption.boundingBox()).width).toBeGreaterThan(50);
    }
    await page.getByText('What goes in').click();
    await page.getByText('Charts and data').click();
    await axe(page);
  });
}

test('choices change the report, and nothing of them is kept', async ({ page }) => {
  await openReport(page);
  const stored = () => page.evaluate(() => JSON.stringify(localStorage));
  const before = await stored();
  await page.getByText('What goes in').click();
  await page.getByLabel('Your name (optional)').fill('Ada <b>Doe</b>');
  await expect(firstPage(page).getByText('Ada <b>Doe</b>')).toBeVisible();
  await page.getByRole('radio', { name: 'Last 4 weeks' }).check();
  await expect(firstPage(page)).toContainText('11 May to 7 Jun 2026');
  await page.getByRole('radio', { name: 'US Letter' }).check();
  await expect(page.locator('.preview article')).toHaveAttribute('data-paper', 'letter');
  await page.getByRole('switch', { name: 'Count days that I filled in later' }).click();
  await expect(firstPage(page)).toContainText('left out of all figures');
  await page.getByText('Ratings', { exact: true }).click();
  await page.getByRole('switch', { name: 'Fatigue' }).click();
  await expect(firstPage(page)).not.toContainText('Fatigue');
  await page.getByRole('radio', { name: 'Days I choose' }).check();
  await page.getByLabel('First day').fill('2026-06-08');
  await expect(page.getByText('The last day lies before the first one.')).toBeVisible();
  await axe(page);
  expect(await stored()).toBe(before);
  await page.reload();
  await expect(firstPage(page)).not.toContainText('Ada');
});

for (const [name, options] of Object.entries(DIARIES)) {
  // R1
  test(`page 1 is one page on either paper: ${name}`, async ({ page }) => {
    await openDiary(page, diary(options));
    await page.getByText('What goes in').click();
    await page.getByRole('switch', { name: 'Every day as a table, behind page 1' }).click();
    const screen = page.viewportSize();
    for (const [paper, [width, height]] of Object.entries(SHEETS)) {
      await page.getByRole('radio', { name: paper === 'a4' ? 'A4' : 'US Letter' }).check();
      await expect(page.locator(`.preview article[data-paper="${paper}"]`)).toBeVisible();
      await expect(page.locator('.preview .further').filter({ hasText: 'Every day' })).toHaveCount(0);
      const printed = await page.pdf({ preferCSSPageSize: true });
      const text = printed.toString('latin1');
      const behind = await page.locator('.preview .further').count();
      if (!behind) expect(text.match(/\/Type \/Page\b(?!s)/g), paper).toHaveLength(1);
      const [left, low, right, top] = text
        .match(/\/MediaBox \[([\d. ]+)\]/)[1]
        .split(' ')
        .map(Number);
      expect([right - left, top - low].map(Math.round)).toEqual(paper === 'a4' ? [595, 842] : [612, 792]);
      // Nothing is cut off, and the drawing is as large as a drawing must be.
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ media: 'print' });
      const measured = await firstPage(page).evaluate((first) => ({
        room: first.clientHeight,
        used: first.lastElementChild.getBoundingClientRect().bottom - first.getBoundingClientRect().top,
        drawn: first.querySelector('svg').getBoundingClientRect().height,
      }));
      expect(measured.used, paper).toBeLessThanOrEqual(measured.room + 1);
      expect(measured.drawn, paper).toBeGreaterThan(150);
      await page.emulateMedia({ media: null });
      await page.setViewportSize(screen);
    }
  });
}

test('print shows the report alone, every page with its number', async ({ page }) => {
  await openReport(page);
  const folder = await mkdtemp(join(tmpdir(), 'ldn-diary-print-'));
  const path = join(folder, 'print.pdf');
  await page.pdf({ path, preferCSSPageSize: true });
  const text = await tool('pdftotext', '-layout', path, '-');
  if (text !== undefined) {
    const pages = text.split('\f').filter((one) => one.trim());
    expect(pages).toHaveLength(4);
    for (const [index, one] of pages.entries()) expect(one).toMatch(new RegExp(`${index + 1} ?/ ?4\\s*$`));
    expect(pages[0]).toContain('Symptom diary');
    for (const button of ['Take it along', 'Treatment', 'Leave the sample']) expect(text).not.toContain(button);
    // The heading of the table stands on each of its pages.
    for (const one of pages.slice(1)) expect(one).toMatch(/Day\s+Phase\s+Pain/);
  }
  await rm(folder, { recursive: true });
});

test('the HTML file opens by itself, with the network off, and prints the same page', async ({
  page,
  context,
  faults,
}) => {
  await openReport(page);
  const { name, content } = await fileOf(page, 'Web page file');
  expect(name).toBe('ldn-diary-2026-06-07.html');
  const folder = await mkdtemp(join(tmpdir(), 'ldn-diary-html-'));
  await writeFile(join(folder, name), content);
  await context.setOffline(true);
  const file = await context.newPage();
  const asked = [];
  file.on('request', (request) => asked.push(request.url()));
  await file.goto(`file://${join(folder, name)}`);
  await expect(file.locator('.first')).toContainText('31 % lower');
  expect(asked).toHaveLength(1);
  // The file itself is no other host.
  expect(faults.splice(0)).toEqual([`other host: ${asked[0]}`]);
  const inApp = await firstPage(page).evaluate((first) => first.outerHTML);
  expect(await file.locator('.first').evaluate((first) => first.outerHTML)).toBe(inApp);
  const printed = (await file.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(printed.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(4);
  await file.close();
  await rm(folder, { recursive: true });
});

for (const colorScheme of ['light', 'dark']) {
  test(`in the system's own colours the drawing can be read on the page and in the file, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await openReport(page);
    const { content } = await fileOf(page, 'Web page file');
    const look = (svg) => {
      const { forcedColorAdjust, backgroundColor, filter } = getComputedStyle(svg);
      return { forcedColorAdjust, backgroundColor, filter };
    };
    const kept = {
      forcedColorAdjust: 'none',
      backgroundColor: 'rgb(255, 255, 255)',
      filter: colorScheme === 'dark' ? 'invert(1)' : 'none',
    };
    expect(await firstPage(page).locator('svg').evaluate(look)).toEqual(kept);
    const file = await page.context().newPage();
    await file.emulateMedia({ forcedColors: 'active', colorScheme });
    await file.setContent(content.toString());
    expect(await file.locator('figure > svg').first().evaluate(look)).toEqual(kept);
  });
}

test('on a wide window the preview is as high as the window, and what can be taken along keeps its distance', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openReport(page);
  expect((await page.locator('.preview').boundingBox()).height).toBeGreaterThanOrEqual(790);
  await page.getByText('Charts and data').click();
  const last = await page.locator('.fold[open] .plain-list').first().boundingBox();
  const which = await page.getByText('Which chart?').boundingBox();
  expect(which.y - last.y - last.height).toBeGreaterThanOrEqual(12);
});

test('the PDF file is whole, tagged and can be searched', async ({ page }) => {
  await openReport(page);
  const { name, content } = await fileOf(page, 'PDF file');
  expect(name).toBe('ldn-diary-2026-06-07.pdf');
  expect(content.subarray(0, 5).toString()).toBe('%PDF-');
  const folder = await mkdtemp(join(tmpdir(), 'ldn-diary-pdf-'));
  await writeFile(join(folder, name), content);
  await tool('qpdf', '--check', join(folder, name));
  const text = await tool('pdftotext', '-layout', join(folder, name), '-');
  const about = await tool('pdfinfo', join(folder, name));
  if (text !== undefined) {
    expect(text).toContain('Pain averaged 44 on LDN 4.5 mg');
    expect(about).toMatch(/Tagged:\s+yes/);
    expect(about).toMatch(/Pages:\s+5/);
  }
  await rm(folder, { recursive: true });
});

test('of several files that are ready each button tells its own, and a file made anew takes the place of the old', async ({
  page,
}) => {
  await openReport(page);
  const take = page.getByRole('button', { name: 'Download it' });
  for (const kind of ['Web page file', 'PDF file', 'PDF file']) {
    await fileOf(page, kind);
  }
  await expect(take).toHaveCount(2);
  for (const file of ['ldn-diary-2026-06-07.html', 'ldn-diary-2026-06-07.pdf']) {
    await expect(page.getByRole('button', { name: `Download it: ${file}`, exact: true })).toHaveCount(1);
  }
});

test('a file that is ready after a choice has changed is not offered', async ({ page }) => {
  test.slow();
  await openDiary(page, diary(DIARIES['ten years']));
  await page.getByText('What goes in').click();
  await page.getByText('Charts and data').click();
  const row = page.getByRole('listitem').filter({ hasText: 'Clinic record (FHIR)' });
  await row.getByRole('button', { name: 'Clinic record (FHIR)' }).click();
  await expect(row.getByText('Making the file')).toBeVisible();
  await page.getByRole('switch', { name: 'Count days that I filled in later' }).click();
  await expect(row.getByText('Making the file')).toHaveCount(0);
  // The preview of the new choice is made after the file.
  await expect(firstPage(page)).toContainText('left out of all figures', { timeout: 60_000 });
  await expect(row.getByRole('button', { name: 'Download it' })).toHaveCount(0);
});

test('what the PDF file can not show is named with its days before it is made, and the HTML file has it', async ({
  page,
}) => {
  await openDiary(page, diary(DIARIES['another alphabet']));
  const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'PDF file', exact: true }) });
  await page.getByRole('button', { name: 'PDF file' }).click();
  await expect(row.getByText("The PDF file can't show")).toContainText('outside the notes');
  await expect(row.getByRole('button', { name: 'Download it' })).toHaveCount(0);
  await axe(page);
  await row.getByRole('button', { name: 'Make it with [sign] in their place' }).click();
  await expect(row.getByRole('button', { name: 'Download it' })).toBeVisible();
  const { content } = await fileOf(page, 'Web page file');
  expect(content.toString()).toContain('ألم عضلي ليفي');
});

test('letters of the PDF file that do not arrive are said, and come at the next try', async ({ page, faults }) => {
  await openReport(page);
  await page.route('**/report-fonts.bin', (route) => route.abort());
  await page.getByRole('button', { name: 'PDF file' }).click();
  await expect(page.getByText('The letters for the PDF file could not be loaded.')).toBeVisible();
  await page.unroute('**/report-fonts.bin');
  await fileOf(page, 'PDF file');
  faults.length = 0;
});

test('charts leave as a drawing and as pictures, each with its title, dates and legend', async ({ page }) => {
  await openReport(page);
  await page.getByText('Charts and data').click();
  await page.getByLabel('Which chart?').selectOption('Fatigue');
  const svg = (await fileOf(page, 'Chart as a drawing (SVG)')).content.toString();
  for (const words of ['Fatigue, 5 Jan to 7 Jun 2026', 'Hollow: recorded later', 'Placebo', 'Mar']) {
    expect(svg).toContain(words);
  }
  const sizes = [];
  for (const times of [2, 3]) {
    const { name, content } = await fileOf(page, `Chart as a picture, ${times}× (PNG)`);
    expect(name).toBe(`ldn-diary-fatigue-2026-06-07@${times}x.png`);
    expect(content.subarray(1, 4).toString()).toBe('PNG');
    sizes.push(content.readUInt32BE(16));
  }
  expect(sizes).toEqual([1360, 2040]);
});

test('the tables open in a spreadsheet with their columns, dates and letters, and no formula', async ({ page }) => {
  test.slow();
  const formula = '=1+1 «Zoë, Łódź»';
  await openDiary(page, diary({ days: 20, phases: 1, own: ['Brouillard «matin»'], note: formula }));
  await page.getByText('What goes in').click();
  await page.getByRole('switch', { name: 'My notes' }).click();
  await page.getByText('Ratings', { exact: true }).click();
  await page.getByRole('switch', { name: 'Brouillard' }).click();
  await page.getByText('Charts and data').click();
  const folder = await mkdtemp(join(tmpdir(), 'ldn-diary-csv-'));
  const tables = [];
  for (const button of ['Table, one row a day (CSV)', 'Table, one row an answer (CSV)']) {
    const { name, content } = await fileOf(page, button);
    await writeFile(join(folder, name), content);
    tables.push({ file: join(folder, name), header: content.toString().slice(1).split('\r\n')[0].split(',') });
  }
  // Read as a person opens it, in UTF-8, and written again as it then stands in each cell.
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const filter = '--infilter=Text - txt - csv (StarCalc):44,34,76,1';
  const files = tables.map(({ file }) => file);
  const wanted = ['--headless', profile, filter, '--convert-to', 'fods', '--outdir', folder, ...files];
  const opened = (await tool('soffice', ...wanted)) !== undefined;
  for (const { file, header } of opened ? tables : []) {
    const sheet = await readFile(file.replace(/csv$/, 'fods'), 'utf8');
    expect(sheet).not.toContain('table:formula');
    expect(sheet).toContain('office:date-value="2026-05-19"');
    expect(sheet).toContain('Brouillard «matin»');
    expect(sheet).toContain('=1+1 «Zoë, Łódź»');
    const first = sheet.match(/<table:table-row[\s\S]*?<\/table:table-row>/)[0];
    expect(first.match(/<text:p>/g)).toHaveLength(header.length);
  }
  await rm(folder, { recursive: true });
});

// Fault 28.
for (const [locale, first] of [
  ['de-DE', 'Table with decimal commas (CSV)'],
  ['fr-FR', 'Table with decimal commas (CSV)'],
  ['nl-NL', 'Table with decimal commas (CSV)'],
  ['de-CH', 'Table, one row a day (CSV)'],
  ['en-US', 'Table, one row a day (CSV)'],
]) {
  test.describe(`a reader in ${locale}`, () => {
    test.use({ locale });
    test('is offered the table first that opens right there', async ({ page }) => {
      await openDiary(page, await readFile(FIRST_WEEKS), new Date('2026-04-05T22:00:00+02:00'));
      await page.getByText('Charts and data').click();
      await expect(page.getByRole('button', { name: /^Table/ }).first()).toHaveText(first);
      const { name, content } = await fileOf(page, 'Table with decimal commas (CSV)');
      expect(name).toMatch(/-commas\.csv$/);
      expect(content.toString()).toContain(';1,5;');
    });
  });
}

/** The schema of HL7: some seconds of work, so that the tests of one process share it. */
let schema;
function fhirSchema() {
  if (!schema) {
    const Validator = createRequire(import.meta.url)('@asymmetrik/fhir-json-schema-validator');
    schema = new Validator();
  }
  return schema;
}

/** What another reader of the specification, with its lists of codes, finds wrong in a Bundle. */
function otherValidator(bundle) {
  const { Fhir } = createRequire(import.meta.url)('fhir');
  const { messages } = new Fhir().validate(bundle, { errorOnUnexpected: true });
  return messages.filter(({ severity }) => severity === 'error' || severity === 'fatal');
}

for (const [what, path, now] of [
  ['22 weeks', STANFORD, EVENING],
  ['the first weeks', FIRST_WEEKS, new Date('2026-04-05T22:00:00+02:00')],
  ['two years', undefined, EVENING],
]) {
  test(`the FHIR Bundle of ${what} is valid by the schema of HL7 and another reader of it, and its references resolve`, async ({
    page,
  }) => {
    test.slow();
    await openDiary(page, path ? await readFile(path) : diary(DIARIES['two years']), now);
    await page.getByText('Charts and data').click();
    const { content } = await fileOf(page, 'Clinic record (FHIR)');
    const bundle = JSON.parse(content);
    const validator = fhirSchema();
    expect(validator.validate({ resourceType: 'Observation' }, true), 'the schema refuses what is wrong').not.toEqual(
      [],
    );
    // Each resource by itself: a fault then says where it is. The Bundle around them without its thousands of entries.
    const seen = new Set();
    for (const { resource } of bundle.entry) {
      const shape = JSON.stringify(Object.keys(resource).concat(resource.status, resource.resourceType));
      if (what === 'two years' && seen.has(shape)) continue;
      seen.add(shape);
      expect(validator.validate(resource, true), JSON.stringify(resource)).toEqual([]);
    }
    expect(validator.validate({ ...bundle, entry: bundle.entry.slice(0, 3) }, true)).toEqual([]);
    expect(otherValidator(bundle)).toEqual([]);
    expect(otherValidator({ ...bundle, type: 'a heap' }), 'it refuses what is wrong').toHaveLength(1);
    const addresses = new Set(bundle.entry.map((entry) => entry.fullUrl));
    const references = content.toString().match(/"reference":"[^"]+"/g);
    for (const reference of new Set(references)) expect(addresses.has(reference.slice(13, -1))).toBe(true);
  });
}

test('where files can be shared, the tap that shares finds the file ready', async ({ page }) => {
  await page.addInitScript(() => {
    window.shared = [];
    navigator.canShare = ({ files }) => files.every(({ type }) => type !== 'application/fhir+json');
    navigator.share = async ({ files }) => {
      window.shared.push([files[0].name, files[0].size, navigator.userActivation.isActive]);
      if (window.shared.length === 2) throw new DOMException('closed', 'AbortError');
    };
  });
  await openReport(page);
  const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'PDF file' }) });
  await row.getByRole('button', { name: 'PDF file' }).click();
  await row.getByRole('button', { name: 'Share it' }).click();
  await row.getByRole('button', { name: 'Share it' }).click();
  const shared = await page.evaluate(() => window.shared);
  expect(shared).toHaveLength(2);
  expect(shared[0][0]).toBe('ldn-diary-2026-06-07.pdf');
  expect(shared[0][1]).toBeGreaterThan(50_000);
  expect(shared[0][2], 'in the tap itself').toBe(true);
  await expect(page.getByText('could not be shared')).toHaveCount(0);
  await page.getByText('Charts and data').click();
  await page.getByRole('button', { name: 'Clinic record (FHIR)' }).click();
  const fhir = page.getByRole('listitem').filter({ hasText: 'Clinic record (FHIR)' });
  await expect(fhir.getByRole('button', { name: 'Download it' })).toBeVisible();
  await expect(fhir.getByRole('button', { name: 'Share it' })).toHaveCount(0);
});

test('long work can be cancelled, and done again', async ({ page }) => {
  test.slow();
  await openDiary(page, diary(DIARIES['ten years']));
  await page.getByText('Charts and data').click();
  const row = page.getByRole('listitem').filter({ hasText: 'Clinic record (FHIR)' });
  await row.getByRole('button', { name: 'Clinic record (FHIR)' }).click();
  await row.getByRole('button', { name: 'Cancel' }).click();
  await expect(row.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  await expect(row.getByRole('button', { name: 'Download it' })).toHaveCount(0);
  const { content } = await fileOf(page, 'Table, one row a day (CSV)');
  expect(content.length).toBeGreaterThan(100_000);
});

test('without its part the page says so, and works again with it', async ({ page, faults }) => {
  await openAt(page);
  await rate(page, 'Pain', 0.62);
  const missing = /\/papers-worker[^/]*\.js$/;
  await page.route(missing, (route) => route.abort());
  await page.getByRole('link', { name: 'Report' }).click();
  await expect(page.getByText('Check that you are online, then reload the page.')).toBeVisible();
  faults.length = 0;
  await page.unroute(missing);
  await page.reload();
  await expect(firstPage(page)).toBeVisible();
});
