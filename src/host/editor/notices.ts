import * as vscode from 'vscode';
import { counted } from '../../core/render/counts.js';
import { siblingName } from '../../core/formats/siblingFile.js';
import { baseName } from '../ui/baseName.js';
import type { NoticesMessage } from '../../protocol/table.js';
import { BytesFile } from './bytes/bytesFile.js';
import { diskNotices } from './diskNotices.js';
import type { TableFile } from './tableFile.js';
import { findingsOf } from './findings.js';
import { t } from '../../core/texts/translate.js';

type Notice = NoticesMessage['notices'][number];

/** Most names that a sentence lists. */
const MOST_NAMES = 3;

/** Sentences that a view of this file has to show now. */
export function noticesFor(file: TableFile): Notice[] {
  return [
    ...lostNotices(file),
    ...diskNotices(file),
    ...textNotices(file),
    ...missingNotices(file),
    ...siblingNotices(file),
    ...measuredNotices(file),
  ];
}

/** VS Code marks a file that came from a backup as changed; a save or *Revert File* clears that. */
function lostNotices(file: TableFile): Notice[] {
  if (!(file instanceof BytesFile) || !file.hasLostEdits || file.isDirty) return [];
  return [
    {
      severity: 'warning',
      text: t`The unsaved edits of this file could not be restored: what VS Code had kept of them is damaged. This is the file as it stands on disk.`,
    },
  ];
}

/** Of a file whose text in a text editor is another content than the table. */
function textNotices(file: TableFile): Notice[] {
  if (!(file instanceof BytesFile)) return [];
  const { uri, notLinked } = file;
  const textIsDirty = vscode.workspace.textDocuments.some(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
  if (!textIsDirty) return notLinked === null ? [] : [notLinkedNotice(notLinked)];
  return [
    {
      severity: 'warning',
      text: t`This file has unsaved changes in a text editor. They are not shown here, and whichever is saved last wins.`,
      actions: [{ label: t`Show Text`, command: 'openAsText' }],
    },
  ];
}

function notLinkedNotice(why: string): Notice {
  return {
    severity: 'info',
    text: t`Not linked with the text editor (${why}): edits made here and edits made in the text do not see each other.`,
  };
}

/** What the table's reader does about missing entries: nvdla_compiler, for one, aborts without naming them. */
function missingNotices({ content, coverage, yardstick }: TableFile): Notice[] {
  const missing = coverage?.missing ?? [];
  if (content.kind !== 'table' || !yardstick?.network || missing.length === 0) return [];
  const other = coverage?.findings.find(({ rule }) => rule === 'other-network');
  if (other) return [{ severity: 'warning', text: `${yardstick.label}: ${other.message}` }];
  const names = missing.slice(0, MOST_NAMES).join(', ') + (missing.length > MOST_NAMES ? ', …' : '');
  const { one, several } = content.document.format.onMissing;
  const what =
    missing.length === 1
      ? t`an entry that the table lacks (${one})`
      : t`${counted(missing.length, t`entry`, t`entries`)} that the table lacks, and ${several}`;
  return [
    {
      severity: 'warning',
      text: t`${yardstick.label} asks for ${what}: ${names}`,
      actions: [{ label: t`Add Missing…`, command: 'addMissing' }],
    },
  ];
}

/** What onnxruntime's provider would clip, where the JSON beside the table shows it. */
function siblingNotices(file: TableFile): Notice[] {
  if (!file.sibling || file.content.kind !== 'table') return [];
  const count = findingsOf(file).filter(({ rule }) => rule === 'understated-range').length;
  if (count === 0) return [];
  return [
    {
      severity: 'warning',
      text: t`${counted(count, t`range is`, t`ranges are`)} smaller than in ${siblingName(baseName(file.uri), file.content.document.format)}, beside this file: onnxruntime kept the larger end of each range without its sign.`,
      actions: [{ label: t`Take Its Ranges`, command: 'takeSiblingRanges' }],
    },
  ];
}

/** What columns of values and outputs rest on. */
function measuredNotices({ measured, revision }: TableFile): Notice[] {
  if (!measured) return [];
  const isOld = measured.revision !== revision;
  return [
    {
      severity: isOld ? 'warning' : 'info',
      text: `${measured.text}${isOld ? t` The table has changed since: what outputs lose was measured before.` : ''}`,
      actions: [
        { label: t`Which Layers Suffer`, command: 'showRun' },
        { label: t`Run Again`, command: 'runAgain' },
        { label: t`Forget`, command: 'forgetRun' },
      ],
    },
  ];
}
