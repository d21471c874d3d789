/** Datatypes in the words of TensorRT's inspector and logs (FORMATS: "Thirty-two wide channel vectorized row major Int8 format"). */

const WORDS: ReadonlyMap<string, string> = new Map([
  ['int8', 'int8'],
  ['uint8', 'uint8'],
  ['fp32', 'fp32'],
  ['float', 'fp32'],
  ['float32', 'fp32'],
  ['fp16', 'fp16'],
  ['half', 'fp16'],
  ['bf16', 'bf16'],
  ['bfloat16', 'bf16'],
  ['fp8', 'fp8'],
  ['fp4', 'fp4'],
  ['int4', 'int4'],
  ['int32', 'int32'],
  ['int64', 'int64'],
  ['bool', 'bool'],
]);

/** `int8` for any spelling of an INT8 format, and likewise; null for a text that names no type. Whole words: `uint8` holds `int8`. */
export function datatypeOf(text: string): string | null {
  for (const [word] of text.toLowerCase().matchAll(/[a-z]+\d*/g)) {
    const type = WORDS.get(word);
    if (type !== undefined) return type;
  }
  return null;
}

/** Of several types the one that tells most: the first that is not INT8, else INT8. */
export function weakest(types: readonly (string | null)[]): string | null {
  return types.find((type) => type !== 'int8' && type !== null) ?? types.find((type) => type !== null) ?? null;
}
