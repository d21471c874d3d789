/** Chart.js with the parts of it that we draw by: loaded with the first chart, after the rows. */
import {
  BarController,
  BarElement,
  Chart,
  LinearScale,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js';

Chart.register(BarController, BarElement, LinearScale, LineElement, PointElement, ScatterController, Tooltip);

export { Chart };
