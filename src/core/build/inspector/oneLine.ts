/** The inspector's text form (`--dumpLayerInfo`): after a line `Layers:` one line a layer. Names may hold commas and brackets. */
import type { BuildLayer, EngineLine } from '../build.js';
import { datatypeOf, weakest } from '../datatype.js';

const LINE = /Name: (.*), LayerType: (\w+), Inputs: \[ ?(.*?\}|) ?\], Outputs: \[ ?(.*?\}|) ?\](?:, (.*))?$/;
const END = /\{ ?Name: (.*?), (?:Location: \w+, )?Dimensions: \[[^\]]*\], Format\/Datatype: (.*?) ?\}/g;

/** The layer of a line, with its ends, or null. */
export function oneLineLayer(line: string): EngineLine | null {
  if (!line.includes(', LayerType: ')) return null;
  const [, name, type = '', inputs = '', outputs = '', rest = ''] = LINE.exec(line) ?? [];
  if (name === undefined) return null;
  const [read, written] = [endsIn(inputs), endsIn(outputs)];
  const weights = /(?:^|, )(?:Conv)?Weights: \{"Type": "(\w+)"/.exec(rest)?.[1];
  const layer: BuildLayer = {
    name,
    type,
    input: weakest(read.map(({ datatype }) => datatype)),
    weights: weights === undefined ? null : datatypeOf(weights),
    output: weakest(written.map(({ datatype }) => datatype)),
    device: type === 'DLA' || name.startsWith('{ForeignNode[') ? 'DLA' : 'GPU',
    onnx: [...rest.matchAll(/\[ONNX Layer: (.*?)\](?=\[ONNX|[\u001e\u001f]|, |$)/g)].map(([, node = '']) => node),
    reads: read.map((end) => end.name),
    writes: written.map((end) => end.name),
    origin: /(?:^|, )Origin: (\w+)/.exec(rest)?.[1] ?? null,
  };
  return { layer, ends: [...read, ...written] };
}

function endsIn(text: string): EngineLine['ends'] {
  return [...text.matchAll(END)].map(([, name = '', format = '']) => ({ name, datatype: datatypeOf(format) }));
}
