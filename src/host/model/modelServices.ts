import type { OpenFiles } from '../editor/openFiles.js';
import type { NetworkChoices } from '../network/networkChoices.js';
import type { TransferReports } from '../transfer/transferReports.js';
import type { HostServices } from '../ui/services.js';
import type { RunChoices } from './runChoices.js';
import type { RunStore } from './runStore.js';

/** What everything that runs a model shares. */
export interface ModelServices {
  readonly services: HostServices;
  readonly openFiles: OpenFiles;
  readonly networks: NetworkChoices;
  readonly choices: RunChoices;
  readonly runs: RunStore;
  readonly reports: TransferReports;
}
