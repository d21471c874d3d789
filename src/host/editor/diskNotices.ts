import { counted } from '../../core/render/counts.js';
import type { NoticesMessage } from '../../protocol/table.js';
import type { TableFile } from './tableFile.js';
import { t } from '../../core/texts/translate.js';

type Notice = NoticesMessage['notices'][number];

/** What happened to a file on disk while it was open here, and what can be done about it. */
export function diskNotices({ disk, isDirty }: TableFile): Notice[] {
  const notices: Notice[] = [];
  if (disk.replaced)
    notices.push({
      severity: 'warning',
      text: t`Your save replaced a change that something else had made to the file on disk meanwhile.`,
      actions: [
        { label: t`Compare`, command: 'compareWithDisk', isPrimary: true },
        { label: t`Keep Mine`, command: 'keepMine' },
        { label: t`Take Theirs`, command: 'takeTheirs' },
      ],
    });
  if (disk.standing === 'gone')
    notices.push({
      severity: 'warning',
      text: t`The file is no longer there: it was deleted, moved or renamed. What you see is kept here alone.`,
      actions: [{ label: t`Save It Again`, command: 'saveAgain' }],
    });
  if (disk.standing === 'changed')
    notices.push({
      severity: 'warning',
      text: isDirty
        ? t`The file has changed on disk, and it has unsaved edits here: saving replaces the one by the other.`
        : t`The file has changed on disk; this is what it was before.`,
      actions: [
        { label: t`Compare`, command: 'compareWithDisk', isPrimary: true },
        ...(isDirty ? [{ label: t`Keep Mine`, command: 'keepMine' } as const] : []),
        { label: t`Take Theirs`, command: 'takeTheirs' },
      ],
    });
  if (disk.isProtected)
    notices.push({
      severity: 'info',
      text: t`The file is write-protected on disk: a save is refused, or VS Code asks first. Save As… keeps edits in another file.`,
    });
  if (disk.rewritten > 0)
    notices.push({
      severity: 'warning',
      text: t`The save also rewrote ${counted(disk.rewritten, t`entry`, t`entries`)} that had the same numbers before: a formatter runs on saving. Undo gives the bytes back.`,
    });
  return notices;
}
