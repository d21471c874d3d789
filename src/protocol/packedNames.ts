/**
 * Many names as one text: what goes from thread to thread, or from the host to a view, as a hundred thousand strings takes each of
 * them a while to write and to read; as bytes it is copied, or merely handed over.
 */
import { utf8Bytes, utf8Text } from '../core/bytes/bytes.js';

/** Names one after the other in UTF-8, and how many UTF-16 units each has. */
export interface PackedNames {
  readonly text: Uint8Array;
  readonly lengths: Uint32Array;
}

/** A message with its lists of names as they travel. */
export type Packed<M> = { readonly [K in keyof M]: M[K] extends readonly string[] ? M[K] | PackedNames : M[K] };

/** Fewer names are not worth the while; of more, so many are made in one go. */
const MANY = 20_000;

/** How lists of names travel that came packed themselves: they need not be packed again to go on. */
const known = new WeakMap<readonly string[], PackedNames>();

/** Half a surrogate pair has no UTF-8: names with one would come back as others. */
const ILL_FORMED = /\p{Surrogate}/u;

/** The names as one text; as they are where they are few, or UTF-8 can't hold them. */
export function packNames(names: readonly string[]): readonly string[] | PackedNames {
  if (names.length < MANY) return names;
  const again = known.get(names);
  if (again) return again;
  const text = names.join('');
  // Nor may a pair come about where two names meet.
  if (ILL_FORMED.test(text) || names.some((name) => isHigh(name.charCodeAt(name.length - 1)))) return names;
  return { text: utf8Bytes(text), lengths: Uint32Array.from(names, ({ length }) => length) };
}

/** The names of a text. */
export function unpackNames(packed: readonly string[] | PackedNames): readonly string[] {
  if (!isPackedNames(packed)) return packed;
  const names: string[] = [];
  for (const part of namesInParts(packed)) names.push(...part);
  return names;
}

/** The names of a text, some thousands at a time, for those who have other things to do in between. */
export function* namesInParts({ text, lengths }: PackedNames): Generator<readonly string[]> {
  const all = utf8Text(text);
  let [from, at] = [0, 0];
  while (at < lengths.length) {
    const part: string[] = [];
    for (const end = Math.min(at + MANY, lengths.length); at < end; at++) {
      const to = from + (lengths[at] ?? 0);
      part.push(all.slice(from, to));
      from = to;
    }
    yield part;
  }
}

/** These names came as this text, and may go on as it. */
export function rememberPacked(names: readonly string[], packed: PackedNames): void {
  known.set(names, packed);
}

/** A message as it travels: its lists of names, where they are long, as one text each. */
export function packMessage<M extends object>(message: M): Packed<M> {
  return mapped(message, (value) => (isNames(value) ? packNames(value) : value)) as Packed<M>;
}

/** A message as it was before it travelled. */
export function unpackMessage<M extends object>(packed: M): M {
  return mapped(packed, (value) => (isPackedNames(value) ? unpackNames(value) : value)) as M;
}

/** Whether something is names in one text. */
export function isPackedNames(value: unknown): value is PackedNames {
  const { text, lengths } = (value ?? {}) as Partial<PackedNames>;
  return text instanceof Uint8Array && lengths instanceof Uint32Array;
}

/** The same object where nothing in it changes. */
function mapped(message: object, change: (value: unknown) => unknown): object {
  const changes = Object.entries(message)
    .map(([key, value]) => [key, value, change(value)] as const)
    .filter(([, before, after]) => before !== after);
  return changes.length === 0
    ? message
    : { ...message, ...Object.fromEntries(changes.map(([key, , after]) => [key, after])) };
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length >= MANY && value.every((item) => typeof item === 'string');
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
