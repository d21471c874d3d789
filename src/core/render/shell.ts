/** An argument for a POSIX shell, in quotes where it has to be. */
export function shellArgument(text: string): string {
  return /^[\w./:@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
