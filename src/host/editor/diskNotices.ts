import { counted } from '../../core/render/counts.js';
import type { NoticesMessage } from '../../protocol/table.js';
import type { TableFile } from './tableFile.js';

type Notice = NoticesMessage['notices'][number];

/** What happened to a file on disk while it was open here, and what can be done about it. */
export function diskNotices({ disk, isDirty }: TableFile): Notice[] {
  const notices: Notice[] = [];
  if (disk.replaced)
    notices.push({
      severity: 'warning',
      text: 'Your save replaced a change that something else had made to the file on disk meanwhile.',
      actions: [
        { label: 'Compare', command: 'compareWithDisk', isPrimary: true },
        { label: 'Keep Mine', command: 'keepMine' },
        { label: 'Take Theirs', command: 'takeTheirs' },
      ],
    });
  if (disk.standing === 'gone')
    notices.push({
      severity: 'warning',
      text: 'The file is no longer there: it was deleted, moved or renamed. What you see is kept here alone.',
      actions: [{ label: 'Save It Again', command: 'saveAgain' }],
    });
  if (disk.standing === 'changed')
    notices.push({
      severity: 'warning',
      text: isDirty
        ? 'The file has changed on disk, and it has unsaved edits here: saving replaces the one by the other.'
        : 'The file has changed on disk; this is what it was before.',
      actions: [
        { label: 'Compare', command: 'compareWithDisk', isPrimary: true },
        ...(isDirty ? [{ label: 'Keep Mine', command: 'keepMine' } as const] : []),
        { label: 'Take Theirs', command: 'takeTheirs' },
      ],
    });
  if (disk.rewritten > 0)
    notices.push({
      severity: 'warning',
      text: `The save also rewrote ${counted(disk.rewritten, 'entry', 'entries')} that had the same numbers before: a formatter runs on saving. Undo gives the bytes back.`,
    });
  return notices;
}
