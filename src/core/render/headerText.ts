import type { TableHeader } from '../table/header.js';

/** The header line itself and what it says: `TRT-8601-MinMaxCalibration (TensorRT 8.6.1, MinMaxCalibration)`. */
export function headerText({ raw, trtVersion, algorithm }: TableHeader): string {
  const known = [trtVersion === null ? null : `TensorRT ${trtVersion}`, algorithm].filter((part) => part !== null);
  return known.length === 0 ? `${raw ?? 'none'}` : `${raw ?? 'none'} (${known.join(', ')})`;
}
