/** Decibels for people. */

/** `22.2 dB`, or in words where there is no error. */
export function decibelText(db: number | null): string {
  if (db === null) return '-';
  return db === Infinity ? 'no error' : `${rounded(db).toFixed(1)} dB`;
}

/** To a tenth: the measure is no finer. */
export function rounded(db: number): number {
  return Number.isFinite(db) ? Math.round(db * 10) / 10 : db;
}
