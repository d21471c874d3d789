/** Which tensors of a model have values that a table can hold a range of. */
import { graphOf } from '../model/graph.js';
import { inputSpecs } from '../model/inputs.js';
import type { OnnxModel } from '../model/model.js';
import { inferTypes } from '../network/onnx/inferTypes.js';
import { decodeModel } from '../network/onnx/schema.js';
import { isFloatTensor } from '../network/onnx/valueType.js';

/** Inputs and computed tensors in the order of the model, without constants and what is known to be no tensor of floats. */
export function measurableTensors(model: OnnxModel): string[] {
  const { types } = inferTypes(decodeModel(model.bytes, 'model'), 'model');
  const { constants } = graphOf(model);
  const names = [...inputSpecs(model).map(({ name }) => name), ...model.nodes.flatMap(({ outputs }) => outputs)];
  return [...new Set(names)].filter((name) => {
    const type = types.get(name);
    return name !== '' && !constants.has(name) && (type === undefined || isFloatTensor(type));
  });
}
