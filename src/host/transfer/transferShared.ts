import type { NetworkChoices } from '../network/networkChoices.js';
import type { HostServices } from '../ui/services.js';
import type { TransferReports } from './transferReports.js';

/** What all transfers work with. */
export interface Shared {
  readonly services: HostServices;
  readonly networks: NetworkChoices;
  readonly reports: TransferReports;
}
