/** The values of tensors over all inputs, in one pass (or several, where memory asks for it). */
import { Collector, type Activations } from '../activations/collector.js';
import { RangeDamage } from '../activations/rangeDamage.js';
import { groupsOf } from './groups.js';
import { floatValues, withSession, type Subject } from './subject.js';
import { t } from '../texts/translate.js';

export interface Profile {
  /** By name, in the order asked for; tensors of whole numbers are not in it. */
  readonly activations: ReadonlyMap<string, Activations>;
  /** What the scales that were given do to the values, by name. */
  readonly damages: ReadonlyMap<string, RangeDamage>;
  /** Milliseconds: in all, and of those our counting. */
  readonly time: { readonly all: number; readonly counting: number };
}

export interface ProfileRequest {
  readonly tensors: readonly string[];
  /** Scales whose damage is measured value by value; several for a tensor where several tables are compared. */
  readonly scales?: ReadonlyMap<string, number>;
  /** What is counted besides damage: histograms, or the ends of values alone, which takes less time; or nothing. */
  readonly histograms: boolean | 'ends';
}

/** Runs the model over all inputs and counts. */
export async function profile(
  subject: Subject,
  { tensors, scales = new Map(), histograms }: ProfileRequest,
): Promise<Profile> {
  const collectors = new Map<string, Collector>();
  const damages = new Map<string, RangeDamage>();
  const began = subject.progress.now();
  let counting = 0;
  const count = (name: string, values: ArrayLike<number> | null): void => {
    if (!values) return;
    const from = subject.progress.now();
    const scale = scales.get(name);
    if (scale !== undefined) getOrMake(damages, name, () => new RangeDamage()).add(values, scale);
    if (histograms) getOrMake(collectors, name, () => new Collector(histograms === true)).add(values);
    counting += subject.progress.now() - from;
  };
  const { samples, progress, model } = subject;
  const groups = await groupsOf(subject, tensors);
  const steps = groups.length * samples.length;
  for (const [index, group] of groups.entries()) {
    await withSession(subject, [model.bytes], group, async (session) => {
      for (const [i, sample] of samples.entries()) {
        await progress.report(index * samples.length + i, steps, t`measuring tensors on ${sample.label}`);
        const feeds = sample.load();
        const results = await session.run(feeds);
        for (const name of group) count(name, floatValues(results.get(name) ?? feeds.get(name)));
      }
    });
  }
  const activations = tensors.flatMap((name) => {
    const collector = collectors.get(name);
    return collector ? [[name, collector.activations] as const] : [];
  });
  return { activations: new Map(activations), damages, time: { all: subject.progress.now() - began, counting } };
}

function getOrMake<T>(map: Map<string, T>, name: string, make: () => T): T {
  const known = map.get(name);
  if (known) return known;
  const made = make();
  map.set(name, made);
  return made;
}
