import type { TableFile } from '../tableFile.js';
import type { NetworkChoices } from '../../network/networkChoices.js';
import type { HostServices } from '../../ui/services.js';
import { loadYardstick } from './loadYardstick.js';
import { messageOf } from '../../../core/texts/messageOf.js';

/** A network that merely lies beside a table belongs to it when it knows at least this share of the entries. */
const BELONGS = 0.5;

/** Finds the network of a table that was just opened: the one chosen before, or the only one beside a table by layer. */
export async function attachYardstick(
  file: TableFile,
  networks: NetworkChoices,
  services: HostServices,
): Promise<void> {
  if (file.content.kind !== 'table') return;
  const { document } = file.content;
  const { format } = document;
  const chosen = networks.chosen(file.uri);
  const uri = chosen ?? (format.keyedBy === 'layer' && format.edit ? await networks.beside(file.uri) : undefined);
  if (!uri) return;
  try {
    const yardstick = await loadYardstick(uri, services);
    const unknown = yardstick.check(document).unknown.length;
    if (chosen || unknown <= (1 - BELONGS) * document.table.names.length) file.measureBy(yardstick);
  } catch (error) {
    services.log.warn(`The network of ${file.uri.toString(true)} can't be read: ${messageOf(error)}`);
  }
}
