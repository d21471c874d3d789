/** Names that TensorRT's ONNX importer makes for tensors of its own: they can't be told from the model. */
import { unnamedLayer } from '../table/entryNames.js';
import type { Network } from '../network/network.js';

/** Helpers that the importer adds: broadcasts, squeezes, casts, shuffles of shapes. */
const HELPER = /^ONNXTRT_/;
/** `<name>_output`, `<name>_output_1`: the importer's layer has the node's (or the weights') name, made unique by a number. */
const LAYER_OUTPUT = /^(.+?)(?:_\d+)?_output(?:_\d+)?$/s;
/** The same of a tensor as exporters name them: the importer's own constants and copies, whether or not this file has the tensor. */
const OF_EXPORTED = /_output_\d+_output(?:_\d+)?$/;
/** A node without a name goes by its first output. */
const NAMELESS = /^node_of_/;

/** A test for names that the importer of this network may have made. */
export function importerMade({ inputs, layers, constants, otherNames }: Network): (name: string) => boolean {
  const own = new Set([...inputs, ...constants, ...otherNames]);
  for (const { name, tops } of layers) [name, ...tops].forEach((item) => own.add(item));
  return (name) => {
    if (HELPER.test(name) || OF_EXPORTED.test(name) || unnamedLayer(name) !== null) return true;
    const layer = name.replace(/_output(_\d+)?$/, '').replace(NAMELESS, '');
    return layer !== name && (own.has(layer) || own.has((LAYER_OUTPUT.exec(name)?.[1] ?? '').replace(NAMELESS, '')));
  };
}
