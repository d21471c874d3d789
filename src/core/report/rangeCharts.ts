/** Pictures of a table's ranges and values, as SVG in the page itself: no script draws them. */
import { foldToMagnitudes, type Histogram } from '../activations/histogram.js';
import { BOX_SHARES, type Box } from '../activations/quantiles.js';
import { html, type Html } from '../render/html.js';
import { viewText } from '../render/grid.js';
import { histogram, isDrawable } from '../table/stats.js';
import { t } from '../texts/translate.js';

const WIDTH = 900;
const HEIGHT = 180;
/** Room for the labels of the axis. */
const LEFT = 74;

/** A bar an entry, in the order of the file, logarithmic: how the ranges run through the network. Empty where nothing can be drawn. */
export function profileChart(ranges: Float64Array): Html | null {
  const logs = ranges.map((range) => (isDrawable(range) ? Math.log10(range) : NaN));
  const drawable = logs.filter((log) => !Number.isNaN(log));
  if (drawable.length === 0) return null;
  const [low, high] = [Math.floor(leastOf(drawable) - 0.05), Math.ceil(-leastOf(drawable.map((log) => -log)) + 0.05)];
  const y = (log: number): number => HEIGHT - ((log - low) / (high - low)) * HEIGHT;
  const step = (WIDTH - LEFT) / ranges.length;
  // Of very many entries several share a pixel: the highest of them is drawn.
  const group = Math.max(1, Math.ceil(1 / step));
  const bars: Html[] = [];
  for (let at = 0; at < logs.length; at += group) {
    const top = -leastOf(logs.slice(at, at + group).map((log) => (Number.isNaN(log) ? Infinity : -log)));
    if (Number.isFinite(top))
      bars.push(
        html`<rect
          x="${round(LEFT + at * step)}"
          y="${round(y(top))}"
          width="${round(Math.max(0.8, step * group * 0.8))}"
          height="${round(HEIGHT - y(top))}"
        />`,
      );
  }
  const decades = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const every = Math.ceil(decades.length / 7);
  return picture(
    t`Dynamic range of each entry, in the order of the file, on a logarithmic axis`,
    html`${decades.filter((_, i) => i % every === 0).map((decade) => gridLine(y(decade), `± ${viewText(10 ** decade)}`))}${bars}`,
  );
}

/** How many entries have which range, logarithmic. */
export function histogramChart(ranges: Float64Array): Html | null {
  const { counts, edges, below, above } = histogram(ranges, 'log', 40);
  const most = -leastOf(counts.map((count) => -count));
  if (counts.length === 0) return null;
  const width = (WIDTH - LEFT) / counts.length;
  const bars = counts.map((count, bin) => {
    const height = (count / most) * (HEIGHT - 20);
    return html`<rect
      x="${round(LEFT + bin * width)}"
      y="${round(HEIGHT - height)}"
      width="${round(width * 0.9)}"
      height="${round(height)}"
    />`;
  });
  const beyond = [
    below && t`${below.count} under ± ${viewText(below.edge)} are left out`,
    above && t`${above.count} from ± ${viewText(above.edge)} on are left out`,
  ].filter((text) => text !== null);
  return html`${picture(t`How many entries have which range, on a logarithmic axis`, html`${gridLine(20, String(most))}${bars}`)}
    <p class="axis"><span>± ${viewText(edges[0] ?? NaN)}</span><span>± ${viewText(edges.at(-1) ?? NaN)}</span></p>
    ${beyond.length > 0 && html`<p class="muted">${beyond.join('; ')}.</p>`}`;
}

const SPARK_WIDTH = 120;
const SPARK_HEIGHT = 18;
/** More bars than this are no more than pixels. */
const SPARK_BARS = 60;

/** The values of a tensor by their size (log counts), with the range of its entry as a line. */
export function valuesSpark(values: Histogram, range: number): Html {
  const { counts, edges } = foldToMagnitudes(values);
  const largest = Math.max(edges.at(-1) ?? 0, Number.isFinite(range) ? range : 0);
  const bars = new Float64Array(SPARK_BARS);
  counts.forEach((count, bin) => {
    const middle = ((edges[bin] ?? 0) + (edges[bin + 1] ?? 0)) / 2;
    const place = Math.min(SPARK_BARS - 1, Math.floor((middle / largest) * SPARK_BARS));
    bars[place] = (bars[place] ?? 0) + count;
  });
  const most = Math.log1p(bars.reduce((top, count) => Math.max(top, count), 0));
  const width = SPARK_WIDTH / SPARK_BARS;
  const rects = [...bars].map((count, at) => {
    const height = most > 0 ? (Math.log1p(count) / most) * SPARK_HEIGHT : 0;
    return html`<rect
      x="${round(at * width)}"
      y="${round(SPARK_HEIGHT - height)}"
      width="${round(width)}"
      height="${round(height)}"
    />`;
  });
  const x = round(Math.min(1, range / largest) * SPARK_WIDTH);
  return html`<svg
    class="spark"
    viewBox="0 0 ${SPARK_WIDTH} ${SPARK_HEIGHT}"
    role="img"
    aria-label="values of the tensor by size"
  >
    ${rects}
    <line x1="${x}" x2="${x}" y1="0" y2="${SPARK_HEIGHT}" />
  </svg>`;
}

/** The values of tensors beside each other, each by its own ± range: whiskers from 1 to 99 %, a box from 25 to 75 %, the median. */
export function boxChart(rows: readonly { readonly name: string; readonly box: Box; readonly range: number }[]): Html {
  const x = (value: number, range: number): number => {
    const share = Math.min(1 + BEYOND, Math.max(-1 - BEYOND, value / range));
    return round(((share + 1 + BEYOND) / (2 + 2 * BEYOND)) * SPARK_WIDTH * 3);
  };
  const line = (at: number): Html => html`<line x1="${at}" x2="${at}" y1="0" y2="${SPARK_HEIGHT}" />`;
  const picture = ([p1, p25, p50, p75, p99]: Box, range: number): Html => {
    const [left, from, middle, to, right] = [p1, p25, p50, p75, p99].map((value) => x(value, range)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return html`<svg
      class="box"
      viewBox="0 0 ${SPARK_WIDTH * 3} ${SPARK_HEIGHT}"
      role="img"
      aria-label="values from 1 to 99 %"
    >
      ${line(x(-range, range))}${line(x(range, range))}
      <rect x="${left}" y="8" width="${round(Math.max(1, right - left))}" height="2" />
      <rect x="${from}" y="4" width="${round(Math.max(2, to - from))}" height="10" />
      <rect class="median" x="${middle}" y="2" width="2" height="14" />
    </svg>`;
  };
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          <th>name</th>
          <th>values by ± range</th>
          ${BOX_SHARES.map((share) => html`<th class="number">${share} %</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, box, range }) =>
            html`<tr>
              <td>${name}</td>
              <td>${picture(box, range)}</td>
              ${box.map((value) => html`<td class="number">${viewText(Number(value.toPrecision(4)))}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A box chart goes beyond ± the range by this share of it. */
const BEYOND = 0.25;

function picture(label: string, content: Html): Html {
  return html`<svg class="chart" viewBox="0 -8 ${WIDTH} ${HEIGHT + 18}" role="img" aria-label="${label}">
    ${content}
  </svg>`;
}

function gridLine(y: number, label: string): Html {
  return html`<line x1="${LEFT}" x2="${WIDTH}" y1="${round(y)}" y2="${round(y)}" /><text
      x="${LEFT - 6}"
      y="${round(y + 4)}"
      text-anchor="end"
      >${label}</text
    >`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function leastOf(values: Float64Array | readonly number[]): number {
  return (values as readonly number[]).reduce((least, value) => Math.min(least, value), Infinity);
}
