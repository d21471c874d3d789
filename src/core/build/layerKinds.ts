/** What a layer of a build is, for counting and filtering: the same words wherever they are shown. */
import type { Build, BuildLayer } from './build.js';
import { LAYER_KINDS, type LayerKind } from './kindNames.js';
import { plainName } from './names.js';

/** Those that a layer tells by itself. */
const TESTS: Partial<Readonly<Record<LayerKind, (layer: BuildLayer) => boolean>>> = {
  weighted: ({ weights }) => weights !== null,
  int8: ({ weights }) => weights === 'int8',
  'all-int8': ({ weights, input, output }) => weights === 'int8' && input === 'int8' && output === 'int8',
  'float-in': ({ weights, input }) => weights === 'int8' && input !== 'int8',
  'float-out': ({ weights, output }) => weights === 'int8' && output !== 'int8',
  'float-weights': ({ weights, input }) => weights !== null && weights !== 'int8' && input === 'int8',
  qdq: ({ origin }) => origin === 'QDQ',
  reformat: ({ origin }) => origin === 'REFORMAT',
  dla: ({ device }) => device === 'DLA',
};

/** The kinds of each layer, in the order of the build. */
export function layerKinds(build: Build): readonly (readonly LayerKind[])[] {
  const islands = floatIslands(build);
  return build.layers.map((layer, at) =>
    LAYER_KINDS.filter((kind) => (kind === 'island' ? islands[at] === true : TESTS[kind]?.(layer) === true)),
  );
}

/** Which layers compute in float although INT8 layers stand before and behind them: each costs two conversions. */
export function floatIslands({ layers }: Build): readonly boolean[] {
  const before = reached(
    layers,
    ({ reads }) => reads,
    ({ writes }) => writes,
  );
  const behind = reached(
    [...layers].reverse(),
    ({ writes }) => writes,
    ({ reads }) => reads,
  ).reverse();
  return layers.map((layer, at) => isFloat(layer) && before[at] === true && behind[at] === true);
}

/**
 * For each layer whether an INT8 one is met on the way from it along `from`, with none of INT8 in between.
 * @param layers so that those on the way come before
 */
function reached(
  layers: readonly BuildLayer[],
  from: (layer: BuildLayer) => readonly string[],
  to: (layer: BuildLayer) => readonly string[],
): boolean[] {
  /** Whether what leads to a tensor is INT8, or has met it; of several layers of a tensor the last counts. */
  const met = new Map<string, boolean>();
  return layers.map((layer) => {
    const here = from(layer).some((tensor) => met.get(plainName(tensor)) === true);
    for (const tensor of to(layer)) met.set(plainName(tensor), here || isInt8(layer));
    return here;
  });
}

/** Computes in INT8: by its weights, or without any by both of its ends. */
export function isInt8({ weights, input, output }: BuildLayer): boolean {
  return weights === null ? input === 'int8' && output === 'int8' : weights === 'int8';
}

/** Computes in float; what only changes a format is on the way from one to the other. */
function isFloat({ weights, input, output, origin, type }: BuildLayer): boolean {
  if (origin !== null || input === null || output === null || /^(?:Reformat|NoOp|Constant)$/i.test(type)) return false;
  return weights === null ? input !== 'int8' && output !== 'int8' : weights !== 'int8';
}
