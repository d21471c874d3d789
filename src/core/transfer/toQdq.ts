/** A table's scales written into an ONNX model as Q/DQ pairs. */
import { floatKind, isNegative } from '../bytes/float32.js';
import { checkGraph, graphOf } from '../model/graph.js';
import { nodeLabel, readModel, type ModelNode, type OnnxModel } from '../model/model.js';
import { raiseOpset, TARGET_OPSET, type Rewritten } from '../model/opset/raise.js';
import { joined, type Pieces } from '../model/pieces.js';
import { planPlacement } from '../model/place/plan.js';
import type { Placement, PlacementMode, Scales } from '../model/place/placement.js';
import { writePlacement } from '../model/place/write.js';
import { hasPairs } from '../model/qdq/pairs.js';
import { stripPairs } from '../model/qdq/strip.js';
import { ModelError } from '../model/records.js';
import type { ReadExternal } from '../model/tensorData.js';
import { entryBits, entryScale, type CalibrationTable } from '../table/table.js';
import type { Dropped } from './plan.js';
import { t } from '../texts/translate.js';

export interface ToQdqOptions {
  readonly placement: PlacementMode;
  /** Names of nodes and tensors that stay in float. */
  readonly exclude: readonly string[];
  readonly perTensorWeights: boolean;
  /** Take out the pairs that the model has. */
  readonly replaceQdq: boolean;
}

/** What reading a model needs: its data in other files, and somebody who is told how far it is and may throw to stop. */
export interface ModelSource {
  readonly external: ReadExternal;
  readonly pulse?: (share: number) => Promise<void>;
}

/** The model has pairs on activations, and nobody said that they may go. Known by its name where it comes from a worker. */
export class PairsPresentError extends ModelError {
  static readonly NAME = 'PairsPresentError';

  constructor() {
    super(t`it has Q/DQ pairs on activations already: --replace-qdq takes them out first.`);
    this.name = PairsPresentError.NAME;
  }
}

/** Everything about a conversion but the bytes: a review shows it, {@link writeQdq} writes it. */
export interface QdqPlan {
  /** The model that the pairs go into: raised, and without the pairs that it had. */
  readonly model: OnnxModel;
  readonly placement: Placement;
  readonly options: ToQdqOptions;
  readonly opset: { readonly from: number; readonly to: number; readonly rewritten: readonly Rewritten[] };
  /** Entries whose number is none that a pair can have, and second ones of a name. */
  readonly dropped: readonly Dropped[];
  /** Names to exclude that the model does not have. */
  readonly unknownExcluded: readonly string[];
}

/** From this opset on there are Q/DQ operators, with one scale a tensor. */
const FIRST_PER_TENSOR = 10;

/**
 * Decides where the pairs of a table go in a model.
 * @throws {ModelError} for a model that can't be taken, and when no pair at all could be placed
 */
export async function planQdq(
  table: CalibrationTable,
  bytes: Uint8Array,
  options: ToQdqOptions,
  { external, pulse }: ModelSource,
): Promise<QdqPlan> {
  const given = await withoutPairs(readModel(bytes), options, external);
  const { model, rewritten } = withOpset(given, options);
  const { scales, dropped } = scalesOf(table);
  const exclude = new Set(options.exclude);
  const reading = { external, ...(pulse ? { pulse } : {}) };
  const placement = await planPlacement(model, scales, { ...options, exclude }, reading);
  if (placement.pairs.length === 0) throw new ModelError(nothingPlaced(table, placement, dropped));
  return {
    model,
    placement,
    options,
    opset: { from: given.opset, to: model.opset, rewritten },
    dropped,
    unknownExcluded: options.exclude.filter((name) => !isKnown(model, name)),
  };
}

/** The bytes of a plan, in pieces. */
export function writeQdq({ model, placement }: QdqPlan): Pieces {
  return writePlacement(model, placement);
}

/** The model itself, or without the pairs that it has. Throws {@link ModelError} for what is quantized in another way. */
async function withoutPairs(
  model: OnnxModel,
  { replaceQdq }: ToQdqOptions,
  external: ReadExternal,
): Promise<OnnxModel> {
  const graph = graphOf(model);
  checkGraph(graph);
  const integer = model.nodes.find(isInteger);
  if (integer)
    throw new ModelError(
      t`it is quantized already, with operators on integers (${integer.op} "${nodeLabel(integer)}"): take the model from before that.`,
    );
  if (!hasPairs(graph)) return model;
  if (!replaceQdq) throw new PairsPresentError();
  const { pieces, kept } = await stripPairs(model, external, graph);
  const stripped = readModel(joined(pieces));
  if (!hasPairs(graphOf(stripped))) return stripped;
  const [first] = kept;
  throw new ModelError(t`its Q/DQ pair on "${first?.name ?? ''}" can't be taken out: ${first?.why ?? ''}.`);
}

function isInteger({ op }: ModelNode): boolean {
  return /^QLinear|^DynamicQuantize|Integer(?:ToFloat)?$/.test(op);
}

function withOpset(
  model: OnnxModel,
  { perTensorWeights }: ToQdqOptions,
): { model: OnnxModel; rewritten: readonly Rewritten[] } {
  if (model.opset >= (perTensorWeights ? FIRST_PER_TENSOR : TARGET_OPSET)) return { model, rewritten: [] };
  const { bytes, rewritten } = raiseOpset(model);
  return { model: readModel(bytes), rewritten };
}

/** The scales that a pair can have; of equal names the first entry counts. */
function scalesOf(table: CalibrationTable): { scales: Scales; dropped: Dropped[] } {
  const usable = new Map<string, number>();
  const unusable = new Map<string, string>();
  const dropped: Dropped[] = [];
  table.names.forEach((name, i) => {
    const isSecond = usable.has(name) || unusable.has(name);
    const why = isSecond ? t`a second entry of this name; the first was kept` : problemOf(table, i);
    if (why !== null) dropped.push({ name, why });
    if (isSecond) return;
    if (why === null) usable.set(name, Math.fround(entryScale(table, i)));
    else unusable.set(name, why);
  });
  return { scales: { usable, unusable }, dropped };
}

function problemOf(table: CalibrationTable, index: number): string | null {
  const bits = entryBits(table, index);
  const kind = floatKind(bits);
  if (kind === 'nan') return t`its scale is no number`;
  if (kind === 'infinite') return t`its scale is infinite`;
  if (kind === 'zero') return t`its scale is 0`;
  if (isNegative(bits)) return t`its scale is negative`;
  return kind === 'denormal' ? t`its scale is denormal: too small for a real tensor` : null;
}

function nothingPlaced(table: CalibrationTable, { unplaced, left }: Placement, dropped: readonly Dropped[]): string {
  const reasons = [...dropped, ...unplaced].slice(0, 3).map(({ name, why }) => `"${name}": ${why}`);
  const example =
    reasons.length > 0 ? ` (${reasons.join('; ')}${dropped.length + unplaced.length > 3 ? '; …' : ''})` : '';
  const floating = left.length > 0 ? t` ${left.length} layers would stay in float.` : '';
  return t`none of the ${table.names.length} entries can be placed in this model${example}.${floating} Port the table to this model first.`;
}

function isKnown({ taken, nodes }: OnnxModel, name: string): boolean {
  return taken.has(name) || nodes.some((node) => nodeLabel(node) === name);
}
