import * as vscode from 'vscode';
import { rangesOf } from '../../core/table/stats.js';
import { safe, safeText } from '../../core/render/safe.js';
import { activeFile } from '../ui/activeFile.js';
import { askLine, askOne } from '../ui/ask.js';
import { registerCommand } from '../ui/commands.js';
import type { HostServices } from '../ui/services.js';
import type { OpenFiles } from './openFiles.js';
import { showEntryInText } from './places.js';
import type { TableFile } from './tableFile.js';
import type { TextFiles } from './text/textFiles.js';
import { t } from '../../core/texts/translate.js';

/** A list of more names is slow to come: a part of the name is asked for first. */
const MOST_NAMES = 10_000;
const TITLE = safe`Find Tensor`;

/** *Find Tensor…*: goes to an entry by its name, in the table or in the text, whichever is active. */
export function registerFindTensor(services: HostServices, openFiles: OpenFiles, texts: TextFiles): vscode.Disposable {
  return registerCommand(services, 'findTensor', async () => {
    const uri = activeFile();
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri?.toString());
    const file = (uri && openFiles.fileOf(uri)) ?? (document && (await texts.tableOf(document)));
    if (file?.content.kind !== 'table')
      throw new Error(t`Open a calibration table first: the active editor shows none.`);
    const entry = await askEntry(file);
    if (entry === undefined) return;
    const view = openFiles.viewsOf(file).find(({ panel }) => panel.active);
    if (view) view.reveal(entry);
    else await showEntryInText(file, entry);
  });
}

async function askEntry({ content }: TableFile): Promise<number | undefined> {
  if (content.kind !== 'table') return undefined;
  const { table } = content.document;
  const part = table.names.length > MOST_NAMES ? await askPart() : '';
  if (part === undefined) return undefined;
  const ranges = rangesOf(table);
  const choices = table.names.flatMap((name, entry) =>
    name.toLowerCase().includes(part.toLowerCase())
      ? [{ label: safeText(name), description: safe`±${Number((ranges[entry] ?? NaN).toPrecision(4))}`, entry }]
      : [],
  );
  if (choices.length === 0) throw new Error(t`No entry has "${part}" in its name.`);
  return (await askOne(choices.slice(0, MOST_NAMES), { title: TITLE, placeHolder: safe`A part of its name` }))?.entry;
}

function askPart(): Thenable<string | undefined> {
  return askLine({ title: TITLE, prompt: safe`A part of its name`, problem: () => null });
}
