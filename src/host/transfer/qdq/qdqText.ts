/** The sentences of a conversion into a Q/DQ model. */
import * as vscode from 'vscode';
import { counted } from '../../../core/render/counts.js';
import { safe } from '../../../core/render/safe.js';
import { FLOAT_LAYERS, type QdqReport } from '../../../core/transfer/qdqReport.js';
import { baseName } from '../../ui/baseName.js';
import { section } from '../reportSection.js';
import type { TransferReport } from '../transferReports.js';
import type { QdqWritten } from './qdqRequest.js';
import { t } from '../../../core/texts/translate.js';

/** The message after writing, and the report behind it. */
export function outcome({ target, report, absent }: QdqWritten): TransferReport {
  const { pairs, weights, left } = report;
  const inFloat = left.length === 0 ? '' : t` ${counted(left.length, t`layer stays`, t`layers stay`)} in float.`;
  const [first] = absent;
  const lacks =
    first === undefined
      ? ''
      : t` It reads its weights from "${first}"${absent.length > 1 ? t` and other files` : ''}, which is not beside it: copy it there.`;
  return {
    severity: first === undefined ? 'info' : 'warning',
    message: safe`Wrote ${counted(pairs.length, t`pair`, t`pairs`)} on activations and ${String(weights.length)} on weights to "${baseName(target)}".${inFloat}${lacks}`,
    details: detailsOf(target, report),
  };
}

/** Files that are not beside a model which names them. */
export async function absentBeside(model: vscode.Uri, files: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    files.map((file) =>
      vscode.workspace.fs.stat(vscode.Uri.joinPath(model, '..', file.replaceAll('\\', '/'))).then(
        () => true,
        () => false,
      ),
    ),
  );
  return files.filter((_, at) => !found[at]);
}

function detailsOf(target: vscode.Uri, { pairs, weights, left, unplaced, dropped, lost, opset }: QdqReport): string {
  return [
    t`Scales written into an ONNX model (Q/DQ)`,
    '',
    t`to     ${target.toString(true)}`,
    t`opset  ${opset.from === opset.to ? opset.to : t`${opset.from} raised to ${opset.to}`}`,
    ...section(
      t`Pairs on activations (${pairs.length})`,
      pairs.map(
        ({ tensor, scale, uses }) =>
          `• ${tensor}: ${scale} (${uses.map(({ node, why }) => `${node}: ${why}`).join(', ')})`,
      ),
    ),
    ...section(
      t`Pairs on weights (${weights.length})`,
      weights.map(
        ({ tensor, channels, nodes }) => `• ${tensor}: ${counted(channels, t`scale`, t`scales`)} (${nodes.join(', ')})`,
      ),
    ),
    ...section(
      t`Layers in float (${left.length})`,
      left.map(({ node, op, why }) => `• ${node} (${op}): ${why}`),
    ),
    ...section(
      t`Entries without a pair (${unplaced.length + dropped.length})`,
      [...unplaced, ...dropped].map(({ name, why }) => `• ${name}: ${why}`),
    ),
    ...section(
      t`Good to know`,
      [...lost, FLOAT_LAYERS].map((line) => `• ${line}`),
    ),
    '',
  ].join('\n');
}
