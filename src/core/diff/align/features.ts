/** What can be told of each entry by itself: the columns that alignment works on. */
import { layerTypeOf } from '../../table/entryNames.js';
import { rootsOf, withoutRoot } from './newRoot.js';
import { entryBits, entryScale, type CalibrationTable } from '../../table/table.js';

/** Columns of one table; ids mean the same on both sides of a comparison. */
export interface Features {
  /** As the table has them. */
  readonly labels: readonly string[];
  /** As they are compared: without a root that the other table has another one for. */
  readonly names: readonly string[];
  /** The name as an id. */
  readonly nameId: Int32Array;
  /** The numbers in the name as an id; 0 where it has none. */
  readonly numbersId: Int32Array;
  /** Name with its numbers left out, as an id. */
  readonly shape: Int32Array;
  /** Kind of layer as an id, 0 where the name tells none. */
  readonly kind: Int32Array;
  /** 1 where the name is a number or an operator with a number: it moves when the network changes. */
  readonly numbered: Uint8Array;
  /** log2 of the scale; NaN where it has none. */
  readonly log2: Float64Array;
  /** float32 bits of the scale. */
  readonly bits: Uint32Array;
}

/** Words of exporters and of TensorRT that mean one kind of layer. */
const KINDS: readonly RegExp[] = [
  /^(conv(2d|olution)?|depthwiseconv2dnative)$/,
  /^(convtranspose|deconvolution)$/,
  /pool/,
  /^softmax$/,
  /^concat/,
  /^(scale|fusedbatchnormv?3?|batchnorm(alization)?)$/,
  /^instancenorm/,
  /^(activation|relu6?|leakyrelu|sigmoid|tanh|clip)$/,
  /^(elementwise|add(v2)?|sub|mul|div|biasadd)$/,
  /^(gemm|matmul|matrixmultiply|fullyconnected)$/,
  /^(shuffle|reshape|transpose|flatten|squeeze|unsqueeze)$/,
  /^constant$/,
  /^(resize|upsample)$/,
  /^(slice|split)$/,
  /^plugin/,
];

const NUMBERED =
  /^\d+( copy)?$|^\(Unnamed |^(onnx::)?[A-Z][A-Za-z]*_\d+(_.*)?$|^(onnx::\w+|input|value|tensor)[._]\d+$/;

/** Features of both sides. */
export function featuresOf(before: CalibrationTable, after: CalibrationTable): { old: Features; new: Features } {
  const ids = { names: new Ids(), shapes: new Ids(), numbers: new Ids() };
  const roots = rootsOf(before.names, after.names);
  return { old: featureColumns(before, ids, roots?.old), new: featureColumns(after, ids, roots?.next) };
}

/** Numbers for texts, from 1, in the order in which they come. */
class Ids {
  readonly #known = new Map<string, number>();

  of(text: string): number {
    const id = this.#known.get(text) ?? this.#known.size + 1;
    this.#known.set(text, id);
    return id;
  }
}

function featureColumns(
  table: CalibrationTable,
  { names: nameIds, shapes, numbers }: Readonly<Record<'names' | 'shapes' | 'numbers', Ids>>,
  root = '',
): Features {
  const names = root === '' ? table.names : table.names.map((name) => withoutRoot(name, root));
  const kinds = new Map<string, number>();
  const kindOf = (name: string): number => {
    const word = layerTypeOf(name);
    if (word === null) return 0;
    const known = kinds.get(word) ?? kindId(word);
    kinds.set(word, known);
    return known;
  };
  return {
    labels: table.names,
    names,
    nameId: Int32Array.from(names, (name) => nameIds.of(name)),
    numbersId: Int32Array.from(names, (name) => {
      const found = numbersOf(name);
      return found === '' ? 0 : numbers.of(found);
    }),
    shape: Int32Array.from(names, (name) => shapes.of(shapeOf(name))),
    kind: Int32Array.from(names, kindOf),
    numbered: Uint8Array.from(names, (name) => (NUMBERED.test(name) ? 1 : 0)),
    log2: Float64Array.from(names, (_, i) => Math.log2(entryScale(table, i))).map((value) =>
      Number.isFinite(value) ? value : NaN,
    ),
    bits: Uint32Array.from(names, (_, i) => entryBits(table, i)),
  };
}

/** The name with every run of digits replaced by one sign. */
export function shapeOf(name: string): string {
  return name.replace(/\d+/g, '#');
}

function numbersOf(name: string): string {
  return name.match(/\d+/g)?.join() ?? '';
}

function kindId(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z0-9]/g, '');
  return KINDS.findIndex((pattern) => pattern.test(plain)) + 1;
}
