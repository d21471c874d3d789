import type { BuildLayer, End } from '../build.js';
import { datatypeOf, weakest } from '../datatype.js';
import { isObject, type Json } from './parse.js';

/** A layer of a detailed inspection. */
export function layerOf(layer: Json): BuildLayer {
  const [inputs, outputs] = [endsOf(layer['Inputs']), endsOf(layer['Outputs'])];
  const name = String(layer['Name']);
  const type = String(layer['LayerType'] ?? '');
  return {
    name,
    type,
    input: weakest(inputs.map(({ datatype }) => datatype)),
    weights: weightsOf(layer),
    output: weakest(outputs.map(({ datatype }) => datatype)),
    device: deviceOf(name, type),
    onnx: onnxNodes(layer['Metadata']),
    reads: inputs.map((end) => end.name),
    writes: outputs.map((end) => end.name),
    origin: typeof layer['Origin'] === 'string' ? layer['Origin'] : null,
  };
}

/** A layer of which only the name is known. */
export function namedLayer(name: string): BuildLayer {
  const nothing = { input: null, weights: null, output: null, onnx: [], reads: [], writes: [], origin: null };
  return { name, type: '', device: deviceOf(name, ''), ...nothing };
}

/** The ends of a layer: `Format/Datatype` up to TensorRT 10, `Datatype` (or `DataType`) from 11 on. */
export function endsOf(list: unknown): End[] {
  if (!Array.isArray(list)) return [];
  return list.filter(isObject).map((end) => {
    const text = end['Datatype'] ?? end['DataType'] ?? end['Format/Datatype'] ?? '';
    return { name: String(end['Name'] ?? ''), datatype: datatypeOf(String(text)) };
  });
}

/** What a kernel's weights are; where only its tactic tells (`i8i8`, `imma`), that. */
function weightsOf(layer: Json): string | null {
  const weights = layer['Weights'] ?? layer['ConvWeights'];
  if (!isObject(weights) || typeof weights['Type'] !== 'string') return null;
  return Number(weights['Count'] ?? 1) > 0 ? datatypeOf(weights['Type']) : null;
}

/** A box that runs on the DLA: only its ends are visible. */
function deviceOf(name: string, type: string): 'GPU' | 'DLA' {
  return type === 'DLA' || name.startsWith('{ForeignNode[') ? 'DLA' : 'GPU';
}

/** `[ONNX Layer: node]` items, joined by U+001E, U+001F or nothing. */
function onnxNodes(metadata: unknown): string[] {
  if (typeof metadata !== 'string') return [];
  return metadata.split(/[\u001e\u001f]|(?<=\])(?=\[ONNX Layer: )/).flatMap((item) => {
    const [, node] = /^\s*\[ONNX Layer: (.*)\]\s*$/.exec(item) ?? [];
    return node === undefined ? [] : [node];
  });
}
