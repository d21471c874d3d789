import * as vscode from 'vscode';
import type { OpenFiles } from '../editor/openFiles.js';
import type { NetworkChoices } from '../network/networkChoices.js';
import type { HostServices } from '../ui/services.js';
import { registerConvertCommands } from './convert/convertCommands.js';
import { ConvertReports } from './convert/convertReports.js';
import { convertReviewAgain } from './convert/convertTable.js';
import { registerHeaderCommand } from './header/changeHeader.js';
import { registerMergeCommand } from './merge/mergeCommand.js';
import { portReviewAgain, registerPortCommand } from './port/portCommand.js';
import { registerReviews } from './review/reviewPanel.js';

/** Numbers into another file: conversions, ports, merges, and the reviews of them that a restart brings back. */
export function registerTransfers(
  services: HostServices,
  openFiles: OpenFiles,
  networks: NetworkChoices,
): vscode.Disposable {
  const reports = new ConvertReports();
  return vscode.Disposable.from(
    reports,
    registerConvertCommands(services, networks, reports),
    registerHeaderCommand(services, openFiles),
    registerPortCommand(services, networks),
    registerMergeCommand(services, openFiles),
    registerReviews(
      {
        convert: (origin) => convertReviewAgain(origin, { services, networks, reports }),
        port: (origin) => portReviewAgain(origin, services),
      },
      services,
    ),
  );
}
