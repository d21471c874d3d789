import * as vscode from 'vscode';
import type { OpenFiles } from '../openFiles.js';
import { openTable } from '../openTable.js';
import { activeFile } from '../../ui/activeFile.js';
import { pickTable } from '../../ui/pickTable.js';
import { counted, grouped } from '../../../core/render/counts.js';
import { safe } from '../../../core/render/safe.js';
import { registerCommand } from '../../ui/commands.js';
import { tellInStatusBar } from '../../ui/notify.js';
import type { HostServices } from '../../ui/services.js';
import { addMissing } from './addMissing.js';
import type { NetworkChoices } from '../../network/networkChoices.js';
import { pickNetwork } from '../../network/pickNetwork.js';
import { loadYardstick } from './loadYardstick.js';
import { t } from '../../../core/texts/translate.js';

/** *Check Against Network…* and *Add Missing Entries…*. The second argument of the first is the network, for callers that know it. */
export function registerNetworkCommands(
  services: HostServices,
  openFiles: OpenFiles,
  networks: NetworkChoices,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(services, 'checkAgainstNetwork', (uri?: vscode.Uri, network?: unknown) =>
      checkAgainstNetwork(services, uri, network instanceof vscode.Uri ? network : undefined, openFiles, networks),
    ),
    registerCommand(services, 'addMissingEntries', async (uri?: vscode.Uri) => {
      const target = uri ?? activeFile();
      const file = target && openFiles.fileOf(target);
      if (file) await addMissing(file);
    }),
  );
}

async function checkAgainstNetwork(
  services: HostServices,
  uri: vscode.Uri | undefined,
  given: vscode.Uri | undefined,
  openFiles: OpenFiles,
  networks: NetworkChoices,
): Promise<void> {
  const table = uri ?? activeFile() ?? (await pickTable(services, safe`Check: choose a table`));
  if (!table) return;
  const network =
    given ??
    (await pickNetwork(table, networks, safe`Check "${vscode.workspace.asRelativePath(table)}" against…`, {
      logs: true,
    }));
  if (!network) return;
  const yardstick = await loadYardstick(network, services);
  const file = await openTable(table, openFiles);
  if (!file) return;
  await networks.remember(table, network);
  file.measureBy(yardstick);
  const { missing = [], unknown = [] } = file.coverage ?? {};
  tellInStatusBar(
    safe`${yardstick.label}: ${grouped(missing.length)} missing, ${counted(unknown.length, t`unknown entry`, t`unknown entries`)}`,
    8000,
  );
}
