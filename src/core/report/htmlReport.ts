/** One page to send: what is in tables, what is noteworthy, and how two of them differ. No script, nothing from elsewhere. */
import { checkDocument } from '../check/index.js';
import { boxOf } from '../activations/quantiles.js';
import { clippedShare, sqnrDb } from '../activations/damage.js';
import { diffTables } from '../diff/diff.js';
import { diffSections } from '../diff/report/diffReport.js';
import type { Finding } from '../findings/finding.js';
import type { TableDocument } from '../formats/format.js';
import { viewText, type Cell, type Grid } from '../render/grid.js';
import { headerText } from '../render/headerText.js';
import { html, ownMarkup, type Html } from '../render/html.js';
import { layerTypeOf } from '../table/entryNames.js';
import { reuseStatements } from '../table/reuse.js';
import { isDrawable, rangesOf, summarize } from '../table/stats.js';
import { entryScale } from '../table/table.js';
import { boxChart, histogramChart, profileChart, valuesSpark } from './rangeCharts.js';
import { REPORT_STYLE } from './reportStyle.js';
import { t } from '../texts/translate.js';

/** A table to report on. */
export interface ReportedTable {
  /** What people call it. */
  readonly name: string;
  readonly document: TableDocument;
}

/** How many of the smallest and the largest ranges are named. */
const OUTLIERS = 8;

/** The page. Two tables are compared, too. */
export function htmlReport(tables: readonly ReportedTable[]): string {
  const [first, second] = tables;
  const title = tables.map(({ name }) => name).join(', ');
  const page = html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${ownMarkup(REPORT_STYLE)}
        </style>
      </head>
      <body>
        <h1>Calibration report</h1>
        <p class="muted">${title}</p>
        ${first && second && tables.length === 2 ? comparison(first, second) : null} ${tables.map(tableSection)}
      </body>
    </html> `;
  return `${page.toString().trimEnd()}\n`;
}

function tableSection({ name, document }: ReportedTable): Html {
  const { table, format } = document;
  const ranges = rangesOf(table);
  const findings = checkDocument(document);
  return html`<section>
    <h2>${name}</h2>
    ${facts(document, ranges)} ${reuse(document)}
    <h3>Findings</h3>
    ${findings.length === 0 ? html`<p>Nothing is wrong with it by itself.</p>` : findingList(findings)}
    <h3>Profile</h3>
    ${profileChart(ranges) ?? html`<p>There is no range that could be drawn.</p>`}
    <h3>Ranges</h3>
    ${histogramChart(ranges)} ${outliers(document, ranges)} ${boxes(document, ranges)}
    <h3>Entries</h3>
    ${entries(document, ranges)}
    <p class="muted">${format.label}; scale = real value of one INT8 step, range = 127 × scale.</p>
  </section>`;
}

function facts({ table, format }: TableDocument, ranges: Float64Array): Html {
  const { zeros, infinities, nans, negatives, smallestRange, medianRange, largestRange } = summarize(ranges);
  const fact = (label: string, value: string | number | null): Html | null =>
    value === null
      ? null
      : html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`;
  const some = (label: string, count: number): Html | null => (count > 0 ? fact(label, count) : null);
  const range = (label: string, value: number | null): Html | null =>
    fact(label, value === null ? null : `± ${viewText(value)}`);
  return html`<dl>
    ${fact(t`Format`, format.label)}${fact(t`Header`, table.header.raw === null ? null : headerText(table.header))}${fact(t`Entries`, table.names.length)}
    ${some(t`Zeros`, zeros)}${some(t`Infinite`, infinities)}${some('NaN', nans)}${some(t`Negative`, negatives)}
    ${range(t`Smallest range`, smallestRange)}${range(t`Median`, medianRange)}${range(t`Largest`, largestRange)}
  </dl>`;
}

function reuse({ table: { header } }: TableDocument): Html | null {
  const statements = reuseStatements(header);
  if (statements.length === 0) return null;
  return html`<ul>
    ${statements.map(({ text, basis }) => html`<li>${text} <span class="muted">[${basis}]</span></li>`)}
  </ul>`;
}

function findingList(findings: readonly Finding[]): Html {
  return html`<ul>
    ${findings.map(
      ({ severity, message, rule, line, entry }) =>
        html`<li>
          <b class="${severity}">${severity}</b>: ${entry === null ? null : html`<code>${entry}</code>: `}${message}
          <span class="muted">(${rule}${line === null ? null : html`, line ${line}`})</span>
        </li>`,
    )}
  </ul>`;
}

/** The entries at both ends, each with how far it is from the median. */
function outliers({ table }: TableDocument, ranges: Float64Array): Html | null {
  const { medianRange } = summarize(ranges);
  const order = [...ranges.keys()].filter((entry) => isDrawable(ranges[entry] ?? NaN));
  order.sort((a, b) => (ranges[a] ?? 0) - (ranges[b] ?? 0));
  if (medianRange === null || order.length < 4 * OUTLIERS) return null;
  const grid = (places: readonly number[]): Html =>
    gridTable({
      columns: [
        { title: 'name', align: 'left' },
        { title: t`± range`, align: 'right' },
        { title: t`× median`, align: 'right' },
      ],
      rows: places.map((at) => [table.names[at] ?? '', ranges[at] ?? NaN, (ranges[at] ?? NaN) / medianRange]),
    });
  return html`<h3>Largest and smallest ranges</h3>
    ${grid(order.slice(-OUTLIERS).reverse())}
    <p></p>
    ${grid(order.slice(0, OUTLIERS))}`;
}

/** Every entry; of files with histograms with its values, what its range clips of them, and the noise that it makes. */
function entries(document: TableDocument, ranges: Float64Array): Html {
  const { table, format } = document;
  const values = format.histograms?.(document) ?? [];
  const hasValues = values.some(Boolean);
  const hasTypes = table.names.some((name) => layerTypeOf(name) !== null);
  const row = (name: string, at: number): Html => {
    const range = ranges[at] ?? NaN;
    const histogram = values[at] ?? null;
    return html`<tr>
      <td class="number">${at + 1}</td>
      <td>${name}</td>
      ${hasTypes && html`<td>${layerTypeOf(name)}</td>`}
      <td class="number">${viewText(entryScale(table, at))}</td>
      <td class="number">${viewText(range)}</td>
      ${
        hasValues &&
        html`<td>${histogram && valuesSpark(histogram, range)}</td>
          <td class="number">${histogram && percent(clippedShare(histogram, range))}</td>
          <td class="number">${histogram && viewText(Number(sqnrDb(histogram, range).toFixed(1)))}</td>`
      }
    </tr> `;
  };
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          <th class="number">#</th>
          <th>name</th>
          ${hasTypes && html`<th>type</th>`}
          <th class="number">scale</th>
          <th class="number">± range</th>
          ${
            hasValues &&
            html`<th>values</th>
              <th class="number">clipped</th>
              <th class="number">SQNR dB</th>`
          }
        </tr>
      </thead>
      <tbody>
        ${table.names.map(row)}
      </tbody>
    </table>
  </div>`;
}

/** Of files with histograms: how the values of each tensor lie in its range. */
function boxes(document: TableDocument, ranges: Float64Array): Html | null {
  const values = document.format.histograms?.(document) ?? [];
  const rows = document.table.names.flatMap((name, at) => {
    const histogram = values[at];
    const [box, range] = [histogram ? boxOf(histogram) : null, ranges[at] ?? NaN];
    return box && range > 0 ? [{ name, box, range }] : [];
  });
  if (rows.length === 0) return null;
  return html`<h3>Values</h3>
    ${boxChart(rows)}
    <p class="muted">
      Each by its own ± range (the lines): values from 1 to 99 %, the box from 25 to 75 %, the median.
    </p>`;
}

function percent(share: number): string {
  return Number.isNaN(share) ? '' : `${viewText(Number((share * 100).toPrecision(3)))} %`;
}

function comparison(before: ReportedTable, after: ReportedTable): Html {
  const [old, now] = [before.document.table, after.document.table];
  const { statements, summary, sections } = diffSections(
    { name: before.name, header: old.header },
    { name: after.name, header: now.header },
    diffTables(old, now),
  );
  return html`<section>
    <h2>Comparison</h2>
    <p>old: ${before.name}, new: ${after.name}</p>
    <ul>
      ${statements.map((statement) => html`<li>${statement}</li>`)}
    </ul>
    <p>${summary}</p>
    ${sections.map(
      ({ title, grid }) =>
        html`<h3>${title}</h3>
          ${gridTable(grid)}`,
    )}
  </section>`;
}

function gridTable({ columns, rows }: Grid): Html {
  const isNumber = (at: number): boolean => columns[at]?.align === 'right';
  const cell = (value: Cell, at: number): Html =>
    isNumber(at) ? html`<td class="number">${viewText(value)}</td>` : html`<td>${viewText(value)}</td>`;
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          ${columns.map(({ title }, at) => (isNumber(at) ? html`<th class="number">${title}</th>` : html`<th>${title}</th>`))}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map(cell)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}
