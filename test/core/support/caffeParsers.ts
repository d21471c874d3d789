/**
 * TensorRT's and NVDLA's Caffe parsers played step by step: a map from blob names to tensors, as both keep it,
 * what each layer does to it, and the naming at the end. Written from the parsers' rules, from no code of ours.
 */
import { writes, wordsOf, type Net, type Op } from './caffeModel.js';

/** What a parser made of a network. */
export interface ParserRun {
  /** Names of all tensors at the end: inputs, then what layers wrote, each in order. */
  readonly tensors: readonly string[];
  /** What NVDLA's compiler then looks up in its table: network inputs by name, then layers. */
  readonly asked: readonly string[];
  /** The layer at which it gave up, or null. */
  readonly stoppedAt: string | null;
}

interface Tensor {
  name: string;
  readonly isInput: boolean;
}

const NVDLA_BUILDS =
  'Convolution Pooling InnerProduct ReLU Softmax SoftmaxWithLoss LRN Power Eltwise Concat Deconvolution Sigmoid TanH BatchNorm Scale';
const TENSORRT_BUILDS = `${NVDLA_BUILDS} Crop Reduction Reshape Permute ELU BNLL Clip AbsVal PReLU Normalize PriorBox DetectionOutput RPROI`;

/** Plays TensorRT's parser; with a plugin factory it takes layers of any type. */
export function tensorRtRun(net: Net, hasFactory: boolean): ParserRun {
  const builds = TENSORRT_BUILDS.split(' ');
  return new Parser((op) => (hasFactory || builds.includes(op.type)) && !isOddEltwise(op)).run(net, net.inputs);
}

/** Plays NVDLA's. It gives every `input` field the name of the first one. */
export function nvdlaRun(net: Net, topInputs: boolean): ParserRun {
  const builds = NVDLA_BUILDS.split(' ');
  const isFine = ({ fields = '' }: Op): boolean => !/shift: -?[1-9]|group: [2-9]/.test(fields);
  const names = topInputs ? net.inputs.map(() => net.inputs[0] ?? '') : net.inputs;
  return new Parser((op) => builds.includes(op.type) && !isOddEltwise(op) && isFine(op)).run(net, names);
}

function isOddEltwise({ type, bottoms }: Op): boolean {
  return type === 'Eltwise' && bottoms.length !== 2;
}

class Parser {
  readonly #inputs: Tensor[] = [];
  readonly #written: Tensor[] = [];
  readonly #layers: string[] = [];
  readonly #blobs = new Map<string, Tensor>();
  #number = 0;

  constructor(readonly canBuild: (op: Op) => boolean) {}

  run({ ops }: Net, inputs: readonly string[]): ParserRun {
    for (const input of inputs) this.#addInput(input);
    const stop = ops.find((op) => !this.#take(op));
    this.#nameTensors();
    const names = this.#inputs.map(({ name }) => name);
    return {
      tensors: [...names, ...this.#written.map(({ name }) => name)],
      asked: [...new Set([...names, ...this.#layers])],
      stoppedAt: stop?.name ?? null,
    };
  }

  #addInput(name: string): void {
    const tensor = { name, isInput: true };
    this.#inputs.push(tensor);
    this.#blobs.set(name, tensor);
  }

  /** False where the parser gives up. */
  #take(op: Op): boolean {
    const { type, bottoms, tops } = op;
    if (type === 'Input') {
      for (const top of tops) this.#addInput(top);
      return true;
    }
    if (bottoms.some((blob) => !this.#blobs.has(blob))) return false;
    const first = this.#blobs.get(bottoms[0] ?? '');
    if (type === 'Dropout' || type === 'Flatten') {
      if (first) this.#blobs.set(tops[0] ?? '', first);
      return tops[0] !== bottoms[0] || !first?.isInput;
    }
    if (tops.some((top) => bottoms.includes(top) && this.#blobs.get(top)?.isInput)) return false;
    return this.canBuild(op) && this.#build(op);
  }

  #build(op: Op): boolean {
    const tops = writes(op);
    const words = wordsOf(op);
    words.forEach((word, part) => {
      const isLast = part === words.length - 1;
      const count = isLast ? Math.max(1, tops.length) : 1;
      for (let output = 0; output < count; output++) {
        const suffix = count > 1 ? `_${output + 1}` : '';
        const tensor = { name: `(Unnamed Layer* ${this.#number}) [${word}]_output${suffix}`, isInput: false };
        this.#written.push(tensor);
        const top = tops[output];
        if (isLast && top !== undefined) this.#blobs.set(top, tensor);
      }
      this.#number++;
    });
    this.#layers.push(op.name);
    return true;
  }

  /** A map of C++ is in byte order, and each name in it goes to its tensor: of several the last one stays. */
  #nameTensors(): void {
    const inOrder = [...this.#blobs].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    for (const [name, tensor] of inOrder) tensor.name = name;
  }
}
