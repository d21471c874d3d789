import * as vscode from 'vscode';
import type { NodeDataKind } from '../../core/report/nodeData.js';
import { counted } from '../../core/render/counts.js';
import { safe, type SafeText } from '../../core/render/safe.js';
import { currentBytes } from '../editor/readTable.js';
import { activeFile } from '../ui/activeFile.js';
import { askNewFile, askOne } from '../ui/ask.js';
import { baseName } from '../ui/baseName.js';
import { registerCommand } from '../ui/commands.js';
import { notify, tellInStatusBar } from '../ui/notify.js';
import { pickTable } from '../ui/pickTable.js';
import { withSlowProgress } from '../ui/progress.js';
import type { HostServices } from '../ui/services.js';
import { writeFile } from '../ui/writeFile.js';
import { isLarge } from '../work/large.js';
import type { NodeDataOrder } from '../../worker/jobs/reportJobs.js';
import type { Source } from '../../worker/jobs/source.js';
import { pickBuild } from '../build/buildFiles.js';
import { outputsByEntry } from '../model/damageLabels.js';
import type { ModelServices } from '../model/modelServices.js';
import { keptRun } from '../model/tableValues.js';
import { t } from '../../core/texts/translate.js';

/** *Export Report…* and *Export for Model Explorer…*. */
export function registerExports(
  services: HostServices,
  kept: Pick<ModelServices, 'choices' | 'runs'>,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(services, 'exportReport', (uri?: vscode.Uri, selected?: unknown) =>
      exportReport(uri, selected, services),
    ),
    registerCommand(services, 'exportForModelExplorer', (uri?: vscode.Uri) => exportNodeData(uri, services, kept)),
  );
}

/** @param selected all files that are selected in the explorer, where it was called there */
async function exportReport(uri: vscode.Uri | undefined, selected: unknown, services: HostServices): Promise<void> {
  const several = Array.isArray(selected) ? selected.filter((item) => item instanceof vscode.Uri) : [];
  const first = uri ?? activeFile() ?? (await pickTable(services, safe`Export a report: choose a table`));
  const tables = several.length > 1 ? several : first ? [first] : [];
  const [table] = tables;
  const target = table && (await askTarget(table, safe`Export Report`, '-report.html', { HTML: ['html'] }));
  if (!target) return;
  const sources = await Promise.all(tables.map((one) => sourceOf(one, services)));
  const isSmall = !sources.some(({ bytes }) => isLarge(bytes)) && sources.length === 1;
  const bytes = await withSlowProgress(safe`Writing the report`, (token) =>
    services.background.run('report', sources, { token, isSmall }),
  );
  if (!bytes) return;
  await writeFile(target, bytes);
  const open = t`Open in Browser`;
  if ((await notify('info', safe`Wrote the report to "${baseName(target)}".`, open)) === open)
    await vscode.env.openExternal(target);
}

const KINDS: readonly { readonly label: SafeText; readonly detail: SafeText; readonly what: NodeDataKind }[] = [
  { label: safe`Dynamic ranges`, detail: safe`127 × scale`, what: 'range' },
  { label: safe`Scales`, detail: safe`The real value of one INT8 step`, what: 'scale' },
  { label: safe`Clipped values`, detail: safe`Percent, of files with histograms of values`, what: 'clipped' },
  { label: safe`Findings`, detail: safe`By severity: 1 info, 2 warning, 3 error`, what: 'findings' },
  {
    label: safe`What a build did`,
    detail: safe`The fate of each entry, by a log or the inspector's JSON`,
    what: 'fate',
  },
  {
    label: safe`What tensors do to the outputs`,
    detail: safe`Decibels, of the run that "Analyze with Model…" has made`,
    what: 'outputs',
  },
];

async function exportNodeData(
  uri: vscode.Uri | undefined,
  services: HostServices,
  kept: Pick<ModelServices, 'choices' | 'runs'>,
): Promise<void> {
  const title = safe`Export for Model Explorer`;
  const table = uri ?? activeFile() ?? (await pickTable(services, title));
  const chosen = table && (await askOne(KINDS, { title, placeHolder: safe`Which numbers colour the graph?` }));
  const sources = chosen && (await sourcesOf(table, chosen.what, services, kept));
  const target = sources && (await askTarget(table, title, `-${chosen.what}.json`, { JSON: ['json'] }));
  if (!table || !chosen || !sources || !target) return;
  const source = await sourceOf(table, services);
  const made = await withSlowProgress(title, (token) =>
    services.background.run(
      'nodeData',
      { source, kind: chosen.what, ...sources },
      { token, isSmall: isSmall(source, sources) },
    ),
  );
  if (!made) return;
  await writeFile(target, made.bytes);
  const left =
    made.left > 0 ? t` ${counted(made.left, t`entry has`, t`entries have`)} no number that it could hold.` : '';
  tellInStatusBar(safe`Wrote "${baseName(target)}": load it in Model Explorer as node data.${left}`, 8000);
}

/** What only another file tells; undefined: cancelled. Throws Error where there is no run. */
async function sourcesOf(
  table: vscode.Uri,
  what: NodeDataKind,
  services: HostServices,
  runs: Pick<ModelServices, 'choices' | 'runs'>,
): Promise<Pick<NodeDataOrder, 'build' | 'outputs'> | undefined> {
  if (what === 'fate') {
    const build = await pickBuild(table);
    return build && { build: await sourceOf(build, services) };
  }
  if (what !== 'outputs') return {};
  const found = await keptRun(table, runs);
  if (!found) throw new Error(t`"${baseName(table)}" was not measured yet: "Analyze with Model…" does.`);
  return { outputs: outputsByEntry(found.run) };
}

function isSmall(source: Source, { build }: Pick<NodeDataOrder, 'build'>): boolean {
  return !isLarge(source.bytes) && !(build && isLarge(build.bytes));
}

async function askTarget(
  table: vscode.Uri,
  title: SafeText,
  ending: string,
  filters: Readonly<Record<string, readonly string[]>>,
): Promise<vscode.Uri | undefined> {
  const name = `${baseName(table).replace(/\.[^.]+$/, '')}${ending}`;
  return askNewFile({ title, defaultUri: vscode.Uri.joinPath(table, '..', name), filters });
}

async function sourceOf(uri: vscode.Uri, services: HostServices): Promise<Source> {
  return { bytes: await currentBytes(uri, services), path: uri.path, label: baseName(uri) };
}
