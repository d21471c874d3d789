/** How many numbers are looked at in one go: few enough for a copy that stays in the processor's cache. */
const BLOCK = 16384;

/**
 * The largest magnitude of each channel of a float32 tensor; null when one of its numbers is NaN or Inf.
 * @param raw its bytes, little endian, at any offset
 * @param axis the axis of the channels; null for one channel of everything
 */
export function channelMaxima(raw: Uint8Array, dims: readonly number[], axis: number | null): Float32Array | null {
  const inner = dims.slice(axis === null ? 0 : axis + 1).reduce((product, dim) => product * dim, 1);
  const channels = axis === null ? 1 : (dims[axis] ?? 1);
  const maxima = new Float32Array(channels);
  const block = new Float32Array(BLOCK);
  const blockBytes = new Uint8Array(block.buffer);
  let [channel, left] = [0, inner];
  for (let at = 0; at < raw.length; at += BLOCK * 4) {
    const part = raw.subarray(at, at + BLOCK * 4);
    // float32 views need aligned bytes, and those of a file stand anywhere.
    blockBytes.set(part);
    for (let i = 0; i < part.length / 4;) {
      const count = Math.min(left, part.length / 4 - i);
      const largest = largestOf(block, i, i + count);
      if (!(largest < Infinity)) return null;
      if (largest > (maxima[channel] ?? 0)) maxima[channel] = largest;
      i += count;
      left -= count;
      if (left > 0) continue;
      left = inner;
      channel = channel + 1 === channels ? 0 : channel + 1;
    }
  }
  return maxima;
}

/** NaN when there is one among them. */
function largestOf(numbers: Float32Array, from: number, to: number): number {
  let largest = 0;
  for (let i = from; i < to; i++) {
    const magnitude = Math.abs(numbers[i] ?? 0);
    if (magnitude > largest) largest = magnitude;
    else if (magnitude !== magnitude) return NaN;
  }
  return largest;
}
