import { packHistograms, type PackedHistograms } from '../../protocol/values.js';
import { tableOf, type Source } from './source.js';

/** The histograms of values that a table's file holds; of most formats none. Throws Error for a file that is no table. */
export function histogramsJob(source: Source): PackedHistograms {
  const document = tableOf(source);
  return packHistograms(document.table.names, document.format.histograms?.(document) ?? []);
}
