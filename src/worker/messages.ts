/** Messages between the host and its worker. */
import type { ExternalPlace } from '../core/model/tensorData.js';
import type { JobName } from './jobs/index.js';

/** One job to do. */
export interface OrderMessage {
  readonly id: number;
  readonly job: JobName;
  readonly order: unknown;
}

/** What was thrown, as it goes from thread to thread. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
}

/** The bytes that a job asked for, or why they can't be had. */
export type PartMessage =
  { readonly part: number; readonly bytes: Uint8Array } | { readonly part: number; readonly thrown: Thrown };

/** What came of a job: a result, or what was thrown. */
export type AnswerMessage =
  { readonly id: number; readonly result: unknown } | { readonly id: number; readonly thrown: Thrown };

/** What a worker says while it is at a job: how much is done, or which bytes it needs (answered by the number). */
export type MeanwhileMessage =
  | { readonly id: number; readonly share: number }
  | { readonly id: number; readonly part: number; readonly wanted: ExternalPlace };

export function thrownBy(error: unknown): Thrown {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { name, message };
}

/** The error again; its class is known by its name. */
export function errorOf({ name, message }: Thrown): Error {
  return Object.assign(new Error(message), { name });
}

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
