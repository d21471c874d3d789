import type { Edit } from '../../src/core/formats/format.js';
import type { EditMessage, EditResultMessage } from '../../src/protocol.js';

/** Sends an edit and tells, later, why it was refused: null when it was made. */
export type SendEdit = (edit: Edit) => Promise<string | null>;

/** Edits under way, each waiting for its answer. */
export class Edits {
  readonly #waiting = new Map<number, (problem: string | null) => void>();
  #lastId = 0;

  constructor(private readonly post: (message: EditMessage) => void, private readonly revision: () => number) {}

  readonly send: SendEdit = (edit) => {
    const id = ++this.#lastId;
    this.post({ type: 'edit', id, revision: this.revision(), edit });
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  };

  settle({ id, problem }: EditResultMessage): void {
    this.#waiting.get(id)?.(problem);
    this.#waiting.delete(id);
  }
}
