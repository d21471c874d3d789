/** Lines of a text that comes in pieces, UTF-8 or UTF-16 with a byte order mark in its first piece. */
import { TextDecoder } from 'node:util';
import { utf16Order } from '../core/bytes/bytes.js';
import { escapedText } from '../core/bytes/utf8.js';

const NEWLINE = 0x0a;
const BOM = /^\uFEFF/;

/** Takes pieces of a file and gives whole lines; a byte that is no UTF-8 stays what it is, as in every name that is read. */
export class TextLines {
  #pending: Uint8Array[] = [];
  /** Of UTF-16, whose first bytes say that it is. */
  #utf16: TextDecoder | undefined;
  #rest = '';
  #hasBegun = false;
  /** Until the first line is given out, which a byte order mark does not belong to. */
  #isFirst = true;

  /** @returns the lines that this piece ends, without what ends them */
  push(piece: Uint8Array): string[] {
    const order = this.#hasBegun ? null : utf16Order(piece);
    this.#hasBegun = true;
    if (order) this.#utf16 = new TextDecoder(order === 'little' ? 'utf-16le' : 'utf-16be');
    const lines = (this.#utf16 ? this.#decoded(piece) : this.#whole(piece)).split(/\r?\n/);
    this.#rest = lines.pop() ?? '';
    if (this.#isFirst && lines[0] !== undefined) {
      lines[0] = lines[0].replace(BOM, '');
      this.#isFirst = false;
    }
    return lines;
  }

  /** What stands behind the last end of a line. */
  end(): string {
    const text = this.#rest + escapedText(Buffer.concat(this.#pending));
    return this.#isFirst ? text.replace(BOM, '') : text;
  }

  #decoded(piece: Uint8Array): string {
    return this.#rest + (this.#utf16?.decode(piece, { stream: true }) ?? '');
  }

  /** A character can be cut by the end of a piece, a line can't: no part of a character is a newline. */
  #whole(piece: Uint8Array): string {
    const end = piece.lastIndexOf(NEWLINE) + 1;
    if (end === 0) {
      this.#pending.push(piece);
      return '';
    }
    const text = escapedText(Buffer.concat([...this.#pending, piece.subarray(0, end)]));
    this.#pending = [piece.subarray(end)];
    return text;
  }
}
