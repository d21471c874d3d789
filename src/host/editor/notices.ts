import * as vscode from 'vscode';
import { counted } from '../../core/render/counts.js';
import type { NoticesMessage } from '../../protocol/table.js';
import type { TableFile } from './document.js';

type Notice = NoticesMessage['notices'][number];

/** Most names that a sentence lists. */
const MOST_NAMES = 3;

/** Sentences that a view of this file has to show now. */
export function noticesFor(file: TableFile): Notice[] {
  return [...lostNotices(file), ...textNotices(file), ...missingNotices(file)];
}

/** VS Code marks a file that came from a backup as changed; a save or *Revert File* clears that. */
function lostNotices({ hasLostEdits, isDirty }: TableFile): Notice[] {
  if (!hasLostEdits || isDirty) return [];
  return [
    {
      severity: 'warning',
      text: 'The unsaved edits of this file could not be restored: what VS Code had kept of them is damaged. This is the file as it stands on disk.',
    },
  ];
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

/** What the table's reader does about missing entries: nvdla_compiler, for one, aborts without naming them. */
function missingNotices({ content, coverage, yardstick }: TableFile): Notice[] {
  const missing = coverage?.missing ?? [];
  if (content.kind !== 'table' || !yardstick?.network || missing.length === 0) return [];
  const names = missing.slice(0, MOST_NAMES).join(', ') + (missing.length > MOST_NAMES ? ', …' : '');
  const { one, several } = content.document.format.onMissing;
  const what =
    missing.length === 1
      ? `an entry that the table lacks (${one})`
      : `${counted(missing.length, 'entry', 'entries')} that the table lacks, and ${several}`;
  return [
    {
      severity: 'warning',
      text: `${yardstick.label} asks for ${what}: ${names}`,
      action: { label: 'Add Missing…', command: 'addMissing' },
    },
  ];
}
