import { writableById } from '../../core/formats/index.js';
import { convertDocument, type Conversion } from '../../core/transfer/convert.js';
import { tableOf, type Source } from './source.js';

/** A conversion that keeps the names. */
export interface ConvertOrder {
  readonly source: Source;
  /** Id of the target's format. */
  readonly format: string;
  /** The header line to write, for a target that has one. */
  readonly header: string | null;
}

/** Converts a file, names unchanged. Throws Error for one that is no table, RangeError when the target needs a header and none is given. */
export function convertJob({ source, format, header }: ConvertOrder): Conversion {
  return convertDocument(tableOf(source), writableById(format), header);
}
