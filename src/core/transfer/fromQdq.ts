/** A Q/DQ model as the source of a conversion: its entries under the options that fill what a plain reading leaves out. */
import type { TableDocument } from '../formats/format.js';
import { qdqTable } from '../formats/onnxQdq.js';
import { graphOf } from '../model/graph.js';
import { readModel } from '../model/model.js';
import { joined, type Pieces } from '../model/pieces.js';
import { carriedScales, countWithout } from '../model/qdq/carry.js';
import { entriesOf, type Conflict, type EntryOptions, type Reasoned } from '../model/qdq/entries.js';
import { clippedTensors, readPairs } from '../model/qdq/pairs.js';
import { stripPairs } from '../model/qdq/strip.js';
import type { ReadExternal } from '../model/tensorData.js';
import { t } from '../texts/translate.js';

export interface FromQdqOptions extends EntryOptions {
  /** Carry scales through operators that hardly change a range. */
  readonly carry?: boolean;
  /** Make the model without its pairs, too. */
  readonly plain?: boolean;
}

export interface FromQdq {
  /** The model as a table. */
  readonly document: TableDocument;
  readonly dropped: readonly Reasoned[];
  readonly conflicts: readonly Conflict[];
  readonly carried: readonly { readonly name: string; readonly from: string; readonly op: string }[];
  /** Pairs that the plain model keeps. */
  readonly kept: readonly Reasoned[];
  /** Sentences about entries that are not the model's own numbers. */
  readonly notes: readonly string[];
  /** The model without its pairs; null where it was not asked for. */
  readonly plain: Pieces | null;
}

/**
 * Reads a Q/DQ model with these options.
 * @param source the model as its format read it
 * @throws {ModelError} when the plain model can't be made
 */
export async function readFromQdq(
  source: TableDocument,
  options: FromQdqOptions,
  external: ReadExternal,
): Promise<FromQdq> {
  const { model, graph, activations, weights } = readPairs(readModel(source.bytes));
  const { entries, dropped, conflicts } = entriesOf(activations, options);
  const stripped = options.plain || options.carry ? await stripPairs(model, external, graph) : null;
  const own = new Map(entries.map(({ name, scale }) => [name, scale]));
  const plainModel = stripped && options.carry ? readModel(joined(stripped.pieces)) : null;
  const carried = plainModel ? carriedScales(plainModel, own) : [];
  const names = new Set([...own.keys(), ...carried.map(({ name }) => name)]);
  const lacking = plainModel ? countWithout(graphOf(plainModel), names) : 0;
  const all = [...entries, ...carried];
  return {
    document: {
      ...source,
      table: qdqTable(all),
      findings: [],
      // What it keeps is in the report, unless it is all that there is.
      kept: all.length === 0 ? (source.kept ?? []) : [],
    },
    dropped,
    conflicts,
    carried: carried.map(({ name, from, op }) => ({ name, from, op })),
    kept: options.plain ? (stripped?.kept ?? []) : [],
    notes: [
      ...(options.plain ? clippingNotes(clippedTensors(graph)) : []),
      ...(weights.length > 0 ? [t`${weights.length} quantized weights: a table holds activations.`] : []),
      ...entries.flatMap(({ name, note }) =>
        note?.startsWith('asymmetric') ? [t`The zero point of "${name}": ${note}.`] : [],
      ),
      ...(plainModel ? [t`${lacking} tensors of the model still have no entry.`] : []),
    ],
    plain: options.plain ? (stripped?.pieces ?? null) : null,
  };
}

/** What the plain model does in another way than the pairs did. */
function clippingNotes(clipped: readonly string[]): string[] {
  if (clipped.length === 0) return [];
  const names = clipped.slice(0, 5).map((name) => `"${name}"`);
  const more = clipped.length > names.length ? t`, and ${clipped.length - names.length} more` : '';
  return [
    t`The clipping below 0 of the pairs on ${names.join(', ')}${more}: it stands for a ReLU (onnxruntime's quantizer drops those), and the plain model lacks it.`,
  ];
}
