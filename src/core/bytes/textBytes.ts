import { utf8Bytes } from './utf8.js';

/** Characters that are encoded at once: enough that a piece costs little beside its text, and no more than a cache holds. */
const PIECE = 1 << 16;

/**
 * UTF-8 bytes of a long text that is made piece by piece. A text of a hundred megabytes never stands as a whole:
 * neither as a million strings nor as their joined one.
 */
export class TextBytes {
  #text = '';
  #length = 0;
  readonly #pieces: Uint8Array[] = [];

  /** Adds text; the two halves of a surrogate pair have to come in one call. */
  add(text: string): void {
    this.#text += text;
    if (this.#text.length >= PIECE) this.#encode();
  }

  /** All bytes so far, in an array of their own. */
  bytes(): Uint8Array {
    this.#encode();
    const bytes = new Uint8Array(this.#length);
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }

  #encode(): void {
    const piece = utf8Bytes(this.#text);
    this.#text = '';
    this.#length += piece.length;
    this.#pieces.push(piece);
  }
}
