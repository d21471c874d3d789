/**
 * Files from this size on are read in a worker: tables of 50,000 entries and more, as an entry takes ten bytes at least. Smaller ones
 * are read in less time than a worker takes to start.
 */
const LARGE_BYTES = 512 * 1024;

/** Comparing takes more: tables of a thousand entries that differ everywhere took half a second. */
const MUCH_TO_COMPARE_BYTES = 16 * 1024;
const MUCH_TO_COMPARE = 300;

/** Whether what is done with a file is work for a worker. */
export function isLarge({ length }: Uint8Array): boolean {
  return length >= LARGE_BYTES;
}

/** Whether comparing files is work for a worker. */
export function isMuchToCompare(...files: readonly { readonly bytes: Uint8Array }[]): boolean {
  return files.some(({ bytes }) => bytes.length >= MUCH_TO_COMPARE_BYTES);
}

/** Whether aligning tables is work for a worker. */
export function isMuchToAlign(...tables: readonly { readonly names: readonly string[] }[]): boolean {
  return tables.some(({ names }) => names.length >= MUCH_TO_COMPARE);
}
