/** Two builds side by side: which layers left INT8, and which entries of a table changed their fate. */
import type { CalibrationTable } from '../table/table.js';
import type { Build, BuildLayer } from './build.js';
import { fatesOf, type Fate } from './fates.js';
import { isInt8 } from './layerKinds.js';

/** A layer that both builds have, by its name in the new one. */
export interface MovedLayer {
  readonly name: string;
  /** `int8 int8 fp16`: input, weights, output; `-` where nothing tells. */
  readonly before: string;
  readonly after: string;
}

export interface BuildComparison {
  readonly leftInt8: readonly MovedLayer[];
  readonly cameToInt8: readonly MovedLayer[];
  /** Layers that only one of them has: fused in another way, or of another network. */
  readonly gone: readonly string[];
  readonly added: readonly string[];
  /** Entries whose fate is another one; null without a table. */
  readonly fates: readonly { readonly name: string; readonly before: Fate; readonly after: Fate }[] | null;
}

/** What is different in `after`. Layers are the same by name, or else by the first node of the ONNX model that no other of that name takes. */
export function compareBuilds(before: Build, after: Build, table: CalibrationTable | null): BuildComparison {
  const pairs = pairLayers(before.layers, after.layers);
  const moved = pairs.filter(([old, now]) => isInt8(old) !== isInt8(now));
  const told = ([old, now]: readonly [BuildLayer, BuildLayer]): MovedLayer => ({
    name: now.name,
    before: datatypesOf(old),
    after: datatypesOf(now),
  });
  const [olds, news] = [new Set(pairs.map(([old]) => old)), new Set(pairs.map(([, now]) => now))];
  return {
    leftInt8: moved.filter(([old]) => isInt8(old)).map(told),
    cameToInt8: moved.filter(([old]) => !isInt8(old)).map(told),
    gone: before.layers.filter((layer) => !olds.has(layer)).map(({ name }) => name),
    added: after.layers.filter((layer) => !news.has(layer)).map(({ name }) => name),
    fates: table && fatesBetween(before, after, table),
  };
}

function fatesBetween(before: Build, after: Build, table: CalibrationTable): NonNullable<BuildComparison['fates']> {
  const now = fatesOf(table, after);
  return fatesOf(table, before).flatMap(({ name, fate }, entry) => {
    const next = now[entry]?.fate ?? fate;
    return next === fate ? [] : [{ name, before: fate, after: next }];
  });
}

function pairLayers(before: readonly BuildLayer[], after: readonly BuildLayer[]): [BuildLayer, BuildLayer][] {
  const byName = new Map(before.map((layer) => [layer.name, layer]));
  const same = after.flatMap((now): [BuildLayer, BuildLayer][] => {
    const old = byName.get(now.name);
    return old ? [[old, now]] : [];
  });
  const taken = new Set(same.flat());
  const byNode = new Map(
    before.flatMap((layer) => (taken.has(layer) ? [] : layer.onnx.map((node) => [node, layer] as const))),
  );
  for (const now of after) {
    const old = taken.has(now)
      ? undefined
      : now.onnx.map((node) => byNode.get(node)).find((layer) => layer && !taken.has(layer));
    if (!old) continue;
    same.push([old, now]);
    taken.add(old);
  }
  return same;
}

function datatypesOf({ input, weights, output }: BuildLayer): string {
  return [input, weights, output].map((datatype) => datatype ?? '-').join(' ');
}
