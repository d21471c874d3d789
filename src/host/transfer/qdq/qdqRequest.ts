/** What a conversion into a Q/DQ model works with, and what it is asked. */
import type * as vscode from 'vscode';
import type { QdqReport } from '../../../core/transfer/qdqReport.js';
import type { ToQdqOptions } from '../../../core/transfer/toQdq.js';
import type { NetworkChoices } from '../../network/networkChoices.js';
import type { HostServices } from '../../ui/services.js';
import type { TransferReports } from '../transferReports.js';

/** What all transfers share. */
export interface QdqServices {
  readonly services: HostServices;
  readonly networks: NetworkChoices;
  readonly reports: TransferReports;
}

/** A table, the model that its scales go into, and how. */
export interface QdqAsked {
  readonly table: vscode.Uri;
  readonly model: vscode.Uri;
  readonly options: ToQdqOptions;
}

/** Answers given beforehand: with these nothing is asked and nothing shown. */
export interface QdqOptions extends Partial<ToQdqOptions> {
  readonly target: vscode.Uri;
  readonly model: vscode.Uri;
  /** Without this an existing target is an error. */
  readonly overwrite?: boolean;
}

/** A model that was written. */
export interface QdqWritten {
  readonly target: vscode.Uri;
  readonly report: QdqReport;
  /** Files that the new model reads its weights from and that are not beside it. */
  readonly absent: readonly string[];
}

export const USUAL_OPTIONS: ToQdqOptions = {
  placement: 'tensorrt',
  exclude: [],
  perTensorWeights: false,
  replaceQdq: false,
};
