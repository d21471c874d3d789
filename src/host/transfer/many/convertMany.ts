import * as vscode from 'vscode';
import { WRITABLE_FORMATS } from '../../../core/formats/index.js';
import type { WritableFormat } from '../../../core/formats/format.js';
import { safe, safeText } from '../../../core/render/safe.js';
import { NO_HEADER } from '../../../core/table/header.js';
import { readTable } from '../../editor/readTable.js';
import { pickNetwork } from '../../network/pickNetwork.js';
import { askOne } from '../../ui/ask.js';
import { baseName } from '../../ui/baseName.js';
import { askHeader } from '../convert/convertHeader.js';
import { suggestedName } from '../convert/convertTarget.js';
import { convertTable } from '../convert/convertTable.js';
import type { TransferReport } from '../transferReports.js';
import type { Shared } from '../transferShared.js';
import { forMany, nameOf, summaryOf } from './manyReport.js';
import { t } from '../../../core/texts/translate.js';

/** Converts tables, each into a file beside it; none is replaced. One network and one header serve all that need one. */
export async function convertMany(files: readonly vscode.Uri[], shared: Shared): Promise<TransferReport | undefined> {
  const [first] = files;
  const format = first && (await chooseFormat(files.length));
  if (!format) return undefined;
  const network = await askNetwork(first, format, shared);
  if (network === undefined) return undefined;
  const needsHeader = format.hasHeader && (await lackHeader(files, shared));
  const header = needsHeader ? await askHeader(NO_HEADER, format) : null;
  if (header === undefined) return undefined;
  const outcomes = await forMany(t`Converting`, files, async (source) => {
    const target = vscode.Uri.joinPath(source, '..', suggestedName(source, format.extensions[0] ?? ''));
    const own = format.hasHeader ? (await readTable(source, shared.services)).table.header.raw : null;
    const line = own ?? header;
    const options = { target, ...(line === null ? {} : { header: line }), ...(network && { network }) };
    const converted = await convertTable({ source, format, ...shared }, options);
    if (!converted) return { kind: 'failed', text: t`${nameOf(source)}: not done` };
    const { entriesIn, entriesOut, missing, dropped } = converted.report;
    const left = [
      ...missing.map((name) => t`missing: ${name}`),
      ...dropped.map(({ name, why }) => t`dropped: ${name}: ${why}`),
    ];
    const text = t`${nameOf(source)} -> ${baseName(target)}: ${entriesOut} of ${entriesIn} entries`;
    return { kind: left.length > 0 ? 'found' : 'done', text: [text, ...left.map((line) => `  ${line}`)].join('\n') };
  });
  return summaryOf(t`Converted`, outcomes);
}

async function chooseFormat(count: number): Promise<WritableFormat | undefined> {
  const items = WRITABLE_FORMATS.map((format) => ({
    label: safeText(format.label),
    description: safe`.${format.extensions[0] ?? ''}`,
    format,
  }));
  return (await askOne(items, { title: safe`Convert ${count} tables to…`, placeHolder: safe`Which format?` }))?.format;
}

/** Null: names are carried over; undefined: cancelled. */
async function askNetwork(
  first: vscode.Uri,
  format: WritableFormat,
  { services, networks }: Shared,
): Promise<vscode.Uri | null | undefined> {
  const document = await readTable(first, services);
  if (format.quantity === null || document.format.keyedBy === format.keyedBy) return null;
  const without = safe`Without a network: carry the names over`;
  return pickNetwork(first, networks, safe`Convert to ${format.label}: choose the network of all`, { without });
}

async function lackHeader(files: readonly vscode.Uri[], { services }: Shared): Promise<boolean> {
  const headers = await Promise.all(
    files.map((file) =>
      readTable(file, services).then(
        ({ table }) => table.header.raw,
        () => '',
      ),
    ),
  );
  return headers.includes(null);
}
