/** Random Caffe networks of the kinds that parsers treat in ways of their own: inputs, names that stand for one tensor, stops. */
import fc from 'fast-check';
import type { Net, Op } from './caffeModel.js';

type Part = Pick<Op, 'type' | 'bottoms' | 'tops' | 'reduction' | 'fields'>;
type Choose = <T>(items: readonly T[]) => T;

/** What stands before a layer. */
interface Place {
  /** Names that stand for an input. */
  readonly fed: ReadonlySet<string>;
  /** Blobs of layers. */
  readonly own: readonly string[];
  readonly pick: Choose;
  readonly fresh: () => string;
}
type Kind = (place: Place) => Part[];

/** They sort before `data` and behind it, and one is no ASCII. */
const PREFIXES = ['A', 'conv', 'flat', 'zz', 'ü', '漢', 'data_'];

function blobs({ fed, own }: Place): string[] {
  return [...fed, ...own];
}

/** A layer of one input with a blob of its own. */
function plain(...types: string[]): Kind {
  return (place) => [{ type: place.pick(types), bottoms: [place.pick(blobs(place))], tops: [place.fresh()] }];
}

/** Something written over a blob that is there, or a new one where there is none. */
function target({ own, pick, fresh }: Place): string {
  return own.length > 0 ? pick(own) : fresh();
}

const conv = plain('Convolution', 'Pooling', 'InnerProduct', 'Softmax', 'LRN', 'Deconvolution');
const chain: Kind = (place) => {
  const { own, pick } = place;
  if (own.length === 0) return conv(place);
  const blob = pick(own);
  const types = ['BatchNorm', 'Scale', 'ReLU', 'Dropout', 'Sigmoid', 'Scale'].slice(pick([0, 1, 2, 3]));
  return types.map((type) => ({ type, bottoms: [blob], tops: [blob] }));
};
const joined: Kind = (place) => {
  const { pick, fresh } = place;
  return [{ type: pick(['Eltwise', 'Concat']), bottoms: [pick(blobs(place)), pick(blobs(place))], tops: [fresh()] }];
};
/** Flatten and Dropout one after the other, on an input too. */
const aliases: Kind = (place) => {
  const { fed, own, pick, fresh } = place;
  const first = pick(pick([true, false]) || own.length === 0 ? [...fed] : own);
  const names = [first, fresh(), fresh(), fresh()].slice(0, pick([2, 3, 4]));
  return names
    .slice(1)
    .map((top, i) => ({ type: pick(['Flatten', 'Dropout']), bottoms: [names[i] ?? ''], tops: [top] }));
};
const aliasOver: Kind = (place) => [
  { type: place.pick(['Flatten', 'Dropout']), bottoms: [place.pick(blobs(place))], tops: [target(place)] },
];
const rewrite: Kind = (place) => [{ type: 'Convolution', bottoms: [place.pick(blobs(place))], tops: [target(place)] }];
const laterInput: Kind = (place) => {
  const tops = place.pick([true, false]) ? [target(place)] : [place.fresh(), place.fresh()];
  return [{ type: 'Input', bottoms: [], tops }];
};

const CLEAN: readonly Kind[] = [
  conv,
  conv,
  conv,
  chain,
  chain,
  joined,
  aliases,
  aliases,
  aliasOver,
  rewrite,
  laterInput,
];

const pluginOf: Kind = (place) => {
  const { pick, fresh } = place;
  const tops = [fresh(), pick([true, false]) ? target(place) : fresh(), fresh()];
  return [
    {
      type: pick(['Slice', 'Split', 'Python', 'DetectionOutput', 'constructor']),
      bottoms: [pick(blobs(place))],
      tops: [...new Set(tops)].slice(0, pick([1, 2, 3])),
    },
  ];
};
const reduction: Kind = (place) => [
  {
    type: 'Reduction',
    bottoms: [place.pick(blobs(place))],
    tops: [place.fresh()],
    reduction: { operation: place.pick(['SUM', 'ASUM', 'SUMSQ', 'MEAN']), coefficient: place.pick([1, 0.5]) },
  },
];
/** Layers at which one of the parsers stops. */
const stopping: Kind = (place) => {
  const { fed, pick, fresh } = place;
  const bottoms = [pick(blobs(place))];
  const input = pick([...fed]);
  return [
    pick<Part>([
      { type: 'Eltwise', bottoms: [...bottoms, ...bottoms, ...bottoms], tops: [fresh()] },
      { type: 'Eltwise', bottoms, tops: [fresh()] },
      { type: 'Power', bottoms, tops: [fresh()], fields: 'power_param { shift: -1.5 }' },
      { type: 'Deconvolution', bottoms, tops: [fresh()], fields: 'convolution_param { group: 2 }' },
      { type: 'ReLU', bottoms: [input], tops: [input] },
    ]),
  ];
};

const WILD: readonly Kind[] = [...CLEAN, pluginOf, reduction, plain('PReLU', 'Permute', 'Crop', 'Reshape'), stopping];

/** Networks of 1 to 3 inputs and up to 30 kinds of parts; `clean` ones hold nothing but what both parsers build. */
export function parserNets(kind: 'clean' | 'wild'): fc.Arbitrary<Net> {
  const picks = fc.array(fc.nat(9999), { minLength: 60, maxLength: 300, size: 'max' });
  return fc.tuple(fc.integer({ min: 1, max: 3 }), picks).map(([inputs, numbers]) => {
    return netOf(inputs, numbers, kind === 'clean' ? CLEAN : WILD);
  });
}

function netOf(inputCount: number, numbers: readonly number[], kinds: readonly Kind[]): Net {
  const inputs = ['data', 'im_info', 'ä_in'].slice(0, inputCount);
  const ops: Op[] = [];
  const [fed, own] = [new Set(inputs), new Set<string>()];
  let [at, names] = [0, 0];
  const pick: Choose = (items) => items[(numbers[at++ % numbers.length] ?? 0) % items.length] as never;
  const fresh = (): string => `${pick(PREFIXES)}${names++}`;
  while (at < numbers.length)
    for (const part of pick(kinds)({ fed, own: [...own], pick, fresh })) {
      ops.push({ ...part, id: `op${ops.length}`, name: `L${ops.length}_${part.type}` });
      follow(part, fed, own);
    }
  return { inputs, ops };
}

/** What layers write becomes a blob of theirs, unless it is another name of an input. */
function follow({ type, bottoms, tops }: Part, fed: Set<string>, own: Set<string>): void {
  const isAlias = type === 'Dropout' || type === 'Flatten';
  const isInPlace = bottoms[0] === tops[0];
  const isFed = type === 'Input' || ((isAlias || isInPlace) && fed.has(bottoms[0] ?? ''));
  for (const top of tops) {
    (isFed ? own : fed).delete(top);
    (isFed ? fed : own).add(top);
  }
}
