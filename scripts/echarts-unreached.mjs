// What of ECharts no chart of ours reaches, and how it is left out: whole modules, and single functions, which become empty.
//
// Our charts (`src/charts/timeline`) are lines, points, bands and marks on axes of time and numbers. They move by `dataZoom`
// alone, are never animated and answer no pointer, and `src/web/echarts.rs` calls no more than it names. What a newer ECharts
// has elsewhere stops the build. `tests/e2e/drawing.spec.mjs` draws and moves charts with the whole ECharts beside this one.

import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'acorn';

/** Modules that ECharts always brings, each with what stands in for it. */
const MODULES = {
  // The words of the app are English, whatever language the browser has.
  'echarts/lib/i18n/langZH.js': "export { default } from './langEN.js'",
  // Our charts take their colours from the palette of the page.
  'echarts/lib/theme/dark.js': 'export default {}',
  // Names of options from before ECharts 5.
  'echarts/lib/preprocessor/backwardCompat.js': 'export default () => {}',
  // Patterns of ECharts' own, drawn on a canvas; the one of placebo phases is an image of ours.
  'echarts/lib/util/decal.js': 'export const createOrUpdatePatternFromDecal = () => {}',
  // Animations in the text of a drawing that a server makes.
  'zrender/lib/svg/cssAnimation.js':
    'export const EASING_MAP = {}; export const ANIMATE_STYLE_MAP = {}; export const createCSSAnimation = () => {}',
  // Marks of more points than a chart of ours draws.
  'echarts/lib/chart/helper/LargeSymbolDraw.js': 'export default class {}',
  // What turns while data come: ours are there.
  'echarts/lib/loading/default.js': 'export default () => {}',
  // Tables made of tables: our series bring their own points.
  'echarts/lib/data/helper/transform.js':
    'export const registerExternalTransform = () => {}; export const applyDataTransform = () => []; export class ExternalSource {}',
  // Logarithmic axes, and the rounded pieces of a cake.
  'echarts/lib/scale/Log.js': 'export default class {}',
  'zrender/lib/graphic/helper/roundSector.js': 'export const buildPath = () => {}',
  // Axes of names.
  'echarts/lib/scale/Ordinal.js': 'export default class {}',
  'echarts/lib/data/OrdinalMeta.js': 'export default class { static createByAxisModel() {} }',
  // Animations.
  'zrender/lib/animation/Animator.js': 'export const cloneValue = (value) => value; export default class {}',
  'echarts/lib/chart/line/lineAnimationDiff.js': 'export default () => []',
  // Texts that lie aslant, which may touch.
  'zrender/lib/core/OrientedBoundingRect.js': 'export default class {}',
};

/** Functions that are called for what stands before them alone. */
const FUNCTIONS = [
  // Animations.
  ['zrender/lib/Element.js', 'animate addAnimator animateTo animateFrom _transitionState _updateAnimationTargets'],
  ['zrender/lib/animation/Animation.js', 'animate addClip addAnimator removeClip removeAnimator'],
  ['echarts/lib/chart/line/LineView.js', '_doUpdateAnimation _initSymbolLabelAnimation _endLabelOnDuring'],
  ['echarts/lib/util/model.js', 'interpolateRawValues'],

  // What looks different under a pointer, when it is chosen, or when another is.
  [
    'echarts/lib/util/states.js',
    'allLeaveBlur blurComponent blurSeries blurSeriesFromHighlightPayload elementStateProxy enterBlur enterEmphasis',
    'enterEmphasisWhenMouseOver enterSelect findComponentHighDownDispatchers getAllSelectedIndices',
    'handleGlobalMouseOutForHighDown handleGlobalMouseOverForHighDown leaveBlur leaveEmphasis leaveEmphasisWhenMouseOut',
    'leaveSelect toggleSelectionFromPayload',
  ],
  [
    'zrender/lib/Element.js',
    '_applyStateObj _innerSaveToNormal _mergeStates _savePrimaryToNormal removeState replaceState',
    'saveCurrentToNormalState toggleState',
  ],
  ['zrender/lib/graphic/Displayable.js', '_applyStateObj _innerSaveToNormal _mergeStates _mergeStyle'],
  [
    'zrender/lib/graphic/Path.js',
    '_applyStateObj _innerSaveToNormal _mergeStates getInsideTextFill getInsideTextStroke',
  ],
  ['zrender/lib/graphic/Text.js', '_mergeStyle _mergeRich'],
  ['zrender/lib/svg/cssEmphasis.js', 'createCSSEmphasis'],
  ['echarts/lib/view/Chart.js', 'highlight downplay toggleHighlight'],
  ['echarts/lib/chart/line/LineView.js', '_changePolyState highlight downplay'],
  ['echarts/lib/model/Series.js', '_innerSelect getSelectedDataIndices select toggleSelect unselect'],
  ['echarts/lib/legacy/dataSelectAction.js', 'handleLegacySelectEvents'],
  ['echarts/lib/core/echarts.js', 'updateDirectly'],

  // Bubbles with figures beside a point.
  ['echarts/lib/model/Series.js', 'formatTooltip indicesOfNearest'],
  ['echarts/lib/component/marker/MarkerModel.js', 'formatTooltip'],
  ['echarts/lib/coord/cartesian/Grid.js', 'getTooltipAxes'],

  // What else can be asked of a chart: a picture, a place, another look, more data.
  [
    'echarts/lib/core/echarts.js',
    'appendData clear containPixel convertFromPixel convertToLayout convertToPixel doConvertPixelImpl getConnectedDataURL',
    'getDataURL getRenderedCanvas getSvgDataURL getVisual hideLoading renderToCanvas renderToSVGString setTheme',
    'showLoading updateConnectedChartsStatus',
  ],
  ['echarts/lib/coord/cartesian/Grid.js', '_findConvertTarget convertFromPixel convertToPixel'],
  ['echarts/lib/util/ECEventProcessor.js', 'filter normalizeQuery'],
  ['echarts/lib/util/model.js', 'parseFinder preParseFinder queryDataIndex'],
  ['echarts/lib/model/Global.js', 'getOption setTheme'],
  ['zrender/lib/svg/Painter.js', 'renderToString toDataURL'],
  ['zrender/lib/svg/core.js', 'getCssString'],

  // Axes of names, their names, axes that share their marks, and marks between the marks.
  [
    'echarts/lib/coord/axisTickLabelBuilder.js',
    'calculateCategoryInterval makeCategoryLabels makeCategoryTicks parseTickLabelCustomValues',
  ],
  ['echarts/lib/coord/Axis.js', 'calculateCategoryInterval getMinorTicksCoords'],
  ['echarts/lib/coord/axisBand.js', 'calcBandWidth'],
  ['echarts/lib/coord/axisAlignTicks.js', 'scaleCalcAlign'],
  ['echarts/lib/scale/minorTicks.js', 'getMinorTicks'],
  ['echarts/lib/component/axis/CartesianAxisView.js', 'minorSplitLine splitArea'],
  ['echarts/lib/component/axis/axisSplitHelper.js', 'rectCoordAxisBuildSplitArea'],
  ['echarts/lib/component/axis/AxisBuilder.js', 'addBreakEventHandler resolveAxisNameOverlapDefault endTextLayout'],
  ['echarts/lib/coord/cartesian/Grid.js', 'resolveAxisNameOverlapForGrid'],
  ['echarts/lib/chart/line/LineView.js', 'canShowAllSymbolForCategory'],

  // Systems of coordinates that are not two axes.
  ['echarts/lib/model/referHelper.js', 'geo matrix parallel polar singleAxis'],
  ['echarts/lib/component/dataZoom/InsideZoomView.js', 'polar singleAxis'],
  ['echarts/lib/chart/helper/createClipPathFromCoordSys.js', 'createPolarClipPath'],
  ['echarts/lib/component/dataZoom/DataZoomModel.js', '_fillAutoTargetAxisByOrient'],

  // Data that are no list of points, are piled up, thinned out, or given a colour by their size.
  ['echarts/lib/data/helper/sourceManager.js', '_applyTransform _innerGetDataStore'],
  ['echarts/lib/data/helper/sourceHelper.js', 'guessOrdinal queryDatasetUpstreamDatasetModels'],
  ['echarts/lib/data/helper/SeriesDataSchema.js', 'makeOutputDimensionNames makeStoreSchema'],
  ['echarts/lib/data/Source.js', 'detectSourceFormat objectRowsCollectDimensions'],
  [
    'echarts/lib/data/helper/dataProvider.js',
    'appendData appendDataSimply fillStorageForTypedArray getItemForTypedArray',
  ],
  ['echarts/lib/data/DataDiffer.js', '_executeMultiple'],
  [
    'echarts/lib/data/DataStore.js',
    'appendData appendValues collectOrdinalMeta downSample ensureCalculationDimension getMedian getSum lttbDownSample',
    'minmaxDownSample',
  ],
  [
    'echarts/lib/data/SeriesData.js',
    'appendData appendValues downSample ensureUniqueItemVisual getMedian getSum lttbDownSample minmaxDownSample',
  ],
  ['echarts/lib/processor/dataStack.js', 'calculateStack'],
  ['echarts/lib/component/marker/markerHelper.js', 'numCalculate markerTypeCalculatorWithExtent'],
  ['echarts/lib/chart/line/LineView.js', 'clipColorStops'],

  // Curves, and shapes that are given as a path or an image.
  ['zrender/lib/core/PathProxy.js', '_calculateLength appendPath'],
  ['zrender/lib/core/bbox.js', 'fromCubic fromQuadratic'],
  ['zrender/lib/contain/path.js', 'windingArc windingCubic windingQuadratic'],
  ['zrender/lib/contain/arc.js', 'containStroke'],
  ['zrender/lib/contain/cubic.js', 'containStroke'],
  ['zrender/lib/contain/quadratic.js', 'containStroke'],
  ['zrender/lib/graphic/helper/smoothBezier.js', 'smoothBezier'],
  ['zrender/lib/graphic/helper/roundRect.js', 'buildPath'],
  ['zrender/lib/graphic/shape/Arc.js', 'buildPath'],
  ['zrender/lib/graphic/shape/BezierCurve.js', 'buildPath someVectorAt'],
  ['zrender/lib/graphic/shape/Ellipse.js', 'buildPath'],
  ['zrender/lib/graphic/shape/Ring.js', 'buildPath'],
  ['zrender/lib/tool/path.js', 'createFromString createPathOptions'],
  ['zrender/lib/tool/transformPath.js', 'transformPath'],
  ['echarts/lib/chart/line/poly.js', 'getPointOn'],
  ['echarts/lib/util/graphic.js', 'makeImage makePath resizePath'],
  ['zrender/lib/svg/graphic.js', 'brushSVGImage setGradient convertPolyShape'],

  // What only a canvas asks of a shape.
  ['zrender/lib/graphic/Displayable.js', 'getPaintRect setPrevPaintRect shouldBePainted'],

  // Words with a box around them, and such that are cut off or broken into lines.
  ['zrender/lib/graphic/Text.js', '_renderBackground'],
  ['zrender/lib/graphic/helper/parseText.js', 'prepareTruncateOptions truncateSingleLine truncateText wrapText'],

  // Legends, options for each size of the screen, lists of boxes, and classes in the way of ECharts 4.
  ['echarts/lib/chart/line/LineSeries.js', 'getLegendIcon'],
  ['echarts/lib/model/OptionManager.js', 'applyMediaQuery indicesEquals'],
  ['echarts/lib/util/layout.js', 'boxLayout'],
  ['echarts/lib/util/clazz.js', 'extend superApply superCall'],
];

/** The functions of a module, each with the name by which it is called: `[name, node]`. */
function functionsOf(text) {
  const found = [];
  const visit = (node, name) => {
    if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression')
      found.push([node.id?.name ?? name, node]);
    const within = (part) => {
      if (node.type === 'AssignmentExpression' && part === 'right') return node.left.property?.name ?? node.left.name;
      if (node.type === 'VariableDeclarator' && part === 'init') return node.id.name;
      if (node.type === 'Property' && part === 'value') return node.key.name;
      return undefined;
    };
    for (const [part, value] of Object.entries(node)) {
      for (const inner of [value].flat()) if (typeof inner?.type === 'string') visit(inner, within(part));
    }
  };
  visit(parse(text, { ecmaVersion: 'latest', sourceType: 'module' }));
  return found;
}

/** A module with these functions empty; `missing` is told the names that it does not have. */
export function emptied(text, names, missing = () => {}) {
  const functions = functionsOf(text);
  const wanted = functions.filter(([name]) => names.has(name)).map(([, { body }]) => body);
  for (const name of names) if (!functions.some(([other]) => other === name)) missing(name);
  // Those within another go with it.
  const outer = wanted.filter(({ start, end }) => !wanted.some((other) => other.start < start && end < other.end));
  return outer.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}{}${rest.slice(end)}`, text);
}

/** The names of the functions of a module that are not reached. */
function unreachedOf(module) {
  return new Set(FUNCTIONS.filter(([name]) => name === module).flatMap(([, ...names]) => names.join(' ').split(' ')));
}

/** How TypeScript's old classes begin: esbuild leaves out what is not used where it says so in these words. */
const CLASS = /\/\*\* @class \*\/ \(/g;

/** Leaves out what is not reached; fails where a newer ECharts has it elsewhere. */
export const withoutUnreached = {
  name: 'without what is not reached',
  setup(build) {
    const found = new Set();
    const problems = [];
    build.onLoad({ filter: /[\\/](echarts|zrender)[\\/]lib[\\/]/ }, ({ path }) => {
      const module = path.replaceAll('\\', '/').replace(/^.*\/node_modules\//, '');
      found.add(module);
      if (module in MODULES) return { contents: MODULES[module], resolveDir: dirname(path) };
      const text = readFileSync(path, 'utf8').replace(CLASS, '/* @__PURE__ */ (');
      return { contents: emptied(text, unreachedOf(module), (name) => problems.push(`${name} in ${module}`)) };
    });
    build.onEnd(() => {
      const modules = [...Object.keys(MODULES), ...FUNCTIONS.map(([module]) => module)];
      problems.push(...modules.filter((module) => !found.has(module)));
      return { errors: [...new Set(problems)].map((what) => ({ text: `ECharts has no ${what} any more` })) };
    });
  },
};
