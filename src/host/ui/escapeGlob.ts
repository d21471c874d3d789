/** A file's name as a glob pattern: characters that mean something in one stand for themselves. */
export function escapeGlob(name: string): string {
  return name.replace(/[[\]{}*?]/g, '[$&]');
}
