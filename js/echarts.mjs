// The parts of Apache ECharts that this app draws with, and nothing else: the bundle is loaded when a chart is first shown.
// A part that is missing here is silently not drawn, so what a chart uses must be listed.

import { LineChart, ScatterChart } from 'echarts/charts';
import { DataZoomInsideComponent, GridSimpleComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import { use } from 'echarts/core';
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

export { init } from 'echarts/core';
