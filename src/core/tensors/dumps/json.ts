/** Dumps in JSON: Polygraphy's `--save-outputs`, and trtexec's `--exportOutput`. */
import { decodedText } from '../../bytes/bytes.js';
import { readNpy } from '../npy.js';
import { elementCount, TensorError, type Tensor } from '../tensor.js';
import { t } from '../../texts/translate.js';
import { messageOf } from '../../texts/messageOf.js';

declare function atob(text: string): string;

type Json = Readonly<Record<string, unknown>>;

/** The tensors of a JSON dump. Throws {@link TensorError} for JSON that is none. */
export function readJsonDump(bytes: Uint8Array): ReadonlyMap<string, Tensor> {
  const value = parsed(decodedText(bytes));
  if (Array.isArray(value)) return trtexecOutputs(value as unknown[]);
  const runs = isObject(value) ? value['lst'] : undefined;
  if (Array.isArray(runs)) return polygraphyOutputs(runs as unknown[]);
  throw new TensorError(
    t`it is no dump that is known: Polygraphy's --save-outputs and trtexec's --exportOutput are read.`,
  );
}

/** trtexec writes `nan` and `inf` as they are: no JSON. Texts come first, so that names that hold these stay. */
const BARE = /"(?:[^"\\]|\\.)*"|-?\b(?:nan|inf(?:inity)?)\b/gi;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(BARE, (word) => (word.startsWith('"') ? word : `"${numberWord(word)}"`)));
  } catch (error) {
    throw new TensorError(t`it is no JSON: ${messageOf(error)}.`);
  }
}

function numberWord(word: string): string {
  if (/nan/i.test(word)) return 'NaN';
  return word.startsWith('-') ? '-Infinity' : 'Infinity';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `[{name, dimensions: "1x3x2", values: […]}]` */
function trtexecOutputs(items: readonly unknown[]): ReadonlyMap<string, Tensor> {
  return new Map(
    items.map((item) => {
      const { name, dimensions, values } = isObject(item) ? item : {};
      if (typeof name !== 'string' || typeof dimensions !== 'string' || !Array.isArray(values))
        throw new TensorError(t`it is no dump of trtexec: a tensor has a name, dimensions and values there.`);
      const dims = dimensions === '' ? [] : dimensions.split('x').map(Number);
      const data = Float64Array.from(values as unknown[], Number);
      if (elementCount(dims) !== data.length)
        throw new TensorError(
          t`"${name}" holds ${data.length} values, and its dimensions ${dimensions} ask for another count.`,
        );
      return [name, { type: 'float64', dims, data }] as const;
    }),
  );
}

/** `{lst: [[runner, [{outputs: {name: {values: {array: BASE64}}}}]]]}`; of several runners the first, of its runs all. */
function polygraphyOutputs(runners: readonly unknown[]): ReadonlyMap<string, Tensor> {
  const [first] = runners;
  const runs = Array.isArray(first) ? (first[1] as unknown) : undefined;
  const tensors = new Map<string, Tensor>();
  for (const [index, run] of (Array.isArray(runs) ? (runs as unknown[]) : []).entries()) {
    const outputs = isObject(run) && isObject(run['outputs']) ? run['outputs'] : {};
    for (const [name, output] of Object.entries(outputs)) {
      const array = arrayText(output);
      if (array !== null) tensors.set(index === 0 ? name : `${name} (run ${index + 1})`, readNpy(bytesOfText(array)));
    }
  }
  if (tensors.size === 0) throw new TensorError(t`it is no dump of Polygraphy: no run in it has outputs.`);
  return tensors;
}

/** The text of an array, by itself or under `values`. */
function arrayText(output: unknown): string | null {
  if (!isObject(output)) return null;
  const { array } = output;
  return typeof array === 'string' ? array : arrayText(output['values']);
}

/** BASE64; files of older versions have the bytes themselves, one a character. */
function bytesOfText(text: string): Uint8Array {
  try {
    const bytes = text.startsWith('\x93NUMPY') ? text : atob(text);
    return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
  } catch {
    throw new TensorError(t`an array in it is no BASE64.`);
  }
}
