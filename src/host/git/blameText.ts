/** Who changed a line last. */
export interface BlamedLine {
  /** As many digits as git prints; all zeros for what no commit has yet. */
  readonly hash: string;
  readonly author: string;
  readonly date: Date;
}

/** `^1a2b3c4d old/name.cache (Ada Lovelace 2026-11-27 04:00:00 +0100  12) conv1: …`. */
const LINE = /^\^?(?<hash>[0-9a-f]+) .*?\((?<author>.*?) +(?<date>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}) +\d+\)/;

/** What `git blame` prints, line by line; null for a line that can't be read. */
export function readBlame(text: string): (BlamedLine | null)[] {
  return text.split('\n').map((line) => {
    const { hash, author, date } = LINE.exec(line)?.groups ?? {};
    if (hash === undefined || author === undefined || date === undefined) return null;
    return { hash, author, date: new Date(date.replace(/ (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)/, 'T$1$2:$3')) };
  });
}

/** Whether no commit has the line as it stands. */
export function isUncommitted({ hash }: BlamedLine): boolean {
  return /^0+$/.test(hash);
}
