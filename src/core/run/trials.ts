/** Measures outputs with pairs switched on and off, and with other scales: one session, a run each input. */
import type { Placement } from '../model/place/placement.js';
import { writeProbe } from '../model/place/writeProbe.js';
import type { Sample } from '../tensors/samples.js';
import type { Tensor } from '../tensors/tensor.js';
import { OutputNoise } from './decibels.js';
import type { References } from './references.js';
import { withSession, type Subject } from './subject.js';

export interface Trials {
  /**
   * Outputs with these scales against those in float, over some of the inputs.
   * @param scales one a pair, in the order of the placement; 0 leaves its tensor in float
   */
  measure(scales: Float32Array, samples?: readonly Sample[]): Promise<OutputNoise>;
  /** How many runs of the model there have been. */
  readonly runs: number;
}

/** Opens the model with switchable pairs. @param quantizeWeights whether its weights are those of INT8 */
export async function withTrials<T>(
  subject: Subject,
  placement: Placement,
  quantizeWeights: boolean,
  references: References,
  use: (trials: Trials) => Promise<T>,
): Promise<T> {
  const { model, external, samples: all } = subject;
  const { pieces, scalesInput } = await writeProbe(model, placement, quantizeWeights, external);
  return withSession(subject, pieces, [], (session) => {
    let runs = 0;
    return use({
      get runs() {
        return runs;
      },
      measure: async (scales, samples = all) => {
        const noise = new OutputNoise();
        const given: Tensor = { type: 'float32', dims: [scales.length], data: scales };
        for (const sample of samples) {
          const { feeds, outputs } = await references.of(sample);
          noise.add(outputs, await session.run(new Map([...feeds, [scalesInput, given]])));
          runs++;
        }
        return noise;
      },
    });
  });
}
