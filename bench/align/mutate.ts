/** What happens to a network, and to its calibration, between two tables. */
import type { Random } from '../../samples/generator/random.js';
import type { Layer, NetworkMaker, Operator } from './network.js';

const SINGLE: readonly Operator[] = ['Conv', 'Relu', 'Mul', 'Reshape', 'Concat'];

/** Removes and inserts layers, single ones and whole blocks, until about this share of the layers was touched. */
export function editNetwork(layers: readonly Layer[], share: number, maker: NetworkMaker, random: Random): Layer[] {
  const edited = [...layers];
  for (let left = Math.round(share * layers.length); left > 0;) {
    const at = 1 + Math.floor(random.next() * (edited.length - 1));
    const touched = random.chance(0.5) ? remove(edited, at, random) : insert(edited, at, maker, random);
    left -= touched;
  }
  return edited;
}

function remove(layers: Layer[], at: number, random: Random): number {
  const block = layers[at]?.block;
  const [from, count] = random.chance(0.5)
    ? [at, 1]
    : [layers.findIndex((layer) => layer.block === block), layers.filter((layer) => layer.block === block).length];
  return layers.splice(from, count).length;
}

function insert(layers: Layer[], at: number, maker: NetworkMaker, random: Random): number {
  const before = layers[at - 1];
  const { stage = 0, block = 0 } = before ?? {};
  const operator = SINGLE[Math.floor(random.next() * SINGLE.length)] ?? 'Conv';
  if (random.chance(0.5)) {
    layers.splice(at, 0, maker.layer(operator, stage, block, before));
    return 1;
  }
  // A whole block goes behind a whole block.
  const end = layers.findLastIndex((layer) => layer.block === block) + 1;
  const added = maker.block(stage, layers[end - 1]);
  layers.splice(end, 0, ...added);
  return added.length;
}

/** Calibrates again: every range moves by a factor of up to 1 + `most`, up or down; what shares a range still does. */
export function jitterScales(layers: readonly Layer[], most: number, random: Random): Layer[] {
  const factors = new Map<number, number>();
  const factorOf = (range: number): number => {
    const factor = factors.get(range) ?? (1 + most) ** random.between(-1, 1);
    factors.set(range, factor);
    return factor;
  };
  return layers.map((layer) =>
    layer.scale === 1 / 127 ? layer : { ...layer, scale: Math.fround(layer.scale * factorOf(layer.rangeOf)) },
  );
}
