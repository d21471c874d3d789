import type { Edit } from '../../../src/core/formats/format.js';
import type { EditMessage, EditResultMessage, EditsMessage } from '../../../src/protocol/table.js';

/** Sends an edit and tells, later, why it was refused: null when it was made. */
export type SendEdit = (edit: Edit) => Promise<string | null>;

/** The same for edits that are undone at once. */
export type SendEdits = (edits: readonly Edit[]) => Promise<string | null>;

/** Edits under way, each waiting for its answer. */
export class Edits {
  readonly #waiting = new Map<number, (problem: string | null) => void>();
  #lastId = 0;
  readonly #post: (message: EditMessage | EditsMessage) => void;
  readonly #revision: () => number;

  constructor(post: (message: EditMessage | EditsMessage) => void, revision: () => number) {
    this.#post = post;
    this.#revision = revision;
  }

  readonly send: SendEdit = (edit) =>
    this.#await((id) => this.#post({ type: 'edit', id, revision: this.#revision(), edit }));

  readonly sendAll: SendEdits = (edits) =>
    this.#await((id) => this.#post({ type: 'edits', id, revision: this.#revision(), edits }));

  settle({ id, problem }: EditResultMessage): void {
    this.#waiting.get(id)?.(problem);
    this.#waiting.delete(id);
  }

  #await(post: (id: number) => void): Promise<string | null> {
    const id = ++this.#lastId;
    post(id);
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }
}
