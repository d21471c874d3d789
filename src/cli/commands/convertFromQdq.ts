/** `convert MODEL --to …` of a Q/DQ model: what a plain reading leaves out, and the model without its pairs. */
import { Option } from 'commander';
import { readFromQdq, type FromQdq, type FromQdqOptions } from '../../core/transfer/fromQdq.js';
import { externalFiles } from '../../core/model/tensorData.js';
import { readModel } from '../../core/model/model.js';
import { joined } from '../../core/model/pieces.js';
import { absentBeside, externalOf } from '../externalData.js';
import { Failure } from '../failure.js';
import { plural } from '../findingText.js';
import { shownName, type Input } from '../input.js';
import { say, STANDARD_STREAM } from '../streams.js';
import { planned } from './convertToQdq.js';

export interface FromQdqCliOptions {
  readonly plain?: string;
  readonly carry?: true;
  readonly symmetric?: true;
  readonly largest?: true;
}

/** Options of this way, as commander shows them. */
export function fromQdqOptions(): Option[] {
  return [
    new Option('--plain <file>', 'of a Q/DQ model: also write the model without its pairs'),
    new Option('--carry', 'of a Q/DQ model: carry scales to tensors without one, through ReLU, pooling and the like'),
    new Option('--symmetric', 'of a Q/DQ model: take asymmetric pairs, as the symmetric scale that holds as much'),
    new Option('--largest', 'of a Q/DQ model: of several scales on one tensor take the largest'),
  ];
}

/** Names of these options. */
export const FROM_QDQ = ['plain', 'carry', 'symmetric', 'largest'] as const;

/** The model as a table. Throws {@link Failure} where tensors have several scales and nobody says which to take. */
export async function readQdqInput({ file, document }: Input, options: FromQdqCliOptions): Promise<FromQdq> {
  if (options.plain === STANDARD_STREAM) throw new Failure('--plain - : the model without its pairs needs a file.');
  const request: FromQdqOptions = {
    carry: options.carry === true,
    symmetric: options.symmetric === true,
    largest: options.largest === true,
    plain: options.plain !== undefined,
  };
  const source = await planned(file, () => readFromQdq(document, request, externalOf(file)));
  if (source.conflicts.length > 0 && !options.largest) {
    source.conflicts.forEach(({ tensor, scales }) => say(`conflict: ${tensor}: ${scales.join(', ')}`));
    throw new Failure(
      `${shownName(file)}: ${plural(source.conflicts.length, 'tensor')} with several scales (listed above), and a table has room for one: --largest takes the largest.`,
    );
  }
  return source;
}

/** Warns of files that the plain model reads and that are not beside it. */
export function sayPlainNotes({ plain, kept }: FromQdq, output: string): void {
  kept.forEach(({ name, why }) => say(`kept in the plain model: ${name}: ${why}`));
  if (!plain) return;
  absentBeside(output, externalFiles(readModel(joined(plain)))).forEach((name) =>
    say(`warning: the plain model reads its weights from "${name}", which is not beside it: copy it there.`),
  );
}
