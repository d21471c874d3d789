/** TensorRT's decorations of tensor names, taken off. */

const REFORMATTED = /^Reformatted (Input|Output) Tensor \d+ to (.+)$/;
const COPY = / copy$/;
const PROFILE = / \[profile \d+\]$/;

/** True for a name that TensorRT gave to a tensor between a layer and its reformat. */
export function isReformatted(name: string): boolean {
  return REFORMATTED.test(name);
}

/** The name without ` copy` and ` [profile N]`. */
export function plainName(name: string): string {
  return name.replace(PROFILE, '').replace(COPY, '');
}
