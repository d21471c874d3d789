/** Marks on tensors, which follow their table to other names. */
import { existsSync, readFileSync } from 'node:fs';
import { utf8Bytes } from '../core/bytes/bytes.js';
import { carriedMarks, MARKS_ENDING, marksText, readMarks } from '../core/marks/marks.js';
import type { ConversionReport } from '../core/transfer/convert.js';
import { shownName } from './input.js';
import { plural } from './findingText.js';
import { say, STANDARD_STREAM } from './streams.js';
import { writeWhole } from './writeWhole.js';
import { messageOf } from '../core/texts/messageOf.js';

/** Writes the marks beside the new table, and says what became of them. A file that can't be read is said, and left out. */
export async function portMarks(
  from: string,
  to: string,
  { renamed }: ConversionReport,
  names: readonly string[],
  force: boolean,
): Promise<void> {
  const file = `${from}${MARKS_ENDING}`;
  if (from === STANDARD_STREAM || to === STANDARD_STREAM || !existsSync(file)) return;
  try {
    const { marks, lost } = carriedMarks(readMarks(readFileSync(file, 'utf8')), renamed, names);
    if (marks.size > 0) await writeWhole(`${to}${MARKS_ENDING}`, utf8Bytes(marksText(marks)), force);
    say(`note: ${plural(marks.size, 'mark')} carried over`);
    lost.forEach((name) => say(`lost: the mark of ${name}: it has no name any more`));
  } catch (error) {
    say(`warning: ${shownName(file)}: its marks were not carried over: ${messageOf(error)}`);
  }
}
