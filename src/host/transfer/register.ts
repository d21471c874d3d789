import * as vscode from 'vscode';
import type { OpenFiles } from '../editor/openFiles.js';
import type { NetworkChoices } from '../network/networkChoices.js';
import type { HostServices } from '../ui/services.js';
import { registerConvertCommands } from './convert/convertCommands.js';
import { convertReviewAgain } from './convert/convertTable.js';
import { registerHeaderCommand } from './header/changeHeader.js';
import { registerManyCommands } from './many/manyCommands.js';
import { registerMergeCommand } from './merge/mergeCommand.js';
import { registerPortCommand } from './port/portCommand.js';
import { portReviewAgain } from './port/portTable.js';
import { registerQdqCommands } from './qdq/qdqCommands.js';
import { reopenQdqReview } from './qdq/qdqTransfer.js';
import { registerReviews, reopenReview } from './review/reviewPanel.js';
import { TransferReports } from './transferReports.js';
import { t } from '../../core/texts/translate.js';

/** Numbers into another file: conversions, ports, merges, and the reviews of them that a restart brings back. */
export function registerTransfers(
  services: HostServices,
  openFiles: OpenFiles,
  networks: NetworkChoices,
): vscode.Disposable {
  const reports = new TransferReports(
    t`Conversion`,
    'calibration-tables-report',
    t`This report is gone; convert again to get a new one.`,
  );
  const taken = new TransferReports(
    t`Values Taken`,
    'calibration-tables-taken',
    t`This report is gone; compare the two tables to see what still differs.`,
  );
  const shared = { services, networks, reports, labels: openFiles.labels };
  return vscode.Disposable.from(
    reports,
    taken,
    registerConvertCommands(shared),
    registerHeaderCommand(services, openFiles),
    registerPortCommand(shared),
    registerMergeCommand(services, openFiles, taken),
    registerQdqCommands(shared),
    registerManyCommands(shared),
    registerReviews({
      convert: (panel, kept) => reopenReview(panel, kept, (origin) => convertReviewAgain(origin, shared), services),
      port: (panel, kept) => reopenReview(panel, kept, (origin) => portReviewAgain(origin, shared), services),
      qdq: (panel, kept) => reopenQdqReview(panel, kept, shared),
    }),
  );
}
