import type { BuildTensor, End } from '../build.js';
import { isReformatted, plainName } from '../names.js';
import { endsOf } from './layers.js';
import type { Json } from './parse.js';

/** The tensors of an engine, as it names them: INT8 where they are at any end. */
export function tensorsOf(layers: readonly Json[]): BuildTensor[] {
  const ends = layers.flatMap((layer) => [...endsOf(layer['Inputs']), ...endsOf(layer['Outputs'])]);
  return tensorsAt(ends, reformats(layers));
}

/** The tensors at these ends, each once. */
export function tensorsAt(ends: readonly End[], real: ReadonlyMap<string, string> = new Map()): BuildTensor[] {
  const types = new Map<string, string | null>();
  for (const { name, datatype } of ends) {
    const known = types.get(name) ?? null;
    types.set(name, datatype === 'int8' || known === null ? datatype : known);
  }
  return [...types].map(([name, datatype]) => ({
    name,
    tensor: plainName(real.get(name) ?? name),
    datatype,
    scale: null,
  }));
}

/** What TensorRT calls `Reformatted … Tensor` is, behind its reformat, the tensor of this name. */
function reformats(layers: readonly Json[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const layer of layers) {
    if (layer['LayerType'] !== 'Reformat') continue;
    const [from] = endsOf(layer['Inputs']);
    const [to] = endsOf(layer['Outputs']);
    if (!from || !to) continue;
    if (isReformatted(to.name) && !isReformatted(from.name)) names.set(to.name, from.name);
    if (isReformatted(from.name) && !isReformatted(to.name)) names.set(from.name, to.name);
  }
  return names;
}
