import { jsonText } from '../render/json.js';

/** An answer as text: JSON, in which no character of a name can end a line or turn letters round. */
export function toolText(answer: object): string {
  return [...jsonText(answer)].join('');
}
