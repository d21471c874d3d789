/**
 * A second, independent account of how TensorRT and NVDLA number and name what is in a Caffe network, written
 * from the four rules and from no code of ours: it looks back from the end of the network for who wrote a blob,
 * instead of walking through it.
 */

export interface Op {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bottoms: readonly string[];
  readonly tops: readonly string[];
  readonly reduction?: { readonly operation: string; readonly coefficient: number };
  /** Further fields, as the prototxt has them. */
  readonly fields?: string;
}

export interface Net {
  readonly inputs: readonly string[];
  readonly ops: readonly Op[];
}

/** A tensor with the name that TensorRT gives it; `key` is the same in every network that has the layer. */
export interface ModelTensor {
  readonly key: string;
  readonly name: string;
  readonly unnamed: boolean;
}

const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Convolution: 'Convolution',
    Deconvolution: 'Deconvolution',
    BatchNorm: 'Scale',
    Scale: 'Scale',
    Power: 'Scale',
    Eltwise: 'ElementWise',
    InnerProduct: 'Fully Connected',
    Softmax: 'SoftMax',
    SoftmaxWithLoss: 'SoftMax',
    Concat: 'Concatenation',
    ReLU: 'Activation',
    Sigmoid: 'Activation',
    TanH: 'Activation',
    ELU: 'Activation',
    Pooling: 'Pooling',
    LRN: 'LRN',
    Reshape: 'Shuffle',
    Permute: 'Shuffle',
    Crop: 'Padding',
  }),
);

/** Types whose layers TensorRT builds by itself; all others a plugin makes. */
const BUILT_IN = [...WORDS.keys(), 'Dropout', 'Flatten', 'PReLU', 'Reduction'];

/** Rule 2. */
function addsNone({ type }: Op): boolean {
  return type === 'Dropout' || type === 'Flatten';
}

/** Rule 3: the TensorRT layers of a Caffe layer, by their words. How TensorRT spells PReLU's is not known. */
export function wordsOf(op: Op): string[] {
  if (addsNone(op)) return [];
  if (op.type === 'PReLU') return ['Constant', 'Parametric ReLU'];
  if (op.type !== 'Reduction') return [WORDS.get(op.type) ?? 'PluginV2'];
  const words = ['Reduce'];
  if (op.reduction?.operation === 'ASUM') words.unshift('Unary');
  if (op.reduction?.operation === 'SUMSQ') words.unshift('ElementWise');
  if ((op.reduction?.coefficient ?? 1) !== 1) words.push('Scale');
  return words;
}

/** The tops that count: of a built-in layer the first, of a detector all. */
export function writes({ type, tops }: Op): readonly string[] {
  return BUILT_IN.includes(type) ? tops.slice(0, 1) : tops;
}

function outputKey(op: Op, output: number): string {
  return `${op.id}/${wordsOf(op).length - 1}/${output}`;
}

/** The key of the tensor that `blob` stands for just before op number `end`. */
function behind(net: Net, blob: string, end: number): string | null {
  for (let i = end - 1; i >= 0; i--) {
    const op = net.ops[i];
    const output = op ? writes(op).lastIndexOf(blob) : -1;
    if (!op || output < 0) continue;
    return addsNone(op) ? behind(net, op.bottoms[0] ?? '', i) : outputKey(op, output);
  }
  return net.inputs.includes(blob) ? `input ${blob}` : null;
}

/** Rule 4: for each tensor that a blob stands for at the end, the name that sorts last in bytes. */
function finalNames(net: Net): Map<string, string> {
  const blobs = [...net.inputs, ...net.ops.flatMap(writes)];
  const names = new Map<string, string>();
  for (const blob of [...blobs].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))) {
    const key = behind(net, blob, net.ops.length);
    if (key !== null) names.set(key, blob);
  }
  return names;
}

/** All tensors as TensorRT names them: inputs, then each layer's outputs. */
export function trtTensors(net: Net): ModelTensor[] {
  const names = finalNames(net);
  const tensors = net.inputs.map((input): ModelTensor => ({
    key: `input ${input}`,
    name: names.get(`input ${input}`) ?? input,
    unnamed: false,
  }));
  let number = 0;
  for (const op of net.ops) {
    wordsOf(op).forEach((word, part, words) => {
      const outputs = part === words.length - 1 ? Math.max(1, writes(op).length) : 1;
      for (let output = 0; output < outputs; output++) {
        const key = `${op.id}/${part}/${output}`;
        const name = names.get(key);
        const count = outputs > 1 ? `_${output + 1}` : '';
        tensors.push({
          key,
          name: name ?? `(Unnamed Layer* ${number}) [${word}]_output${count}`,
          unnamed: name === undefined,
        });
      }
      number++;
    });
  }
  return tensors;
}

/**
 * What nvdla_compiler asks for: each input by the name that its tensor has at the end, each layer by its own; with the key of the
 * tensor whose scale it is. With several `input` fields its parser calls all of them by the first one's name, and only the last
 * can be renamed: the name itself is asked for, too.
 */
export function nvdlaKeys(net: Net, { topInputs }: { topInputs: boolean }): [name: string, key: string][] {
  const names = finalNames(net);
  const inputs = topInputs ? net.inputs.slice(0, 1) : net.inputs;
  const [first = ''] = net.inputs;
  const renamed = names.get(`input ${first}`) ?? first;
  const plain: [string, string][] =
    topInputs && net.inputs.length > 1 && renamed !== first ? [[first, `input ${first}`]] : [];
  return [
    ...plain,
    ...inputs.map((input): [string, string] => [names.get(`input ${input}`) ?? input, `input ${input}`]),
    ...net.ops.filter((op) => !addsNone(op)).map((op): [string, string] => [op.name, outputKey(op, 0)]),
  ];
}
