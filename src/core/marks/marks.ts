/** Marks on tensors, in a small file beside the table: what somebody found out stays, and git shows who added what. */
import { t } from '../texts/translate.js';
import { messageOf } from '../texts/messageOf.js';

export interface Mark {
  /** The tensor, and the layers that read it, stay in FP16. */
  readonly fp16?: true;
  /** Its number is not to be trusted. */
  readonly suspicious?: true;
  readonly note?: string;
}

/** Marks by the names of tensors. */
export type Marks = ReadonlyMap<string, Mark>;

/** Ending of the file's name, behind the table's. */
export const MARKS_ENDING = '.marks.json';

/**
 * The marks of a file's text.
 * @throws {Error} with a clause that says what is wrong
 */
export function readMarks(text: string): Marks {
  const root = parsed(text);
  const marks = isObject(root) ? root['marks'] : undefined;
  if (!isObject(marks)) throw new Error(t`it has no "marks", an object by the names of tensors.`);
  return new Map(Object.entries(marks).map(([name, mark]) => [name, markOf(name, mark)]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(t`it is no JSON (${messageOf(error)}).`, { cause: error });
  }
}

function markOf(name: string, mark: unknown): Mark {
  if (!isObject(mark)) throw new Error(t`the mark of "${name}" is no object.`);
  const { fp16, suspicious, note } = mark;
  if (note !== undefined && typeof note !== 'string') throw new Error(t`the note of "${name}" is no text.`);
  return {
    ...(fp16 === true && { fp16 }),
    ...(suspicious === true && { suspicious }),
    ...(note !== undefined && note !== '' && { note }),
  };
}

/** The file's text: one tensor a line, in the order of their names, so that a change is a line of a diff. */
export function marksText(marks: Marks): string {
  const lines = [...marks]
    .filter(([, mark]) => !isBlank(mark))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { fp16, suspicious, note }]) => {
      const members = [
        fp16 && '"fp16": true',
        suspicious && '"suspicious": true',
        note && `"note": ${JSON.stringify(note)}`,
      ];
      return `    ${JSON.stringify(name)}: { ${members.filter(Boolean).join(', ')} }`;
    });
  return lines.length === 0 ? '{\n  "marks": {}\n}\n' : `{\n  "marks": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** A mark as a cell shows it: `FP16 · suspicious · the note`. */
export function markLabel({ fp16, suspicious, note }: Mark): string {
  return [fp16 && 'FP16', suspicious && 'suspicious', note].filter(Boolean).join(' · ');
}

/** Marks with those of some tensors changed; a mark that says nothing goes. */
export function withMarks(marks: Marks, names: readonly string[], change: (mark: Mark) => Mark): Marks {
  const changed = new Map(marks);
  for (const name of names) {
    const mark = change(changed.get(name) ?? {});
    if (isBlank(mark)) changed.delete(name);
    else changed.set(name, mark);
  }
  return changed;
}

/**
 * The marks of a table whose entries got other names, and the names of those that have none any more.
 * @param renamed which entry of the new table was which of the old one, where its name changed
 * @param names of the new table
 */
export function carriedMarks(
  marks: Marks,
  renamed: readonly { readonly from: string; readonly to: string }[],
  names: readonly string[],
): { readonly marks: Marks; readonly lost: readonly string[] } {
  const known = new Set(names);
  const carried = new Map<string, Mark>();
  const toOf = new Map<string, string[]>();
  for (const { from, to } of renamed) toOf.set(from, [...(toOf.get(from) ?? []), to]);
  const taken = new Set(renamed.map(({ to }) => to));
  const lost: string[] = [];
  for (const [name, mark] of marks) {
    // An equal name that another entry came to is another tensor.
    const targets = toOf.get(name) ?? (known.has(name) && !taken.has(name) ? [name] : []);
    if (targets.length === 0) lost.push(name);
    for (const to of targets) carried.set(to, mark);
  }
  return { marks: carried, lost };
}

/** Names of tensors that are to stay in FP16. */
export function fp16Names(marks: Marks): string[] {
  return [...marks].flatMap(([name, { fp16 }]) => (fp16 ? [name] : [])).sort();
}

function isBlank({ fp16, suspicious, note }: Mark): boolean {
  return !fp16 && !suspicious && !note;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
