/** A map of these members. An object would also know `constructor` and `toString`, which a hostile network may name. */
export function mapOf<T>(members: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(members));
}
