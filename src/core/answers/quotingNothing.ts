import { NetworkError } from '../network/network.js';

/**
 * Reads a network for an assistant: what its reader says of a file that is none may hold pieces of it, which nobody meant to show.
 * Throws Error with the place alone.
 */
export function quotingNothing<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    const place = error.line ? `; line ${error.line} is none of one` : '';
    throw new Error(`"${path}" holds no network and no build log that can be read${place}.`, { cause: error });
  }
}
