import type { Network } from '../network/network.js';

/** What goes to trtexec, and the tensors that no layer was found for. */
export interface LayerPrecisions {
  /** `conv1:fp16,conv2:fp16`; empty where there is none. */
  readonly argument: string;
  readonly without: readonly string[];
}

/** The layers that read or write tensors, as trtexec's `--layerPrecisions` takes them. A name with a comma or a colon can't stand there. */
export function layerPrecisions({ layers }: Network, tensors: readonly string[]): LayerPrecisions {
  const wanted = new Set(tensors);
  const found = new Set<string>();
  const names = layers.flatMap(({ name, bottoms, tops }) => {
    const touched = [...bottoms, ...tops].filter((tensor) => wanted.has(tensor));
    if (touched.length === 0 || name === '' || /[,:]/.test(name)) return [];
    touched.forEach((tensor) => found.add(tensor));
    return [name];
  });
  return {
    argument: [...new Set(names)].map((name) => `${name}:fp16`).join(','),
    without: tensors.filter((tensor) => !found.has(tensor)),
  };
}
