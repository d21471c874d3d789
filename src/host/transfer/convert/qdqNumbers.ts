/** A Q/DQ model as the source of a conversion: what a plain reading leaves out is asked for. */
import * as vscode from 'vscode';
import { counted } from '../../../core/render/counts.js';
import { safe } from '../../../core/render/safe.js';
import type { TableDocument } from '../../../core/formats/format.js';
import type { FromQdq, FromQdqOptions } from '../../../core/transfer/fromQdq.js';
import { readExternal } from '../../platform/readExternal.js';
import { askSome, type Choice } from '../../ui/ask.js';
import { baseName } from '../../ui/baseName.js';
import { withSlowProgress } from '../../ui/progress.js';
import type { HostServices } from '../../ui/services.js';
import { isLarge } from '../../work/large.js';
import { receiveDocument } from '../../work/receiveDocument.js';
import { t } from '../../../core/texts/translate.js';

/** Id of the format of such models. */
export const QDQ_FORMAT = 'onnx-qdq';

/** Reads the model with these options; undefined: cancelled. Throws Error with a sentence. */
export async function readQdqModel(
  source: vscode.Uri,
  { bytes }: TableDocument,
  options: FromQdqOptions,
  { background }: HostServices,
): Promise<FromQdq | undefined> {
  const order = { source: { bytes, path: source.path, label: vscode.workspace.asRelativePath(source) }, options };
  const found = await withSlowProgress(safe`Reading pairs of ${baseName(source)}`, (token) =>
    background.run('readQdq', order, { token, external: readExternal(source), isSmall: !isLarge(bytes) }),
  );
  if (!found) return undefined;
  if (found.conflicts.length > 0 && options.largest !== true) throw new Error(conflictText(source, found.conflicts));
  return { ...found, document: await receiveDocument(found.document, bytes) };
}

interface Item extends Choice {
  readonly option: FromQdqOptions;
}

/** Asks what to do with what is no entry by itself; undefined: cancelled. */
export async function askQdqOptions(
  source: vscode.Uri,
  { findings }: TableDocument,
): Promise<FromQdqOptions | undefined> {
  const conflicts = findings.filter(({ rule }) => rule === 'qdq-conflict').length;
  const items: Item[] = [
    ...(conflicts === 0
      ? []
      : [
          {
            label: safe`Of several scales take the largest`,
            description: safe`${counted(conflicts, t`tensor has`, t`tensors have`)} several`,
            picked: true,
            option: { largest: true },
          },
        ]),
    {
      label: safe`Carry scales on`,
      detail: safe`Through ReLU, pooling, reshaping and the like, to tensors without one`,
      option: { carry: true },
    },
    {
      label: safe`Take asymmetric pairs`,
      detail: safe`As the symmetric scale that holds as much: up to half of the steps go unused`,
      option: { symmetric: true },
    },
    {
      label: safe`Also write the model without its pairs`,
      detail: safe`The plain model that the table belongs to`,
      option: { plain: true },
    },
  ];
  const chosen = await askSome(items, {
    title: safe`Read scales of ${baseName(source)}`,
    placeHolder: safe`Nothing chosen: the symmetric pairs, as they are`,
  });
  return chosen && Object.assign({}, ...chosen.map(({ option }) => option));
}

function conflictText(source: vscode.Uri, conflicts: FromQdq['conflicts']): string {
  const named = conflicts.slice(0, 3).map(({ tensor, scales }) => `"${tensor}" (${scales.join(', ')})`);
  const more = conflicts.length > named.length ? t`, and ${conflicts.length - named.length} more` : '';
  return t`"${baseName(source)}" has several scales for ${named.join(', ')}${more}, and a table has room for one: choose to take the largest.`;
}
