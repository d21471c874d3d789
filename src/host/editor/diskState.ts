import type * as vscode from 'vscode';
import { sameBytes } from '../../core/bytes/bytes.js';
import { writeFile } from '../ui/writeFile.js';
import { LARGE_FILE_BYTES, readWithin } from './source.js';

/** How a file on disk stands to what was last read or written: the same, changed, or gone. */
export type Standing = 'same' | 'changed' | 'gone';

/** What a file holds on disk, as it was last read or written: whether somebody else has changed it is told by its bytes alone. */
export class DiskState {
  /** The latest save. Before it is over, the disk may hold what {@link known} does not say yet. */
  #saving: Promise<void> = Promise.resolve();
  readonly #uri: vscode.Uri;
  /** How it was found to stand. */
  standing: Standing = 'same';
  /** What somebody else had written, and a save that could not be stopped put away with. */
  replaced: Uint8Array | null = null;
  /** What stood on disk when it was looked at last. */
  seen: Uint8Array | null = null;
  /** Whether the file is write-protected. */
  isProtected = false;
  /** How many entries the latest save wrote otherwise without changing their numbers. */
  rewritten = 0;

  /** @param known the bytes on disk; null: none, or not read */
  constructor(
    uri: vscode.Uri,
    public known: Uint8Array | null,
  ) {
    this.#uri = uri;
  }

  /** Writes the file whole or not at all. Throws Error with a sentence. */
  async write(bytes: Uint8Array): Promise<void> {
    this.#saving = writeFile(this.#uri, bytes).then(() => {
      this.known = bytes;
      this.standing = 'same';
    });
    await this.#saving;
  }

  async compare(): Promise<Standing> {
    if (!this.known || this.#uri.scheme === 'untitled') return 'same';
    const saving = this.#saving;
    await saving.catch(() => undefined);
    try {
      const { bytes } = await readWithin(this.#uri, LARGE_FILE_BYTES);
      if (this.#saving !== saving) return await this.compare();
      this.seen = bytes;
      return bytes && sameBytes(bytes, this.known) ? 'same' : 'changed';
    } catch {
      return 'gone';
    }
  }

  /** Takes what stands on disk now for known. Throws what the file system throws. */
  async accept(): Promise<void> {
    this.known = (await readWithin(this.#uri, LARGE_FILE_BYTES)).bytes;
    this.standing = 'same';
  }

  /** The file here has become what stands on disk, if these are its bytes. */
  agree(bytes: Uint8Array): void {
    if (this.standing !== 'changed' || !this.seen || !sameBytes(this.seen, bytes)) return;
    this.known = this.seen;
    this.standing = 'same';
  }

  /** Keeps what somebody else wrote, right before a save that replaces it. */
  async keepForeign(): Promise<void> {
    if (!this.known) return;
    const { bytes } = await readWithin(this.#uri, LARGE_FILE_BYTES).catch(() => ({ bytes: null }));
    this.replaced = bytes && !sameBytes(bytes, this.known) ? bytes : null;
    this.standing = 'same';
  }
}
