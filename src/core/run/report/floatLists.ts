/** Layers to leave in float, in the words of who takes such lists. */

/** Options of trtexec; a name with a comma or a colon can't be said there and is left out. */
export function layerPrecisions(nodes: readonly string[]): string {
  const sayable = nodes.filter((node) => !/[,:]/.test(node));
  return `--layerPrecisions=${sayable.map((node) => `${node}:fp32`).join(',')} --precisionConstraints=obey`;
}
