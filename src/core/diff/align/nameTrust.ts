/**
 * What a name is worth. A name that was given (`res2a_branch1`) belongs to its tensor; one that counts what stands
 * before it (`446`, `Conv_65__output`, `/model.12/conv/Conv_output_0`) goes to another tensor when a layer comes or
 * goes. Which of both it is can't be told from the name: each shape of names is judged by what its names do between
 * these two tables, after a first alignment that hardly believes them.
 */
import type { Features } from './features.js';

export interface SharedNames {
  /** Index of the new entry with the same name, or -1; only for names that stand once on both sides. */
  readonly partner: Int32Array;
  /** The reverse. */
  readonly reverse: Int32Array;
}

/** How often a shape's equal names were found to be the same tensor, and how often another one. */
export interface Experience {
  readonly confirmed: number;
  readonly contradicted: number;
}
const NONE: Experience = { confirmed: 0, contradicted: 0 };

/** What names are worth between these two tables. */
export interface NameTrust {
  /** Score of equal names of a shape: a log-likelihood ratio. */
  readonly sameName: (shape: number) => number;
  /** Whether equal names of a shape are the same tensor, as good as always. */
  readonly isSure: (shape: number) => boolean;
}

/** Scores of equal names: given ones, and counting ones whose scales agree. */
const GIVEN = 8;
const COUNTING = 4;
const LEAST = 0.5;
/** Share of equal names that are the same tensor, from which on names are taken at their word. */
const SURE = 0.98;
/** Before anything is known: names with a number may count, names without one do not. */
const FIRST = { plain: GIVEN, withDigits: 2, numbered: LEAST } as const;
/** So many unseen cases speak for names that describe, and for numbers. */
const PRIOR = { given: { right: 2, wrong: 0.02 }, numbered: { right: 0.5, wrong: 0.5 } } as const;
/** A shape with few names is judged by what those of all shapes did, which counts as so many cases. */
const COMMON_CASES = 3;

/** Finds the names that stand exactly once on both sides. */
export function sharedNames(old: Features, next: Features): SharedNames {
  const places = uniquePlaces(next.names);
  const own = uniquePlaces(old.names);
  const partner = Int32Array.from(old.names, (name, i) => (own.get(name) === i ? (places.get(name) ?? -1) : -1));
  const reverse = new Int32Array(next.names.length).fill(-1);
  partner.forEach((j, i) => {
    if (j >= 0) reverse[j] = i;
  });
  return { partner, reverse };
}

/** Before anything is known: only names without numbers are believed. */
export function firstTrust({ names, shape, numbered }: Features): NameTrust {
  const worth = new Map<number, number>();
  shape.forEach((id, i) =>
    worth.set(id, numbered[i] === 1 ? FIRST.numbered : /\d/.test(names[i] ?? '') ? FIRST.withDigits : FIRST.plain),
  );
  const sameName = (id: number): number => worth.get(id) ?? LEAST;
  return { sameName, isSure: (id) => sameName(id) === FIRST.plain };
}

/**
 * After a first alignment: what each shape's names did in it.
 * @param experience by shape
 */
export function learnedTrust(
  { names, shape, numbered }: Features,
  experience: ReadonlyMap<number, Experience>,
): NameTrust {
  const common = sumOf(experience);
  const judged = new Map<number, { readonly worth: number; readonly sure: boolean }>();
  shape.forEach((id, i) => {
    if (judged.has(id)) return;
    const own = experience.get(id) ?? NONE;
    // That others count says nothing of a name without a number.
    judged.set(
      id,
      judge(
        /\d/.test(names[i] ?? '')
          ? { confirmed: own.confirmed + common.confirmed, contradicted: own.contradicted + common.contradicted }
          : own,
        numbered[i] === 1,
      ),
    );
  });
  return { sameName: (id) => judged.get(id)?.worth ?? LEAST, isSure: (id) => judged.get(id)?.sure ?? false };
}

/** Counts what a shape's names did. */
export class Experiences extends Map<number, Experience> {
  add(shape: number, what: keyof Experience): void {
    const known = this.get(shape) ?? NONE;
    this.set(shape, { ...known, [what]: known[what] + 1 });
  }
}

/** What all shapes did, as a few cases. */
function sumOf(experience: ReadonlyMap<number, Experience>): Experience {
  let [confirmed, contradicted] = [0, 0];
  for (const known of experience.values())
    [confirmed, contradicted] = [confirmed + known.confirmed, contradicted + known.contradicted];
  const weight = COMMON_CASES / Math.max(COMMON_CASES, confirmed + contradicted);
  return { confirmed: weight * confirmed, contradicted: weight * contradicted };
}

function judge({ confirmed, contradicted }: Experience, isNumbered: boolean): { worth: number; sure: boolean } {
  const { right, wrong } = isNumbered ? PRIOR.numbered : PRIOR.given;
  const share = (confirmed + right) / (confirmed + right + contradicted + wrong);
  const sure = !isNumbered && share >= SURE;
  const worth = sure ? GIVEN : Math.min(COUNTING, Math.max(LEAST, Math.log(share / (1 - share))));
  return { worth, sure };
}

function uniquePlaces(names: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  names.forEach((name, i) => places.set(name, places.has(name) ? -1 : i));
  for (const [name, place] of places) if (place < 0) places.delete(name);
  return places;
}
