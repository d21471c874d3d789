/** The sentence after a port. */
import type * as vscode from 'vscode';
import { counted, grouped } from '../../../core/render/counts.js';
import { safe } from '../../../core/render/safe.js';
import type { ConversionReport } from '../../../core/transfer/convert.js';
import { baseName } from '../../ui/baseName.js';
import type { TransferReport } from '../transferReports.js';
import { t } from '../../../core/texts/translate.js';

/** The message after writing; the review before it has shown the details. */
export function outcome(target: vscode.Uri, { entriesOut, renamed, missing }: ConversionReport): TransferReport {
  const under = renamed.length > 0 ? t`, ${grouped(renamed.length)} under new names` : '';
  const left = missing.length > 0 ? t` ${counted(missing.length, t`tensor was`, t`tensors were`)} left out.` : '';
  return {
    severity: missing.length > 0 ? 'warning' : 'info',
    message: safe`Wrote ${counted(entriesOut, t`entry`, t`entries`)} to "${baseName(target)}"${under}.${left}`,
    details: '',
  };
}
