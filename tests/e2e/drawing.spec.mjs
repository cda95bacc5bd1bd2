// The chart program without what our charts don't reach (scripts/echarts-unreached.mjs) draws what the whole one draws.

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { fetchedLater } from '../../scripts/bench/sizes.mjs';
import { openAt, openSample } from './support/diary.mjs';
import { expect, test } from './support/test.mjs';

const ENTRY = fileURLToPath(new URL('../../js/echarts.mjs', import.meta.url));

/** ECharts with all that the same entry brings. */
async function whole() {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    format: 'iife',
    globalName: 'whole',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  return outputFiles[0].text;
}

/** Keeps what the app gives ECharts to draw. */
function keepOptions() {
  let program;
  window.given = [];
  Object.defineProperty(window, 'echarts', {
    get: () => program,
    set: ({ init }) => {
      program = {
        init: (...all) => {
          const chart = init(...all);
          const setOption = chart.setOption.bind(chart);
          chart.setOption = (option, behaviour) => {
            window.given.push(structuredClone(option));
            setOption(option, behaviour);
          };
          return chart;
        },
      };
    },
  });
}

/** Draws with one of the two programs; `steps` holds what was drawn. */
function begin([program, option]) {
  const place = document.querySelector('#place');
  const chart = window[program].init(place, null, { renderer: 'svg' });
  const drawn = async () => {
    // What is dragged is drawn twenty times a second.
    await new Promise((done) => setTimeout(done, 100));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    // Each drawing has a number, which its parts bear.
    window.steps.push(place.innerHTML.replace(/zr\d+-/g, ''));
  };
  window.steps = [];
  window.now = { chart, place, drawn };
  chart.setOption(option, { notMerge: true });
  return drawn();
}

const drawn = () => window.now.drawn();

async function steps(page, program, [option, other]) {
  await page.evaluate(begin, [program, option]);
  for (const [start, end] of [
    [20, 60],
    [70, 71],
  ]) {
    await page.evaluate(
      ([from, to]) => window.now.chart.dispatchAction({ type: 'dataZoom', start: from, end: to }),
      [start, end],
    );
    await page.evaluate(drawn);
  }
  await page.mouse.move(200, 120);
  await page.mouse.down();
  for (const across of [220, 240, 260]) {
    await page.mouse.move(across, 125);
    await page.evaluate(drawn);
  }
  await page.mouse.up();
  for (const key of ['Control', 'Shift']) {
    await page.keyboard.down(key);
    await page.mouse.wheel(0, 100);
    await page.keyboard.up(key);
    await page.evaluate(drawn);
  }
  await page.evaluate((next) => {
    const { chart, place } = window.now;
    place.style.width = '300px';
    chart.resize();
    chart.setOption(next, { notMerge: true });
  }, other);
  await page.evaluate(drawn);
  return page.evaluate(() => {
    window.now.chart.dispose();
    window.now.place.style.width = '';
    return [...window.steps, window.now.place.innerHTML];
  });
}

test('the charts are drawn and move as with all of ECharts', async ({ page, context }) => {
  await page.addInitScript(keepOptions);
  await openAt(page);
  await openSample(page);
  const options = [];
  for (const address of ['/charts', '/charts?span=month', '/charts?span=quarter&item=fatigue']) {
    await page.goto(address);
    await expect(page.locator('.chart svg')).toBeVisible();
    options.push(...(await page.evaluate(() => window.given)));
  }
  expect(options.length).toBeGreaterThanOrEqual(3);
  const html = await (await page.request.get('/')).text();
  const cut = await (await page.request.get(`/${fetchedLater(html, 'ldn-echarts')}`)).text();

  const paper = await context.newPage();
  await paper.setContent('<body style="margin: 0"><div id="place" style="height: 700px"></div>');
  for (const content of [cut, await whole()]) await paper.addScriptTag({ content });
  for (const [place, option] of options.entries()) {
    const other = options[(place + 1) % options.length];
    const [ours, theirs] = [
      await steps(paper, 'echarts', [option, other]),
      await steps(paper, 'whole', [option, other]),
    ];
    expect(ours).toEqual(theirs);
    expect(new Set(ours).size, 'each step draws something else').toBeGreaterThanOrEqual(6);
  }
});
