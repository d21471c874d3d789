import type { Labels } from '../editor/labels.js';
import type { NetworkChoices } from '../network/networkChoices.js';
import type { HostServices } from '../ui/services.js';
import type { TransferReports } from './transferReports.js';

/** What all transfers work with. */
export interface Shared {
  readonly services: HostServices;
  readonly networks: NetworkChoices;
  readonly reports: TransferReports;
  /** Where it is said of the entries of a written table where they came from. */
  readonly labels: Labels;
}
