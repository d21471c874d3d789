/** What is done to a model before it is run, and should be known. */
import { graphOf } from '../model/graph.js';
import type { OnnxModel } from '../model/model.js';
import { hasPairs } from '../model/qdq/pairs.js';
import { t } from '../texts/translate.js';

/** Sentences. @param strips whether pairs that the model has are taken out */
export function modelNotes(model: OnnxModel, strips: boolean): string[] {
  const scalars = model.outputs.filter(({ rank }) => rank === 0).map(({ name }) => `"${name}"`);
  return [
    ...(scalars.length === 0
      ? []
      : [
          t`The model declares ${scalars.join(', ')} as a single number; declared shapes of outputs are left out of the copy that is run, for wrong ones stop the engine.`,
        ]),
    ...(hasPairs(graphOf(model))
      ? [
          strips
            ? t`The model has Q/DQ pairs: they are taken out, and the pairs of the table stand in their place.`
            : t`The model has Q/DQ pairs: its values are quantized already, and so are the ranges.`,
        ]
      : []),
  ];
}
