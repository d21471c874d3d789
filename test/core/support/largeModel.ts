/** A model as large as wanted, as pieces that share their weights. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { nodeRecord, tensorBytes } from '../../../src/core/model/encode.js';
import { DATA_TYPE, GRAPH, MODEL } from '../../../src/core/model/fields.js';
import { recordOf, type Pieces } from '../../../src/core/model/pieces.js';

const CHANNELS = 512;

/** A chain of 1x1 convolutions from `t0` on, each with a megabyte of weights of its own in the file. */
export function largeModel(convolutions: number): Pieces {
  const weights = new Uint8Array(Float32Array.from({ length: CHANNELS * CHANNELS }, (_, i) => Math.sin(i)).buffer);
  const layers = Array.from({ length: convolutions }, (_, i) => i);
  const nodes = layers.flatMap((i) =>
    nodeRecord({ op: 'Conv', name: `conv${i}`, inputs: [`t${i}`, `w${i}`], output: `t${i + 1}` }),
  );
  const tensors = layers.flatMap((i) =>
    recordOf(GRAPH.initializer, [tensorBytes(`w${i}`, DATA_TYPE.float32, [CHANNELS, CHANNELS, 1, 1], weights)]),
  );
  const input = valueNamed('t0');
  const output = valueNamed(`t${convolutions}`);
  const graph = [...nodes, ...tensors, ...recordOf(GRAPH.input, [input]), ...recordOf(GRAPH.output, [output])];
  // ir_version 8, and the operator set 13.
  return [
    Uint8Array.of(8, 8),
    ...recordOf(MODEL.graph, graph),
    ...recordOf(MODEL.opsetImport, [Uint8Array.of(16, 13)]),
  ];
}

/** A cache with an entry for the input of each of its convolutions. */
export function largeModelCache(convolutions: number): string {
  const lines = Array.from({ length: convolutions }, (_, i) => `t${i}: 3d000000\n`);
  return `TRT-8601-EntropyCalibration2\n${lines.join('')}`;
}

/** Writes pieces one after the other: nobody holds all of them. */
export async function writePieces(file: string, pieces: Pieces): Promise<void> {
  const stream = createWriteStream(file);
  for (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
}

/** A ValueInfoProto that only has a name. */
function valueNamed(name: string): Uint8Array {
  return Uint8Array.of(10, name.length, ...Buffer.from(name));
}
