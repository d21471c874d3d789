/** A Caffe network while it is being built, its prototxt, and the names that TensorRT and NVDLA give its tensors. */

export interface Layer {
  readonly name: string;
  readonly type: keyof typeof TENSORRT_TYPES;
  readonly bottoms: readonly string[];
  readonly top: string;
  /** Parameter blocks in prototxt, one line each. */
  readonly parameters: readonly string[];
}

/** TensorRT's word for the layer that each Caffe type becomes. */
const TENSORRT_TYPES = {
  Convolution: 'Convolution',
  BatchNorm: 'Scale',
  Scale: 'Scale',
  ReLU: 'Activation',
  Pooling: 'Pooling',
  Eltwise: 'ElementWise',
  InnerProduct: 'Fully Connected',
  Softmax: 'SoftMax',
};

export class CaffeNetwork {
  readonly layers: Layer[] = [];
  readonly #dims: readonly number[];

  constructor(
    readonly name: string,
    readonly input: string,
    dims: readonly number[],
  ) {
    this.#dims = dims;
  }

  /** Adds a layer that writes a blob of its own name, or `top`; returns the blob. */
  add(
    type: Layer['type'],
    name: string,
    bottoms: readonly string[],
    parameters: readonly string[] = [],
    top = name,
  ): string {
    this.layers.push({ name, type, bottoms, top, parameters });
    return top;
  }

  /** Adds a layer that writes the blob that it reads. */
  addInPlace(type: Layer['type'], name: string, blob: string, parameters: readonly string[] = []): string {
    return this.add(type, name, [blob], parameters, blob);
  }

  /** The tensor names of TensorRT's Caffe parser: a blob's name goes to its last writer, the others are numbered. */
  tensorrtNames(): string[] {
    const lastWriter = new Map(this.layers.map(({ top }, i) => [top, i]));
    return this.layers.map(({ top, type }, i) =>
      lastWriter.get(top) === i ? top : `(Unnamed Layer* ${i}) [${TENSORRT_TYPES[type]}]_output`,
    );
  }

  prototxt(): string {
    const shape = this.#dims.map((dim) => `dim: ${dim}`).join(' ');
    const input = [
      'layer {',
      `  name: "${this.input}"`,
      '  type: "Input"',
      `  top: "${this.input}"`,
      `  input_param { shape: { ${shape} } }`,
      '}',
    ];
    return [`name: "${this.name}"`, ...input, ...this.layers.flatMap(layerLines), ''].join('\n');
  }
}

function layerLines({ name, type, bottoms, top, parameters }: Layer): string[] {
  const fields = [
    `name: "${name}"`,
    `type: "${type}"`,
    ...bottoms.map((bottom) => `bottom: "${bottom}"`),
    `top: "${top}"`,
    ...parameters,
  ];
  return ['layer {', ...fields.map((field) => `  ${field}`), '}'];
}
