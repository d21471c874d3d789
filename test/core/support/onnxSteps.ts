/** The steps that random ONNX models are made of: each knows the types of what it writes. */
import type { GraphBuilder, Random } from './onnxBuilder.js';
import { BOOL, FLOAT, HALF, INT32, INT64, SEQUENCE } from './onnxElements.js';
import { node } from './onnxModel.js';

type StepOf = (graph: GraphBuilder, random: Random) => void;

function one<T>(random: Random, items: readonly T[]): T {
  return items[random(items.length)] as T;
}

function int(name: string, i: number): object {
  return { name, i, type: 2 };
}

/** What a network computes: floats of floats. */
const FLOATING: readonly StepOf[] = [
  (graph, random) => {
    const element = one(random, [FLOAT, HALF]);
    const operator = one(random, ['Relu', 'Sigmoid', 'Softmax', 'Transpose', 'Identity', 'Clip', 'Neg', 'Erf']);
    graph.node(operator, [graph.pick(random, element)], [element]);
  },
  (graph, random) => {
    const element = one(random, [FLOAT, HALF]);
    const weights = [graph.constant(element), graph.constant(element)];
    graph.node(one(random, ['Conv', 'Gemm']), [graph.pick(random, element), ...weights], [element]);
  },
  (graph, random) => {
    const element = one(random, [FLOAT, HALF]);
    const operator = one(random, ['Add', 'Mul', 'Sub', 'Max', 'Concat', 'MatMul', 'Pow']);
    graph.node(operator, [graph.pick(random, element), graph.pick(random, element)], [element]);
  },
  (graph, random) => void graph.node('Split', [graph.pick(random, FLOAT)], [FLOAT, FLOAT, FLOAT]),
  (graph, random) => void graph.node('Gather', [graph.constant(FLOAT), graph.pick(random, INT64)], [FLOAT]),
  (graph, random) =>
    void graph.node('OneHot', [graph.pick(random, INT64), graph.constant(INT64), graph.constant(HALF)], [HALF]),
];

/** What exporters write around it: indices, masks, conversions. */
const TYPED: readonly StepOf[] = [
  (graph, random) =>
    void graph.node(one(random, ['ArgMax', 'ArgMin', 'NonZero']), [graph.pick(random, FLOAT)], [INT64]),
  (graph, random) => void graph.node('TopK', [graph.pick(random, FLOAT), graph.constant(INT64)], [FLOAT, INT64]),
  (graph, random) => void graph.node('MaxPool', [graph.pick(random, HALF)], [HALF, INT64]),
  (graph, random) => void graph.node('Dropout', [graph.pick(random, FLOAT)], [FLOAT, BOOL]),
  (graph, random) => {
    const to = one(random, [FLOAT, HALF, INT32, INT64, BOOL]);
    const from = one(random, [FLOAT, HALF, INT32, INT64, BOOL]);
    graph.node('Cast', [graph.pick(random, from)], [to], { attribute: [int('to', to)] });
  },
  (graph, random) => {
    const [from, to] = [one(random, [INT64, BOOL, FLOAT]), one(random, [FLOAT, INT64])];
    graph.node('CastLike', [graph.pick(random, from), graph.pick(random, to)], [to]);
  },
  (graph, random) => {
    const element = one(random, [FLOAT, INT64]);
    const operator = one(random, ['Less', 'Equal', 'Greater', 'GreaterOrEqual', 'LessOrEqual']);
    graph.node(operator, [graph.pick(random, element), graph.pick(random, element)], [BOOL]);
  },
  (graph, random) =>
    void graph.node(one(random, ['And', 'Or']), [graph.pick(random, BOOL), graph.pick(random, BOOL)], [BOOL]),
  (graph, random) => void graph.node(one(random, ['IsNaN', 'IsInf']), [graph.pick(random, FLOAT)], [BOOL]),
  (graph, random) => {
    const element = one(random, [FLOAT, HALF, INT64, BOOL]);
    const inputs = [graph.pick(random, BOOL), graph.pick(random, element), graph.pick(random, element)];
    graph.node('Where', inputs, [element]);
  },
  (graph, random) =>
    void graph.node(one(random, ['Add', 'Mul', 'Div']), [graph.pick(random, INT64), graph.constant(INT64)], [INT64]),
  (graph, random) => {
    const element = one(random, [FLOAT, INT64]);
    graph.node(
      'Range',
      [0, 1, 2].map(() => graph.pick(random, element)),
      [element],
    );
  },
  (graph, random) => {
    const [list] = graph.node('SplitToSequence', [graph.pick(random, FLOAT)], [SEQUENCE]);
    graph.node('SequenceAt', [list?.name ?? '', graph.constant(INT64)], [FLOAT]);
  },
];

/** Arithmetic on shapes, and the floats that are made by it. */
const SHAPES: readonly StepOf[] = [
  (graph, random) => {
    const element = one(random, [FLOAT, HALF]);
    const source = graph.pick(random, element);
    const [shape] = graph.node('Shape', [source], [INT64]);
    const [size] = graph.node('Gather', [shape?.name ?? '', graph.constant(INT64)], [INT64]);
    const [column] = graph.node('Unsqueeze', [size?.name ?? '', graph.constant(INT64)], [INT64]);
    const [target] = graph.node('Concat', [column?.name ?? '', graph.constant(INT64)], [INT64]);
    graph.node(one(random, ['Reshape', 'Expand']), [source, target?.name ?? ''], [element]);
  },
  (graph, random) => {
    const [shape] = graph.node('Shape', [graph.pick(random, FLOAT)], [INT64]);
    const element = one(random, [FLOAT, HALF, INT64, BOOL]);
    const filled = { attribute: [{ name: 'value', type: 4, t: { data_type: element } }] };
    // Without a value it is float.
    const isPlain = element === FLOAT && random(2) === 0;
    graph.node('ConstantOfShape', [shape?.name ?? ''], [element], isPlain ? {} : filled);
  },
  (graph, random) => {
    const [size] = graph.node('Size', [graph.pick(random, HALF)], [INT64]);
    const [real] = graph.node('Cast', [size?.name ?? ''], [FLOAT], { attribute: [int('to', FLOAT)] });
    graph.node('Div', [graph.pick(random, FLOAT), real?.name ?? ''], [FLOAT]);
  },
];

/** A few steps in a body, so that what it hands out comes from somewhere. */
function fill(inner: GraphBuilder, random: Random): void {
  const steps = inner.depth < 3 ? STEPS : [...FLOATING, ...TYPED, ...SHAPES];
  for (let count = random(3); count > 0; count--) one(random, steps)(inner, random);
}

/** What a body hands out, of these elements: written in it. */
function results(inner: GraphBuilder, random: Random, elements: readonly number[]): string[] {
  return elements.map((element) => inner.node('Identity', [inner.pick(random, element)], [element])[0]?.name ?? '');
}

function elementsOf(random: Random, most: number): number[] {
  return Array.from({ length: 1 + random(most) }, () => one(random, [FLOAT, HALF, INT64, BOOL]));
}

const branches: StepOf = (graph, random) => {
  const elements = elementsOf(random, 3);
  const attribute = ['then_branch', 'else_branch'].map((name) => {
    const inner = graph.inside();
    fill(inner, random);
    return inner.asAttribute(name, [], results(inner, random, elements));
  });
  graph.node('If', [graph.pick(random, BOOL)], elements, { attribute });
};

/** A loop's body has its turn and its condition before what is carried; what is collected comes last. */
const loop: StepOf = (graph, random) => {
  const [carried, collected] = [elementsOf(random, 3), elementsOf(random, 2)];
  const inner = graph.inside();
  const inputs = [INT64, BOOL, ...carried].map((element) => inner.add(inner.fresh(), element).name);
  fill(inner, random);
  const outputs = results(inner, random, [BOOL, ...carried, ...collected]);
  const starts = [INT64, BOOL, ...carried].map((element) => graph.pick(random, element));
  graph.node('Loop', starts, [...carried, ...collected], { attribute: [inner.asAttribute('body', inputs, outputs)] });
};

const scan: StepOf = (graph, random) => {
  const [states, scanned, collected] = [elementsOf(random, 2), elementsOf(random, 2), elementsOf(random, 2)];
  const inner = graph.inside();
  const inputs = [...states, ...scanned].map((element) => inner.add(inner.fresh(), element).name);
  fill(inner, random);
  const outputs = results(inner, random, [...states, ...collected]);
  const read = [...states, ...scanned].map((element) => graph.pick(random, element));
  graph.node('Scan', read, [...states, ...collected], {
    attribute: [int('num_scan_inputs', scanned.length), inner.asAttribute('body', inputs, outputs)],
  });
};

const local = { domain: 'local' };

/** Calls of the functions below. */
const CALLS: readonly StepOf[] = [
  (graph, random) => {
    const element = one(random, [FLOAT, HALF]);
    graph.node('Block', [graph.pick(random, element)], [element, INT64], local);
  },
  (graph, random) => {
    const [from, to] = [one(random, [FLOAT, INT64, BOOL]), one(random, [FLOAT, HALF, INT64, BOOL])];
    graph.node('To', [graph.pick(random, from)], [to], { ...local, attribute: [int('to', to)] });
  },
  (graph, random) => {
    const element = one(random, [FLOAT, HALF]);
    graph.node('Nested', [graph.pick(random, element)], [element, INT64, HALF], local);
  },
];

/** Functions of a model of its own domain: plain, by an attribute, and calling others. */
export const FUNCTIONS: readonly object[] = [
  {
    ...local,
    name: 'Block',
    input: ['in'],
    output: ['out', 'best'],
    node: [node('Relu', ['in'], ['out']), node('ArgMax', ['out'], ['best'])],
  },
  {
    ...local,
    name: 'To',
    input: ['in'],
    output: ['out'],
    attribute: ['to'],
    node: [node('Cast', ['in'], ['out'], { attribute: [{ name: 'to', ref_attr_name: 'to', type: 2 }] })],
  },
  {
    ...local,
    name: 'Nested',
    input: ['in'],
    output: ['out', 'best', 'low'],
    node: [
      node('Block', ['in'], ['out', 'best'], local),
      node('To', ['best'], ['low'], { ...local, attribute: [int('to', HALF)] }),
    ],
  },
];

/** All steps; those that computations are made of are likelier. */
export const STEPS: readonly StepOf[] = [...FLOATING, ...FLOATING, ...TYPED, ...SHAPES, ...CALLS, branches, loop, scan];
