import type * as vscode from 'vscode';
import { safe, withIcon } from '../../../core/render/safe.js';
import { askOne, type Choice } from '../../ui/ask.js';
import { writableById } from '../../../core/formats/index.js';
import { NO_HEADER, type TableHeader } from '../../../core/table/header.js';
import type { Plan } from '../../../core/transfer/plan.js';
import { planFromTable } from '../../../core/transfer/port.js';
import { pickTable } from '../../ui/pickTable.js';
import type { NetworkChoices } from '../../network/networkChoices.js';
import { pickNetwork } from '../../network/pickNetwork.js';
import { baseName } from '../../ui/baseName.js';
import { withSlowProgress } from '../../ui/progress.js';
import { plannedBy, type TransferSource } from '../inBackground.js';
import { alignedWith, type Agree } from '../strangers.js';
import type { HostServices } from '../../ui/services.js';

/** The title of every question of a port. */
export const PORT_TITLE = safe`Port to Another Version`;

/** The file that new names come from. */
export interface NamesFile {
  readonly uri: vscode.Uri;
  readonly kind: 'table' | 'network';
}

/** What a file of new names makes of the old table. */
export interface ByNames {
  readonly plan: Plan;
  /** The header of the table that the names come from; without one where a network gave them. */
  readonly header: TableHeader;
}

interface Item extends Choice {
  readonly kindOfFile: NamesFile['kind'];
}

/** Asks where the new names come from. Undefined: cancelled. */
export async function askNames(
  services: HostServices,
  source: vscode.Uri,
  networks: NetworkChoices,
): Promise<NamesFile | undefined> {
  const items: Item[] = [
    {
      label: withIcon('table', safe`A table of the new version`),
      detail: safe`One that the new TensorRT wrote, such as a quick calibration with few images`,
      kindOfFile: 'table',
    },
    {
      label: withIcon('type-hierarchy', safe`The network`),
      detail: safe`The names that TensorRT's parser gives the tensors of a .prototxt or .onnx`,
      kindOfFile: 'network',
    },
  ];
  const chosen = await askOne(items, {
    title: PORT_TITLE,
    placeHolder: safe`Where do the new names come from?`,
  });
  if (!chosen) return undefined;
  const { kindOfFile: kind } = chosen;
  const uri =
    kind === 'table'
      ? await pickTable(services, safe`${PORT_TITLE}: the table with the new names`, source)
      : await pickNetwork(source, networks, safe`${PORT_TITLE}: the network`);
  return uri ? { uri, kind } : undefined;
}

/**
 * Compares the old table with the new names; undefined: the user thought better of it. Throws Error with a sentence
 * when the file of names can't be read, or is of another network and nobody insists.
 */
export async function planWith(
  { uri, kind }: NamesFile,
  source: TransferSource,
  services: HostServices,
  agree: Agree,
): Promise<ByNames | undefined> {
  const target = writableById('tensorrt');
  if (kind === 'network')
    return withSlowProgress(safe`Comparing with ${baseName(uri)}`, async (token) => ({
      plan: await plannedBy(uri, source, target, services, token),
      header: NO_HEADER,
    }));
  const { document } = source;
  const names = await alignedWith(uri, document.table, services, agree);
  return (
    names && {
      plan: planFromTable(document, names.document, target, names.alignment),
      header: names.document.table.header,
    }
  );
}
