import type * as vscode from 'vscode';
import type { TableDocument } from '../../../core/formats/format.js';
import { counted } from '../../../core/render/counts.js';
import { safe } from '../../../core/render/safe.js';
import { withSibling, type Replaced } from '../../../core/transfer/sibling.js';
import { readSibling } from '../../editor/sibling.js';
import { askOne } from '../../ui/ask.js';
import { baseName } from '../../ui/baseName.js';
import type { HostServices } from '../../ui/services.js';

/** A table as it is converted: of onnxruntime's tables with the numbers of the JSON beside them. */
export interface Numbers {
  readonly document: TableDocument;
  readonly replaced: readonly Replaced[];
}

/**
 * The numbers to convert: the JSON's, which has both ends of each range, unless the table's own are wanted.
 * @param asStored asked only where numbers differ; undefined: cancelled
 */
export async function numbersOf(
  source: vscode.Uri,
  document: TableDocument,
  services: HostServices,
  asStored: (replaced: number) => Promise<boolean | undefined>,
): Promise<Numbers | undefined> {
  const own = { document, replaced: [] };
  const sibling = await readSibling(source, document.format, services);
  const better = sibling && withSibling(document, sibling);
  if (!better || better.replaced.length === 0) return own;
  const answer = await asStored(better.replaced.length);
  return answer === undefined ? undefined : answer ? own : better;
}

/** Asks whose numbers to take. True: the table's own. */
export async function askNumbers(source: vscode.Uri, replaced: number): Promise<boolean | undefined> {
  const items = [
    {
      label: safe`Ranges of the JSON beside it`,
      description: safe`${counted(replaced, 'differs', 'differ')}`,
      detail: safe`It has both ends of each range; the table kept the larger one without its sign`,
      asStored: false,
    },
    { label: safe`Ranges as stored`, asStored: true },
  ];
  const title = safe`Convert ${baseName(source)}`;
  return (await askOne(items, { title, placeHolder: safe`Which ranges?` }))?.asStored;
}
