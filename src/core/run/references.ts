/** What the model in float gives for each input, kept as far as memory allows. */
import type { Sample } from '../tensors/samples.js';
import type { Tensor } from '../tensors/tensor.js';
import type { Outputs } from './decibels.js';
import type { Feeds, Session } from './engine.js';
import { withSession, type Subject } from './subject.js';

export interface Reference {
  readonly feeds: Feeds;
  readonly outputs: Outputs;
}

export interface References {
  of(sample: Sample): Promise<Reference>;
}

/** Opens the model in float. Inputs and outputs of a sample are read and computed again where the budget does not hold them. */
export async function withReferences<T>(subject: Subject, use: (references: References) => Promise<T>): Promise<T> {
  return withSession(subject, [subject.model.bytes], [], (session) => use(new Kept(session, subject.budget)));
}

class Kept implements References {
  readonly #session: Session;
  readonly #known = new Map<Sample, Reference>();
  #room: number;

  constructor(session: Session, budget: number) {
    this.#session = session;
    this.#room = budget;
  }

  async of(sample: Sample): Promise<Reference> {
    const known = this.#known.get(sample);
    if (known) return known;
    const feeds = sample.load();
    const reference = { feeds, outputs: await this.#session.run(feeds) };
    const size = bytesOf(feeds) + bytesOf(reference.outputs);
    if (size <= this.#room) {
      this.#room -= size;
      this.#known.set(sample, reference);
    }
    return reference;
  }
}

function bytesOf(tensors: ReadonlyMap<string, Tensor>): number {
  return [...tensors.values()].reduce((sum, { data }) => sum + data.byteLength, 0);
}
