/** A one-stage detector as an ONNX export names it, and the names that three TensorRT versions write for it. */
import type { Random } from './random.js';
import { INPUT_SCALE, PROBABILITY_SCALE, type Tensor } from './tensor.js';

/** A tensor and the operator that writes it; constants have no name of their own in older versions. */
export interface Node {
  readonly path: string;
  readonly operator: string;
  readonly scale: number;
}

/** Builds the list of tensors in network order. */
export class Detector {
  readonly nodes: Node[] = [];
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;

    this.#backbone();
    this.#neck();
    this.#head();
  }

  #backbone(): void {
    this.#silu('/model.0');
    for (let stage = 1; stage <= 4; stage++) {
      this.#silu(`/model.${stage * 2 - 1}`);
      this.#bottlenecks(`/model.${stage * 2}`, stage === 2 || stage === 3 ? 2 : 1);
    }
    const pooled = this.#silu('/model.9/cv1');
    for (const m of ['m', 'm_1', 'm_2']) this.#add(`/model.9/${m}/MaxPool_output_0`, 'MaxPool', pooled);
    this.#add('/model.9/Concat_output_0', 'Concat', pooled);
    this.#silu('/model.9/cv2');
  }

  #neck(): void {
    for (const [upsample, level] of [
      [10, 12],
      [13, 15],
    ] as const) {
      this.#add(`/model.${upsample}/Resize_output_0`, 'Resize', this.#last());
      this.#add(`/model.${upsample + 1}/Concat_output_0`, 'Concat', this.#last() * this.#random.between(1, 1.3));
      this.#bottlenecks(`/model.${level}`, 1);
    }
    for (const level of [16, 19]) {
      this.#silu(`/model.${level}`);
      this.#add(`/model.${level + 1}/Concat_output_0`, 'Concat', this.#last() * this.#random.between(1, 1.3));
      this.#bottlenecks(`/model.${level + 2}`, 1);
    }
  }

  #head(): void {
    for (const branch of ['cv2', 'cv3']) {
      for (let level = 0; level < 3; level++) {
        this.#silu(`/model.22/${branch}.${level}/${branch}.${level}.0`);
        this.#add(
          `/model.22/${branch}.${level}/${branch}.${level}.1/Conv_output_0`,
          'Conv',
          this.#random.logNormal(0.12, 0.3),
        );
      }
    }
    this.#add('/model.22/dfl/Softmax_output_0', 'Softmax', PROBABILITY_SCALE);
    this.#add('/model.22/dfl/conv/Conv_output_0', 'Conv', this.#random.logNormal(0.09, 0.1));
    this.#constant('/model.22/Constant_9_output_0', 0.6262);
    this.#add('/model.22/Sub_output_0', 'Sub', this.#random.logNormal(0.6, 0.05));
    this.#constant('/model.22/Constant_10_output_0', 0.6262);
    this.#add('/model.22/Add_1_output_0', 'Add', this.#random.logNormal(0.63, 0.05));
    this.#constant('/model.22/Constant_11_output_0', 2 / 127);
    this.#add('/model.22/Div_1_output_0', 'Div', this.#last() / 2);
    this.#constant('/model.22/Constant_12_output_0', 32 / 127);
    this.#add('/model.22/Mul_2_output_0', 'Mul', this.#random.logNormal(5, 0.02));
    this.#add('/model.22/Sigmoid_output_0', 'Sigmoid', PROBABILITY_SCALE);
  }

  /** Split, a chain of bottlenecks with a shortcut, concatenation. */
  #bottlenecks(path: string, count: number): void {
    this.#silu(`${path}/cv1`);
    for (let i = 0; i < count; i++) {
      const before = this.#last();
      this.#silu(`${path}/m.${i}/cv1`);
      this.#silu(`${path}/m.${i}/cv2`);
      this.#add(`${path}/m.${i}/Add_output_0`, 'Add', Math.hypot(before, this.#last()));
    }
    this.#add(`${path}/Concat_output_0`, 'Concat', this.#last());
    this.#silu(`${path}/cv2`);
  }

  /** Convolution and SiLU: x * sigmoid(x), three tensors. Returns the scale of the last. */
  #silu(path: string): number {
    const scale = this.#random.logNormal(0.12, 0.6);
    this.#add(`${path}/conv/Conv_output_0`, 'Conv', scale);
    this.#add(`${path}/act/Sigmoid_output_0`, 'Sigmoid', PROBABILITY_SCALE);
    this.#add(`${path}/act/Mul_output_0`, 'Mul', scale * this.#random.between(0.5, 1));
    return this.#last();
  }

  #constant(path: string, scale: number): void {
    this.#add(path, 'Constant', scale);
  }

  #add(path: string, operator: string, scale: number): void {
    this.nodes.push({ path, operator, scale });
  }

  #last(): number {
    return this.nodes.at(-1)?.scale ?? NaN;
  }
}

/** Names a table of these tensors between the network's input and output. */
function named(nodes: readonly Node[], nameOf: (node: Node, index: number) => string): Tensor[] {
  return [
    { name: 'images', scale: INPUT_SCALE },
    ...nodes.map((node, index) => ({ name: nameOf(node, index), scale: node.scale })),
    { name: 'output0', scale: nodes.at(-2)?.scale ?? NaN },
  ];
}

/** An older export: tensors are numbers, constants have no name. */
export function numericNames(nodes: readonly Node[]): Tensor[] {
  return named(nodes, ({ operator }, i) => (operator === 'Constant' ? unnamedConstant(i) : String(119 + i)));
}

/** A newer export: tensors are paths; the importer puts three layers more in front, so that unnamed constants move. */
export function pathNames(nodes: readonly Node[]): Tensor[] {
  return named(nodes, ({ operator, path }, i) => (operator === 'Constant' ? unnamedConstant(i + 3) : path));
}

/** TensorRT 10: constants have names too, and the end of the file is in hash order. */
export function fullNames(nodes: readonly Node[], random: Random): Tensor[] {
  const tensors = named(nodes, ({ operator, path }) => (operator === 'Constant' ? `${path}_output` : path));
  const ordered = tensors.length - 12;
  return [...tensors.slice(0, ordered), ...random.shuffled(tensors.slice(ordered))];
}

function unnamedConstant(layer: number): string {
  return `(Unnamed Layer* ${layer}) [Constant]_output`;
}
