/** What a run of a model is asked: plain data, that is kept with its results. */
import { counted } from '../../core/render/counts.js';
import { inputKind } from '../../core/tensors/inputFile.js';
import { isObject, isText } from '../../protocol/common.js';
import { t } from '../../core/texts/translate.js';

/** Files and folders by their URIs with the line that prepares pictures, or so many samples of seeded noise. */
export type InputsAsked =
  { readonly uris: readonly string[]; readonly line: string | null } | { readonly noise: number };

/** URIs as texts. */
export interface RunAsked {
  readonly table: string;
  readonly model: string;
  readonly inputs: InputsAsked;
  /** Tables that are measured on the same inputs beside it. */
  readonly others: readonly string[];
}

/** Samples of noise that are enough for a hint. */
export const USUAL_NOISE = 8;

/** Inputs as they were stored; null for what are none. */
export function inputsIn(stored: unknown): InputsAsked | null {
  if (!isObject(stored)) return null;
  const { uris, line, noise } = stored;
  if (typeof noise === 'number') return { noise };
  if (!Array.isArray(uris) || !uris.every(isText) || uris.length === 0) return null;
  return { uris, line: isText(line) ? line : null };
}

/** A whole request as it was stored; null for what is none. */
export function askedIn(stored: unknown): RunAsked | null {
  if (!isObject(stored)) return null;
  const { table, model, others } = stored;
  const inputs = inputsIn(stored['inputs']);
  if (!isText(table) || !isText(model) || !inputs) return null;
  return { table, model, inputs, others: Array.isArray(others) ? others.filter(isText) : [] };
}

/**
 * Inputs in words: `24 inputs of test, prepared by div=255`.
 * @param count how many samples they were
 */
export function inputsText(inputs: InputsAsked, count: number): string {
  if ('noise' in inputs) return counted(count, t`sample of noise`, t`samples of noise`);
  const [first = ''] = inputs.uris;
  const name = decodeURIComponent(first.replace(/\/+$/, '').split('/').at(-1) ?? '');
  const more = inputs.uris.length > 1 ? t` and others` : '';
  const what = inputKind(name) === 'pictures' ? ['picture', 'pictures'] : ['input', 'inputs'];
  const from = inputs.uris.length === 1 && count === 1 ? name : t`of ${name}${more}`;
  return `${counted(count, what[0] ?? '', what[1] ?? '')} ${from}${inputs.line === null ? '' : t`, prepared by ${inputs.line}`}`;
}
