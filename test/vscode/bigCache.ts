/** A TensorRT cache of so many entries; another `shift` is another calibration of the same network. */
export function bigCache(entries: number, shift = 0): Uint8Array {
  const lines = Array.from({ length: entries }, (_, i) => {
    const bits = 0x3c000000 + ((i * 7919 + shift * 104_729) % 0x800000);
    return `/model.${i % 97}/cv${i}/conv/Conv_output_0: ${bits.toString(16)}\n`;
  });
  return new TextEncoder().encode(`TRT-8601-EntropyCalibration2\n${lines.join('')}`);
}
