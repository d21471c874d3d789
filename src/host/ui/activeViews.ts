import type * as vscode from 'vscode';
import type { ChartCommandMessage, GridCommandMessage } from '../../protocol/common.js';

/** A view that is open. */
export interface OpenView {
  /** The user is in it. */
  readonly isActive: boolean;
  post(message: GridCommandMessage | ChartCommandMessage): void;
}

/** The views that are open, to find the one that the user is in. */
export class ActiveViews {
  readonly #open = new Set<OpenView>();

  add(view: OpenView): vscode.Disposable {
    this.#open.add(view);
    return { dispose: () => void this.#open.delete(view) };
  }

  get active(): OpenView | undefined {
    return [...this.#open].find(({ isActive }) => isActive);
  }
}
