/**
 * Files from this size on are read in a worker: tables of 50,000 entries and more, as an entry takes ten bytes at least. Smaller ones
 * are read in less time than a worker takes to start.
 */
const LARGE_BYTES = 512 * 1024;

/** Whether what is done with a file, or several, is work for a worker. */
export function isLarge(...files: readonly Uint8Array[]): boolean {
  return files.some(({ length }) => length >= LARGE_BYTES);
}
