/**
 * Random ONNX models whose tensors' types are known by construction: each step says what it writes, and nothing
 * is inferred. Shape arithmetic, indices, masks, casts, branches, loops, scans, functions and sequences are in them.
 */
import fc from 'fast-check';
import { GraphBuilder, type Random } from './onnxBuilder.js';
import { onnxModel, value } from './onnxModel.js';
import { BOOL, FLOAT, HALF, INT64, isFloat, SEQUENCE } from './onnxElements.js';
import { FUNCTIONS, STEPS } from './onnxSteps.js';

/** A model, and its main graph's tensors of floating-point numbers. */
export interface OnnxTruth {
  readonly bytes: Uint8Array;
  readonly floats: readonly string[];
  /** All of its nodes' operators, those in bodies too. */
  readonly operators: ReadonlySet<string>;
}

interface Step {
  readonly kind: number;
  readonly seed: number;
}

const step: fc.Arbitrary<Step> = fc.record({ kind: fc.nat(STEPS.length - 1), seed: fc.nat() });

/** Models of 1 to 25 steps; `declared`: how many in four of the values in between have a declared type. */
export const onnxTruths: fc.Arbitrary<OnnxTruth> = fc
  .tuple(fc.array(step, { minLength: 1, maxLength: 25, size: 'max' }), fc.nat(4), fc.nat())
  .map(([steps, declared, seed]) => modelOf(steps, declared, seed));

/** Numbers that a seed gives: a linear congruence is enough to choose by. */
export function randomOf(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function modelOf(steps: readonly Step[], declared: number, seed: number): OnnxTruth {
  const random = randomOf(seed);
  const graph = new GraphBuilder();
  const inputs = [graph.add('x', FLOAT), graph.add('half', HALF), graph.add('ids', INT64), graph.add('flag', BOOL)];
  // What nothing reads is asked for by nobody; each input has a reader.
  for (const { name, element } of inputs) graph.node('Identity', [name], [element]);
  for (const { kind, seed: own } of steps) STEPS[kind]?.(graph, randomOf(own));
  const unread = graph.own.filter(({ name }) => !graph.read.has(name));
  const isDeclared = (): boolean => random(4) < declared;
  const declaration = ({ name, element }: { name: string; element: number }): object =>
    isDeclared() ? declarationOf(name, element) : { name };
  const bytes = onnxModel(
    {
      input: inputs.map(({ name, element }) => value(name, element)),
      initializer: graph.initializers,
      node: graph.nodes,
      output: unread.map(declaration),
      value_info: graph.own.filter(isDeclared).map(declaration),
    },
    {
      functions: FUNCTIONS,
      opset_import: [
        { domain: '', version: 18 },
        { domain: 'local', version: 1 },
      ],
    },
  );
  return { bytes, operators: graph.operators, floats: graph.own.filter(isFloat).map(({ name }) => name) };
}

/** Sequences are of FLOAT tensors. */
function declarationOf(name: string, element: number): object {
  if (element !== SEQUENCE) return value(name, element);
  return { name, type: { sequence_type: { elem_type: { tensor_type: { elem_type: FLOAT } } } } };
}
