import * as vscode from 'vscode';
import { counted } from '../../core/render/counts.js';
import type { NoticesMessage } from '../../protocol/table.js';
import type { TableFile } from './document.js';

type Notice = NoticesMessage['notices'][number];

/** Most names that a sentence lists. */
const MOST_NAMES = 3;

/** Sentences that a view of this file has to show now. */
export function noticesFor(file: TableFile): Notice[] {
  return [...textNotices(file), ...missingNotices(file)];
}

function textNotices({ uri }: TableFile): Notice[] {
  const textIsDirty = vscode.workspace.textDocuments.some(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
  if (!textIsDirty) return [];
  return [
    {
      severity: 'warning',
      text: 'This file has unsaved changes in a text editor. They are not shown here, and whichever is saved last wins.',
      action: { label: 'Show Text', command: 'openAsText' },
    },
  ];
}

/** A table by layer that lacks an entry makes nvdla_compiler abort without naming it. */
function missingNotices({ content, coverage, yardstick }: TableFile): Notice[] {
  const missing = coverage?.missing ?? [];
  if (content.kind !== 'table' || !yardstick?.network || missing.length === 0) return [];
  const names = missing.slice(0, MOST_NAMES).join(', ') + (missing.length > MOST_NAMES ? ', …' : '');
  const what = content.format.keyedBy === 'layer' ? 'nvdla_compiler aborts' : 'layers do not run in INT8';
  return [
    {
      severity: 'warning',
      text: `${yardstick.label} asks for ${counted(missing.length, 'entry', 'entries')} that the table lacks, and ${what} without ${missing.length === 1 ? 'it' : 'them'}: ${names}`,
      action: { label: 'Add Missing…', command: 'addMissing' },
    },
  ];
}
