// The journeys of a patient in each of the three engines (W12). All else is tried in Blink alone, by the long suite.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { By, Key } from 'selenium-webdriver';
import { Site } from '../e2e/support/site.mjs';
import { ENGINES, missing } from './engines.mjs';
import { livesOf } from './lives.mjs';

let site;
let folder;
before(async () => {
  site = await Site.start();
  folder = mkdtempSync(join(tmpdir(), 'ldn-diary-files-'));
});
after(() => {
  site.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** On a phone's screen, as far as an engine makes a window so narrow. */
const phone = (app) => app.browser.manage().window().setRect({ width: 400, height: 860 });

/** The civil day so many days before today, as `2026-03-10`, on the clock that the browser has. */
function daysAgo(days) {
  // A diary day ends at 4 in the morning.
  const date = new Date(Date.now() - 4 * 3_600_000);
  date.setDate(date.getDate() - days);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** Puts what stands in a date field to a day: each engine types dates in its own way. */
const setDate = (app, label, day) =>
  app.inside(
    (name, value) => {
      const { htmlFor } = [...document.querySelectorAll('label')].find(({ textContent }) => textContent.includes(name));
      const field = document.getElementById(htmlFor);
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    label,
    day,
  );

const sample = async (app) => {
  await app.open();
  await app.tap('Open the sample diary');
  await app.says('Leave the sample');
};

/** Keeps files that the app hands out, instead of the browser. */
const catchFiles = (app) =>
  app.inside(async () => {
    const make = URL.createObjectURL;
    window.files = [];
    URL.createObjectURL = (blob) => {
      window.files.push(blob);
      return make.call(URL, blob);
    };
    const click = HTMLElement.prototype.click;
    HTMLElement.prototype.click = function () {
      if (!this.download) click.call(this);
    };
  });

/** The bytes of the file that was handed out last, once there are as many. */
async function file(app, count) {
  const there = () => app.inside(async (least) => window.files.length >= least, count);
  await app.browser.wait(there, 60_000, 'no file was handed out');
  const bytes = await app.inside(async () => [...new Uint8Array(await window.files.at(-1).arrayBuffer())]);
  return Buffer.from(bytes);
}

/** Whether anything can be scrolled sideways. */
const overflow = (app) =>
  app.inside(async () => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const engine of ENGINES) {
  const { name } = engine;
  const journey = (what, ...steps) =>
    test(`${name}: ${what}`, () =>
      livesOf(
        engine,
        () => site.address,
        steps.map((step) => ['ended', step]),
      ));
  describe(name, { skip: missing(engine) }, () => {
    journey(
      'a first evening is there after a reload and a restart',
      async (app) => {
        await phone(app);
        await app.open();
        await app.rate('Pain', Key.ARROW_RIGHT, Key.ARROW_RIGHT);
        const fatigue = await app.slider('Fatigue');
        await app.browser.executeScript('arguments[0].scrollIntoView({ block: "center" })', fatigue);
        await app.browser.actions().move({ origin: fatigue }).click().perform();
        await app.saved();
        await app.choose('Vivid dreams', 'Yes');
        await app.choose('LDN dose taken', 'None');
        await app.tap('Note, and what else happened');
        await app.fill('Note', 'Regen, שלום, مطر');
        await app.saved();
        const told = async () => [
          await app.rating('Pain'),
          Math.abs(Number(await app.rating('Fatigue')) - 50) <= 2,
          await app.chosen('Vivid dreams'),
          await app.chosen('LDN dose taken'),
        ];
        const before = await told();
        assert.deepEqual(before, ['51', true, 'Yes', 'None']);
        await app.open('/history');
        await app.says('שלום');
        await app.open();
        assert.deepEqual(await told(), before);
      },
      async (app) => {
        await app.open();
        assert.equal(await app.rating('Pain'), '51');
        assert.equal(await app.chosen('Vivid dreams'), 'Yes');
      },
    );

    journey('LDN is started, and the evening after asks for it', async (app) => {
      await app.open();
      await app.rate('Pain', Key.END);
      await app.open('/treatment');
      await app.tap('Start LDN');
      await app.tap('I have read this');
      await setDate(app, 'First day', daysAgo(0));
      await app.fill('Dose a day', '4.5');
      await app.choose('What you take', 'Capsule');
      await app.tap('Start LDN');
      await app.says('starts on');
      await app.open();
      await app.says('LDN');
      assert.equal(await app.offers('LDN dose taken', '4.5 mg'), true);
      assert.equal(await app.rating('Tolerability'), 'not answered');
    });

    journey('charts, results and report of the sample are drawn, and its files are whole', async (app) => {
      await phone(app);
      await sample(app);
      await app.see(By.css('.chart svg path'));
      const drawn = await app.inside(async () => document.querySelectorAll('.chart svg path').length);
      assert.ok(drawn > 20, `${drawn} marks`);
      assert.equal(await overflow(app), 0);
      await app.go('/results');
      await app.see(By.css('.answer-number'));
      assert.match(await app.text('.answer-sentence'), /\d/);
      assert.equal(await overflow(app), 0);
      await app.go('/report');
      await app.browser.wait(
        () =>
          app.inside(async () =>
            (document.querySelector('.preview-paper')?.shadowRoot?.textContent ?? '').includes('Pain'),
          ),
        30_000,
        'the report is not shown',
      );
      await catchFiles(app);
      await app.unfold();
      await app.tap('PDF file');
      await app.tap('Download it', { beside: 'PDF file' });
      const pdf = await file(app, 1);
      assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
      assert.match(pdf.subarray(-8).toString(), /%%EOF/);
      assert.ok(pdf.length > 20_000, `${pdf.length} bytes`);
      await app.tap('Chart as a picture');
      await app.tap('Download it', { beside: 'Chart as a picture' });
      const png = await file(app, 2);
      assert.deepEqual([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      assert.ok(png.readUInt32BE(16) > 600, `${png.readUInt32BE(16)} pixels`);
    });

    journey('a backup goes out, and comes in after everything was deleted', async (app) => {
      await app.open();
      await app.rate('Pain', Key.END);
      await app.open('/backup');
      await catchFiles(app);
      await app.tap('Save a backup');
      const backup = await file(app, 1);
      assert.equal(JSON.parse(backup).days[0].items.pain, 100);
      const path = join(folder, `${name}.json`);
      writeFileSync(path, backup);
      await app.open('/backup');
      await app.tap('Delete everything');
      await app.fill('to confirm', 'delete');
      await app.tap('Delete for good');
      await app.browser.wait(async () => (await app.rating('Pain')) === 'not answered', 20_000);
      await app.open('/backup');
      await (await app.see(By.css('input[type=file]'))).sendKeys(path);
      await app.tap('Import', { whole: true });
      await app.says('1 day');
      await app.open();
      assert.equal(await app.rating('Pain'), '100');
    });

    journey('dark, and from right to left', async (app) => {
      await phone(app);
      await app.open('/settings');
      await app.choose('Colours', 'Dark');
      const { paper, ink } = await app.inside(async () => {
        const look = getComputedStyle(document.documentElement);
        return { paper: look.backgroundColor, ink: look.color };
      });
      const light = (colour) =>
        colour
          .match(/\d+/g)
          .slice(0, 3)
          .reduce((sum, part) => sum + Number(part), 0) / 3;
      assert.ok(light(paper) < 50 && light(ink) > 200, `${ink} on ${paper}`);
      await sample(app);
      await app.see(By.css('.chart svg text'));
      const words = await app.inside(async () => document.querySelector('.chart svg text').getAttribute('fill'));
      assert.ok(
        light(
          words.startsWith('#')
            ? words
                .slice(1)
                .match(/../g)
                .map((part) => Number.parseInt(part, 16))
                .join(' ')
            : words,
        ) > 120,
        words,
      );
      for (const path of ['/', '/history', '/results', '/treatment', '/settings']) {
        await app.go(path);
        await app.inside(async () => {
          document.documentElement.dir = 'rtl';
        });
        assert.equal(await overflow(app), 0, path);
      }
    });

    journey('a fold has its sign beside its words, however many lines they take', async (app) => {
      await phone(app);
      await sample(app);
      for (const path of ['/report', '/settings', '/results']) {
        await app.go(path);
        const apart = await app.inside(async () => {
          document.documentElement.style.fontSize = '140%';
          const words = document.createRange();
          return [...document.querySelectorAll('main summary')]
            .filter((summary) => summary.checkVisibility())
            .map((summary) => {
              words.selectNodeContents(summary);
              const below = summary.getBoundingClientRect().bottom - words.getBoundingClientRect().bottom;
              return [summary.textContent, Math.round(below)];
            })
            .filter(([, below]) => below > 24);
        });
        assert.deepEqual(apart, [], path);
      }
    });
  });
}
