import { detect } from '../../core/formats/index.js';
import { noTable, type Source } from './source.js';

/** Finds out whether a file is a table, without reading it. Throws Error for one that is none. */
export function identifyJob({ bytes, path, label }: Source): void {
  const detection = detect(bytes, path);
  if (detection.kind === 'foreign') throw noTable(label, detection.foreign);
}
