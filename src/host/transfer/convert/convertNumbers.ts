import type * as vscode from 'vscode';
import type { TableDocument } from '../../../core/formats/format.js';
import { counted } from '../../../core/render/counts.js';
import { safe } from '../../../core/render/safe.js';
import type { FromQdq, FromQdqOptions } from '../../../core/transfer/fromQdq.js';
import { withSibling, type Replaced } from '../../../core/transfer/sibling.js';
import { readSibling } from '../../editor/sibling.js';
import { askOne } from '../../ui/ask.js';
import { baseName } from '../../ui/baseName.js';
import type { HostServices } from '../../ui/services.js';
import { QDQ_FORMAT, readQdqModel } from './qdqNumbers.js';
import { t } from '../../../core/texts/translate.js';

/** A table as it is converted: of onnxruntime's tables with the numbers of the JSON beside them, of a Q/DQ model as it was asked for. */
export interface Numbers {
  readonly document: TableDocument;
  readonly replaced: readonly Replaced[];
  /** What became of a model's pairs, and how it was read; null for other sources. */
  readonly qdq: { readonly read: FromQdq; readonly options: FromQdqOptions } | null;
}

/** Who answers whose numbers are taken; undefined: cancelled. */
export interface NumbersAnswers {
  /** Whether the numbers of the JSON beside the table are taken in the place of so many of its own. */
  readonly asStored: (replaced: number) => Promise<boolean | undefined>;
  /** What of a Q/DQ model is taken beside its symmetric pairs. */
  readonly qdq: (document: TableDocument) => Promise<FromQdqOptions | undefined>;
}

/**
 * The numbers to convert: the JSON's, which has both ends of each range, unless the table's own are wanted; a model's as they are
 * asked for. Undefined: cancelled.
 */
export async function numbersOf(
  source: vscode.Uri,
  document: TableDocument,
  services: HostServices,
  { asStored, qdq }: NumbersAnswers,
): Promise<Numbers | undefined> {
  if (document.format.id === QDQ_FORMAT) {
    const options = await qdq(document);
    const read = options && (await readQdqModel(source, document, options, services));
    return options && read && { document: read.document, replaced: [], qdq: { read, options } };
  }
  const own: Numbers = { document, replaced: [], qdq: null };
  const sibling = await readSibling(source, document.format, services);
  const better = sibling && withSibling(document, sibling);
  if (!better || better.replaced.length === 0) return own;
  const answer = await asStored(better.replaced.length);
  return answer === undefined ? undefined : answer ? own : { ...better, qdq: null };
}

/** Asks whose numbers to take. True: the table's own. */
export async function askNumbers(source: vscode.Uri, replaced: number): Promise<boolean | undefined> {
  const items = [
    {
      label: safe`Ranges of the JSON beside it`,
      description: safe`${counted(replaced, t`differs`, t`differ`)}`,
      detail: safe`It has both ends of each range; the table kept the larger one without its sign`,
      asStored: false,
    },
    { label: safe`Ranges as stored`, asStored: true },
  ];
  const title = safe`Convert ${baseName(source)}`;
  return (await askOne(items, { title, placeHolder: safe`Which ranges?` }))?.asStored;
}
