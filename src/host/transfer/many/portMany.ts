import * as vscode from 'vscode';
import { NO_HEADER } from '../../../core/table/header.js';
import { readTable } from '../../editor/readTable.js';
import { baseName } from '../../ui/baseName.js';
import { askPortHeader } from '../port/portHeader.js';
import { askNames } from '../port/portNames.js';
import { portTable } from '../port/portTable.js';
import { portedName } from '../port/portTarget.js';
import type { TransferReport } from '../transferReports.js';
import type { Shared } from '../transferShared.js';
import { forMany, nameOf, summaryOf } from './manyReport.js';
import { t } from '../../../core/texts/translate.js';

/** Ports tables under the names of one file and one header, each into a file beside it; none is replaced. */
export async function portMany(files: readonly vscode.Uri[], shared: Shared): Promise<TransferReport | undefined> {
  const { services, networks } = shared;
  const [first] = files;
  const names = first && (await askNames(services, first, networks));
  if (!names) return undefined;
  const old = (await readTable(first, services)).table.header;
  const ofNames = names.kind === 'table' ? (await readTable(names.uri, services)).table.header : NO_HEADER;
  const header = await askPortHeader(old, ofNames, baseName(names.uri));
  if (header === undefined) return undefined;
  const outcomes = await forMany(t`Porting`, files, async (source) => {
    const name = portedName(baseName(source), header, baseName(names.uri));
    const target = vscode.Uri.joinPath(source, '..', name);
    const ported = await portTable({ source, ...shared }, { target, header, names });
    if (!ported) return { kind: 'failed', text: t`${nameOf(source)}: not done` };
    const { entriesIn, entriesOut, missing } = ported.report;
    const text = t`${nameOf(source)} -> ${name}: ${entriesOut} of ${entriesIn} entries`;
    const lines = missing.map((entry) => t`  missing: ${entry}`);
    return { kind: lines.length > 0 ? 'found' : 'done', text: [text, ...lines].join('\n') };
  });
  return summaryOf(t`Ported`, outcomes);
}
