// The parts of Apache ECharts that this app draws with, and nothing else: the bundle is loaded when a chart is first shown.
// A part that is missing here is silently not drawn, so what a chart uses must be listed.

import { LineChart, ScatterChart } from 'echarts/charts';
import { DataZoomInsideComponent, GridSimpleComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import { init as begin, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([
  LineChart,
  ScatterChart,
  GridSimpleComponent, // without the pointer that follows a finger along the axes
  DataZoomInsideComponent,
  MarkAreaComponent,
  MarkLineComponent,
  SVGRenderer,
]);

// A wheel scrolls the page unless a key makes it the chart's: ECharts holds the page still at every one that it hears of.
const pass = (event) => event.ctrlKey || event.shiftKey || event.stopPropagation();

/** Begins a chart in a place of the page. */
export const init = (place, ...options) => {
  place.addEventListener('wheel', pass, { capture: true, passive: true });
  return begin(place, ...options);
};
