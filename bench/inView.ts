/**
 * How long it takes until a table shows what was asked of it, for a small one and for a million entries in the same window, in a real VS Code
 * in a real browser: `npm run bench:view`, after a build. Nothing is asserted.
 */
import { textTable } from '../src/core/render/text.js';
import { endSession } from '../test/support/session.js';
import { openWorkbench } from '../test/support/useWorkbench.js';
import type { Workbench } from '../test/support/workbench/workbench.js';
import { manyEntries } from '../test/webview/support/files.js';
import { Table } from '../test/webview/support/table.js';

const SIZES = { 'small.cache': 200, 'large.cache': 1_000_000 };
const TIMES = 5;
const PAUSE_MS = 4;

/** What a user does, and how it is seen that the table has done it. */
interface Job {
  readonly name: string;
  readonly act: (table: Table, vscode: Workbench) => Promise<void>;
  readonly isDone: (table: Table, vscode: Workbench) => Promise<boolean>;
}

function jobs(file: string, count: number): readonly Job[] {
  const last = `layer_${count - 1}/conv`;
  const first = async (table: Table): Promise<string> => (await table.column('name'))[0] ?? '';
  const shows = (rows: number): Job['isDone'] => {
    const wanted = `${rows.toLocaleString('en')} of ${count.toLocaleString('en')}`;
    return async (table) => (await table.count()) === wanted;
  };
  const isDirty = async (vscode: Workbench): Promise<boolean> =>
    (await vscode.tabs.list()).some(({ label, dirty }) => label === file && dirty);
  return [
    {
      name: 'sort by scale',
      act: (table) => table.sortBy('scale'),
      isDone: async (table) => (await first(table)) === last,
    },
    {
      name: 'sort the other way',
      act: (table) => table.sortBy('scale'),
      isDone: async (table) => (await first(table)) !== last,
    },
    {
      name: 'in the order of the file',
      act: (table) => table.sortBy('scale'),
      isDone: async (table) => (await first(table)) === 'layer_0/conv',
    },
    { name: 'filter by a word', act: (table) => table.filter(last), isDone: shows(1) },
    { name: 'no filter', act: (table) => table.filter(''), isDone: shows(count) },
    { name: 'filter by a number', act: (table) => table.filter('entry<=50'), isDone: shows(50) },
    { name: 'no filter again', act: (table) => table.filter(''), isDone: shows(count) },
    {
      name: 'edit',
      act: async (table) => {
        await table.typeInto(2, 'hex', '3f800000');
        await table.cellEditor.press('Enter');
      },
      isDone: async (table) => (await table.text(2, 'hex')) === '3f800000' && (await table.cellEditor.count()) === 0,
    },
    {
      name: 'undo',
      act: (table) => table.press('ControlOrMeta+Z'),
      isDone: async (table) => (await table.text(2, 'hex')) !== '3f800000',
    },
    {
      name: 'edit again',
      act: (table) => table.edit(2, 'scale', String(0.001 * (1 + Math.random()))),
      isDone: (_, vscode) => isDirty(vscode),
    },
    {
      name: 'save',
      act: (table) => table.press('ControlOrMeta+S'),
      isDone: async (_, vscode) => !(await isDirty(vscode)),
    },
  ];
}

void main();

async function main(): Promise<void> {
  const entries = Object.entries(SIZES);
  const vscode = await openWorkbench({
    files: Object.fromEntries(entries.map(([name, count]) => [name, manyEntries(count)])),
  });
  const medians: Map<string, number>[] = [];
  for (const [name, count] of entries) {
    const table = await Table.open(vscode, name);
    const times = new Map<string, number[]>();
    // The first of each warms up.
    for (let i = 0; i <= TIMES; i++)
      for (const job of jobs(name, count)) {
        const from = performance.now();
        await job.act(table, vscode);
        while (!(await job.isDone(table, vscode))) await new Promise((done) => setTimeout(done, PAUSE_MS));
        if (i > 0) times.set(job.name, [...(times.get(job.name) ?? []), performance.now() - from]);
      }
    medians.push(new Map([...times].map(([job, all]) => [job, median(all)])));
  }
  await vscode.close();
  const [small, large] = medians;
  const right = (title: string) => ({ title, align: 'right' as const });
  console.log(
    textTable({
      columns: [
        { title: 'what', align: 'left' },
        ...entries.map(([, count]) => right(`${count} entries, ms`)),
        right('more, ms'),
      ],
      rows: [...(small ?? [])].map(([job, ms]) => {
        const other = large?.get(job) ?? NaN;
        return [job, Math.round(ms), Math.round(other), Math.round(other - ms)];
      }),
    }),
  );
  await endSession();
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}
