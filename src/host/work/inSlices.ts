import { isPackedNames, namesInParts, rememberPacked, type PackedNames } from '../../protocol/packedNames.js';

/** The names of a text, made some thousands at a time: a million at once would hold up the host. */
export async function namesOf(packed: readonly string[] | PackedNames): Promise<readonly string[]> {
  if (!isPackedNames(packed)) return packed;
  const names: string[] = [];
  for (const part of namesInParts(packed)) {
    names.push(...part);
    await nextTurn();
  }
  rememberPacked(names, packed);
  return names;
}

/** Does work that comes in parts; undefined where it is no longer wanted before it is done. */
export async function inTurns<T>(work: Iterator<unknown, T>, isWanted: () => boolean): Promise<T | undefined> {
  while (isWanted()) {
    const { done, value } = work.next();
    if (done) return value;
    await nextTurn();
  }
  return undefined;
}

function nextTurn(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}
