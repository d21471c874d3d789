/** Messages between the host and its worker. */
import type { JobName } from './jobs/index.js';

/** One job to do. */
export interface OrderMessage {
  readonly id: number;
  readonly job: JobName;
  readonly order: unknown;
}

/** What came of it: a result, or what was thrown. */
export type AnswerMessage =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly thrown: { readonly name: string; readonly message: string } };

/** The buffers in a message that can be handed over instead of copied: of columns, which lie in objects and never in lists. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const collect = (part: unknown): void => {
    if (ArrayBuffer.isView(part)) {
      if (part.buffer instanceof ArrayBuffer) found.add(part.buffer);
    } else if (typeof part === 'object' && part !== null && !Array.isArray(part)) {
      Object.values(part).forEach(collect);
    }
  };
  collect(value);
  return [...found];
}
