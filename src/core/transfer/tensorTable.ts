import { keyedBy } from '../formats/keyedBy.js';
import { writableById } from '../formats/index.js';
import type { TableDocument } from '../formats/format.js';
import type { Network } from '../network/network.js';
import type { CalibrationTable } from '../table/table.js';
import { convertedTable, type Renamed } from './convert.js';
import { planWithNetwork } from './plan.js';

/**
 * A table under the names of tensors: those of layers are mapped by the network.
 * @param network called only where it is needed; what it throws is thrown
 */
export async function tensorTable(
  document: TableDocument,
  network: () => Network | Promise<Network>,
): Promise<{ readonly table: CalibrationTable; readonly renamed: readonly Renamed[] }> {
  if (keyedBy(document) === 'tensor') return { table: document.table, renamed: [] };
  return convertedTable(document, planWithNetwork(document, writableById('tensorrt'), await network()));
}
