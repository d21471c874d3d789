/** Exit codes: what a script can rely on. */
export const EXIT = { done: 0, found: 1, failed: 2 } as const;

/** Something that the user has to change; its message is for them. Ends the command with exit code 2. */
export class Failure extends Error {}

/** A file that is no table, as opposed to one that can't be read. */
export class NoTable extends Failure {}

/** Words for what the file system refused. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EISDIR: 'this is a folder, not a file',
  ENOTDIR: 'a part of the path is no folder',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left',
  ELOOP: 'its links go round in circles',
  ENAMETOOLONG: 'the name is too long',
};

/** A failure that names the file and the reason. */
export function fileFailure(file: string, error: unknown): Failure {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new Failure(`${file}: ${SYSTEM_ERRORS[code] ?? message}`);
}
