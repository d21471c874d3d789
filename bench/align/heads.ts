/** Detectors whose parallel heads every version writes in another order and in pieces: names alone tell which is which. */
import type { Random } from '../../samples/generator/random.js';
import type { CalibrationTable } from '../../src/core/table/table.js';
import { jitterScales } from './mutate.js';
import { NetworkMaker, type Layer } from './network.js';
import { tableOf, type Trial } from './trial.js';

/** Where a tensor stands in the detector: in its backbone, or in which call of which module of which head. */
interface Tensor {
  readonly layer: Layer;
  readonly head: number;
  readonly call: number;
  readonly module: number;
}

/** Names the tensors of a detector, given in the order of the graph. */
type HeadNaming = (tensors: readonly Tensor[]) => string[];

/** The numbers of an old PyTorch export: it counts constants and shapes, too. */
const countedFrom =
  (first: number): HeadNaming =>
  (tensors) => {
    let next = first;
    return tensors.map(({ layer }) => String((next += layer.operator === 'Conv' ? 3 : 1)));
  };

/** Paths of modules; a module that is called again has the call's number behind its own. */
const modulePaths =
  (root: string): HeadNaming =>
  (tensors) => {
    const places = new Map<number, number>();
    return tensors.map(({ layer: { block, role, operator }, head, call, module }) => {
      if (head >= 0)
        return `${root}/head.${head}/conv/conv.${module}${call === 0 ? '' : `_${call}`}/${operator}_output_0`;
      const place = places.get(block) ?? places.size;
      places.set(block, place);
      return `${root}/backbone/body/layer.${place}/${role}/${operator}_output_0`;
    });
  };

/** How a detector's tensors are named before and after. */
export interface HeadRenaming {
  readonly what: string;
  readonly old: HeadNaming;
  readonly next: HeadNaming;
  /** All lines of both files stand in an order of their own, not only the heads'. */
  readonly isShuffled?: boolean;
}

export const HEAD_RENAMINGS: readonly HeadRenaming[] = [
  { what: 'heads: numbers become module paths', old: countedFrom(420), next: modulePaths('') },
  { what: 'heads: module paths become numbers', old: modulePaths(''), next: countedFrom(420) },
  { what: 'heads: numbers from another one on', old: countedFrom(420), next: countedFrom(447) },
  { what: 'heads: another root', old: modulePaths(''), next: modulePaths('/model') },
  { what: 'heads: both sides renamed, all shuffled', old: countedFrom(420), next: modulePaths(''), isShuffled: true },
];

const [HEADS, CALLS, MODULES] = [2, 5, 6];

/** Two tables of one detector: calibrated again, its heads in another order, and perhaps all of it in one. */
export function makeHeadsTrial(
  { old, next, isShuffled = false }: HeadRenaming,
  size: number,
  jitter: number,
  random: Random,
): Trial {
  const before = detector(size, random);
  const layers = jitterScales(
    before.map(({ layer }) => layer),
    jitter,
    random,
  );
  const after = before.map((tensor, at) => ({ ...tensor, layer: layers[at] ?? tensor.layer }));
  const order = (): number[] => (isShuffled ? random.shuffled([...before.keys()]) : inPieces(before, random));
  const [oldOrder, newOrder] = [order(), order()];
  const placeOf = new Map(newOrder.map((at, place) => [at, place]));
  return {
    old: tableInOrder(before, old(before), oldOrder),
    new: tableInOrder(after, next(after), newOrder),
    truth: Int32Array.from(oldOrder, (at) => placeOf.get(at) ?? -1),
  };
}

/** A backbone and its heads, in the order of the graph: head by head, level by level. */
function detector(size: number, random: Random): Tensor[] {
  const maker = new NetworkMaker(random);
  const backbone = maker.network(size).map((layer): Tensor => ({ layer, head: -1, call: 0, module: 0 }));
  const heads: Tensor[] = [];
  for (let head = 0; head < HEADS; head++)
    for (let call = 0; call < CALLS; call++)
      for (let module = 0; module < MODULES; module++) {
        const operator = module % 2 === 0 ? 'Conv' : 'Relu';
        const layer = maker.layer(operator, 9, 1000 + head, undefined, `conv${module}`);
        heads.push({ layer, head, call, module });
      }
  return [...backbone, ...heads];
}

/** The backbone as it is, the heads' parallel calls interleaved at random: each call keeps its own order. */
function inPieces(tensors: readonly Tensor[], random: Random): number[] {
  const calls = new Map<string, number[]>();
  const order: number[] = [];
  tensors.forEach(({ head, call }, at) => {
    if (head < 0) {
      order.push(at);
      return;
    }
    const key = `${head} ${call}`;
    calls.set(key, [...(calls.get(key) ?? []), at]);
  });
  const waiting = [...calls.values()];
  while (waiting.length > 0) {
    const at = Math.floor(random.next() * waiting.length);
    const piece = waiting[at]?.splice(0, 1 + Math.floor(random.next() * 2)) ?? [];
    order.push(...piece);
    if (waiting[at]?.length === 0) waiting.splice(at, 1);
  }
  return order;
}

function tableInOrder(
  tensors: readonly Tensor[],
  names: readonly string[],
  order: readonly number[],
): CalibrationTable {
  return tableOf(
    order.flatMap((at) => tensors[at]?.layer ?? []),
    order.map((at) => names[at] ?? ''),
  );
}
