/** How far outputs are from those in float, in decibels. */
import type { Tensor } from '../tensors/tensor.js';
import { meanDb } from './meanDb.js';
import { floatValues } from './subject.js';

export type Outputs = ReadonlyMap<string, Tensor>;

/** Signal and noise of each output, summed over all elements of all inputs. */
export class OutputNoise {
  readonly #sums = new Map<string, { signal: number; noise: number }>();

  /** Takes the outputs of one input: in float, and those to compare. Outputs that hold no floats are passed over. */
  add(reference: Outputs, other: Outputs): void {
    for (const [name, tensor] of reference) {
      const [x, y] = [floatValues(tensor), floatValues(other.get(name))];
      if (!x || !y) continue;
      let [signal, noise] = [0, 0];
      for (let i = 0; i < x.length; i++) {
        const value = x[i] ?? 0;
        const error = value - (y[i] ?? NaN);
        signal += value * value;
        noise += error * error;
      }
      const known = this.#sums.get(name) ?? { signal: 0, noise: 0 };
      this.#sums.set(name, { signal: known.signal + signal, noise: known.noise + noise });
    }
  }

  /** Decibels of each output; Infinity without error. */
  get decibels(): ReadonlyMap<string, number> {
    return new Map([...this.#sums].map(([name, sums]) => [name, ratio(sums)]));
  }

  /** Mean of the outputs' decibels. */
  get mean(): number {
    return meanDb([...this.decibels.values()]);
  }

  /** The mean with each output counted for `most` decibels at most: one that is far better makes up for no other. */
  meanUpTo(most: number): number {
    return meanDb([...this.decibels.values()].map((db) => Math.min(db, most)));
  }

  /** Mean of those outputs that have an error at all: one tensor may reach a single output, and would hide behind the others. */
  get meanOfReached(): number {
    return meanDb([...this.decibels.values()].filter((db) => db !== Infinity));
  }
}

function ratio({ signal, noise }: { readonly signal: number; readonly noise: number }): number {
  return noise === 0 ? Infinity : 10 * Math.log10(signal / noise);
}
