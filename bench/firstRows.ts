/**
 * How long it takes from a click on a file until its first rows are there, in a table and in VS Code's own text editor, in a real VS Code in a
 * real browser: `npm run bench:rows`, after a build. Nothing is asserted.
 */
import { textTable } from '../src/core/render/text.js';
import { endSession } from '../test/support/session.js';
import { openWorkbench } from '../test/support/useWorkbench.js';
import type { Workbench } from '../test/support/workbench/workbench.js';

const SIZES = [160, 4500, 100_000];
const TIMES = 9;
const COLD_TIMES = 3;
const PAUSE_MS = 4;

/** The same content under a name of ours, and under one that is nobody's. */
function files(): Record<string, string> {
  return Object.fromEntries(
    SIZES.flatMap((size) => {
      const lines = Array.from(
        { length: size },
        (_, i) => `/model.${i % 97}/cv${i}/conv/Conv_output_0: 3c${(i % 65536).toString(16).padStart(6, '0')}\n`,
      );
      const text = `TRT-8601-EntropyCalibration2\n${lines.join('')}`;
      return [
        [`bench/t${size}.cache`, text],
        [`bench/t${size}.words`, text],
      ];
    }),
  );
}

async function hasRows(vscode: Workbench): Promise<boolean> {
  for (const frame of await vscode.webviews.visible())
    if (
      (await frame
        .locator('.table-page .grid-body .grid-row')
        .count()
        .catch(() => 0)) > 0
    )
      return true;
  return false;
}

async function hasLines(vscode: Workbench): Promise<boolean> {
  return (await vscode.page.locator('.editor-instance .view-line', { hasText: 'Conv_output_0' }).count()) > 0;
}

/** Milliseconds from the click to the first rows. */
async function opened(
  vscode: Workbench,
  name: string,
  isThere: (vscode: Workbench) => Promise<boolean>,
): Promise<number> {
  const row = vscode.explorer.row(name);
  await row.waitFor();
  const from = performance.now();
  await row.click();
  while (!(await isThere(vscode))) await new Promise((done) => setTimeout(done, PAUSE_MS));
  return performance.now() - from;
}

async function closeAll(vscode: Workbench): Promise<void> {
  await vscode.press('Control+k', 'Control+w');
  while ((await vscode.tabs.list()).length > 0) await new Promise((done) => setTimeout(done, PAUSE_MS));
}

async function unfolded(vscode: Workbench): Promise<void> {
  await vscode.explorer.row('bench').click();
  await vscode.explorer.row(`t${SIZES[0]}.cache`).waitFor();
}

void main();

async function main(): Promise<void> {
  const rows: (string | number)[][] = [];
  const vscode = await openWorkbench({ files: files() });
  await unfolded(vscode);
  for (const size of SIZES) {
    const [table, text]: [number[], number[]] = [[], []];
    // By turns: what else the machine does falls on both. The first of each warms up.
    for (let i = 0; i <= TIMES; i++) {
      const [asText, asTable] = [
        await opened(vscode, `t${size}.words`, hasLines),
        (await closeAll(vscode), await opened(vscode, `t${size}.cache`, hasRows)),
      ];
      await closeAll(vscode);
      if (i > 0) table.push(asTable);
      if (i > 0) text.push(asText);
    }
    rows.push([`${size} entries`, ...figures(table, text)]);
  }
  await vscode.close();
  const [coldTable, coldText]: [number[], number[]] = [[], []];
  for (let i = 0; i < COLD_TIMES; i++)
    for (const [name, isThere, times] of [
      ['t160.words', hasLines, coldText],
      ['t160.cache', hasRows, coldTable],
    ] as const) {
      const cold = await openWorkbench({ files: files() });
      await unfolded(cold);
      times.push(await opened(cold, name, isThere));
      await cold.close();
    }
  rows.push(['160 entries, the first in a window', ...figures(coldTable, coldText)]);
  const right = (title: string) => ({ title, align: 'right' as const });
  console.log(
    textTable({
      columns: [{ title: 'file', align: 'left' }, right('table ms'), right('text ms'), right('ratio')],
      rows,
    }),
  );
  await endSession();
}

function figures(table: readonly number[], text: readonly number[]): number[] {
  const [a, b] = [median(table), median(text)];
  return [Math.round(a), Math.round(b), Math.round((100 * a) / b) / 100];
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}
