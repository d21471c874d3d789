import type * as vscode from 'vscode';
import type { TableDocument } from '../../core/formats/format.js';
import { t } from '../../core/texts/translate.js';
import { originsOf } from '../../core/transfer/origins.js';
import type { Plan } from '../../core/transfer/plan.js';
import type { Labels } from '../editor/labels.js';

/** Says beside the entries of a table that was written where they came from, until the window is closed. */
export function labelOrigins(labels: Labels, written: vscode.Uri, plan: Plan | null, source: TableDocument): void {
  const origins = plan && originsOf(plan, source.table.names);
  const hint = t`What gave this entry its number when the file was written here, where it did not simply keep its name`;
  labels.set(written, 'from', origins && origins.names.length > 0 ? { label: t`From`, hint, ...origins } : null);
}
