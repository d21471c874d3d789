/** Tensors of a model as further outputs of it, so that a run gives their values. */
import protobuf from 'protobufjs/light.js';
import { GRAPH, TYPE, VALUE_INFO } from './fields.js';
import type { OnnxModel } from './model.js';
import { changed, recordOf, removed, replaced, type Change, type Pieces } from './pieces.js';
import { allOf, inside, lastOf, recordsOf } from './records.js';
import { withGraphChanges } from './place/write.js';

/**
 * The model with these tensors as outputs, by name alone: onnxruntime finds their types. Shapes that its own outputs declare are
 * left out: some models declare wrong ones, and the engine refuses those.
 */
export function withOutputs(model: OnnxModel, tensors: readonly string[]): Pieces {
  const known = new Set(model.outputs.map(({ name }) => name));
  const added = [...new Set(tensors)].filter((name) => !known.has(name)).flatMap(outputRecord);
  const place = model.outputs.at(-1)?.record.end ?? model.graphRecord.end;
  return withGraphChanges(model, [
    ...model.outputs.flatMap(({ record }) => shapeless(model.bytes, record)),
    { start: place, end: place, pieces: added },
  ]);
}

function outputRecord(name: string): Uint8Array[] {
  const writer = protobuf.Writer.create()
    .uint32((VALUE_INFO.name << 3) | 2)
    .string(name);
  return recordOf(GRAPH.output, [writer.finish()]);
}

/** The change that takes a declared shape away; the element type stays. */
function shapeless(bytes: Uint8Array, record: OnnxModel['outputs'][number]['record']): Change[] {
  const type = lastOf(recordsOf(bytes, inside(record)), VALUE_INFO.type);
  const tensor = type && lastOf(recordsOf(bytes, inside(type)), TYPE.tensor);
  if (!type || !tensor) return [];
  const shapes = allOf(recordsOf(bytes, inside(tensor)), TYPE.shape);
  const inTensor = changed(bytes, inside(tensor), shapes.map(removed));
  const inType = changed(bytes, inside(type), [replaced(tensor, inTensor)]);
  return [replaced(record, changed(bytes, inside(record), [replaced(type, inType)]))];
}
