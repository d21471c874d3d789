import type { TableDocument, TableFormat } from '../../core/formats/format.js';
import { reuseStatements } from '../../core/table/reuse.js';
import type { ForeignMessage, TableMessage } from '../../protocol/table.js';
import type { ShownTable } from '../../protocol/tableChanges.js';
import { baseName } from '../ui/baseName.js';
import type { TableFile } from './tableFile.js';
import { findingsOf } from './findings.js';
import { t } from '../../core/texts/translate.js';

/** The table that a view has to show for a file as it stands now; null where the file is none, or none that was read. */
export function shownTable(file: TableFile, readOnly: boolean): ShownTable | null {
  const { content } = file;
  if (content.kind !== 'table') return null;
  const message = tableMessage(file, content.document, readOnly);
  return { message, lines: content.document.spans.line };
}

/** What stands in place of a table. */
export function insteadOfTable(file: TableFile): ForeignMessage {
  const { content } = file;
  if (content.kind === 'foreign') return foreignMessage(file, content);
  return tooLargeMessage(file, content.kind === 'tooLarge' ? content.size : 0);
}

function tableMessage(file: TableFile, document: TableDocument, readOnly: boolean): TableMessage {
  const { header, names, values, bits, quantity } = document.table;
  const { format } = document;
  const { id, label, hasHeader, keyedBy, storage } = format;
  return {
    type: 'table',
    revision: file.revision,
    readOnly: readOnly || !format.edit,
    readOnlyReason: readOnlyReason(format, readOnly),
    quantity,
    header,
    names,
    values,
    format: { id, label, hasHeader, keyedBy, storage },
    reuse: reuseStatements(header),
    findings: findingsOf(file),
    kept: document.kept ?? [],
    network: file.yardstick?.label ?? null,
    ...(bits && { bits }),
  };
}

function readOnlyReason({ label, edit }: TableFormat, fileSystem: boolean): string | null {
  if (!edit) return t`${label}: this format is read only here. Convert it to another one to edit its numbers.`;
  return fileSystem ? t`This file system is read-only.` : null;
}

/** What can be done with some kinds of files that are no tables. */
const USES: Readonly<Record<string, ForeignMessage['actions']>> = {
  'onnx-model': [{ label: t`Write a Table's Scales Into It…`, command: 'writeIntoModel' }],
};

function foreignMessage(file: TableFile, { foreign }: { foreign: ForeignMessage['foreign'] }): ForeignMessage {
  return {
    type: 'foreign',
    fileName: fileNameOf(file),
    foreign,
    actions: [
      ...(USES[foreign.id] ?? []),
      { label: t`Open With…`, command: 'openWith' },
      { label: t`Don't open files like this here`, command: 'openAsTextAlways' },
    ],
  };
}

function tooLargeMessage(file: TableFile, size: number): ForeignMessage {
  const megabytes = (size / 1024 / 1024).toFixed(0);
  return {
    type: 'foreign',
    fileName: fileNameOf(file),
    foreign: {
      id: 'too-large',
      label: t`a large file (${megabytes} MB)`,
      hint: t`Reading it takes a while and several times its size in memory.`,
      text: false,
    },
    actions: [
      { label: t`Read it anyway`, command: 'readAnyway' },
      { label: t`Open With…`, command: 'openWith' },
    ],
  };
}

function fileNameOf({ uri }: TableFile): string {
  return baseName(uri);
}
