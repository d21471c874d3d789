import type * as vscode from 'vscode';
import type { TableDocument } from '../../../core/formats/format.js';
import type { Plan } from '../../../core/transfer/plan.js';
import {
  parseFromReviewView,
  type Assignment,
  type FromReviewView,
  type ToReviewView,
} from '../../../protocol/review.js';
import { type FromAnyView } from '../../../protocol/common.js';
import { reportError } from '../../ui/commands.js';
import { openPanel } from '../../ui/panels.js';
import type { HostServices } from '../../ui/services.js';
import { ViewChannel } from '../../webview/channel.js';
import { assign } from './assign.js';
import { reviewMessage, type ReviewTexts } from './reviewMessage.js';

/** What a review is of. */
export interface Reviewed {
  readonly plan: Plan;
  /** The table that the plan takes its numbers from. */
  readonly document: TableDocument;
  readonly texts: ReviewTexts;
}

/** Writes a plan; false when the user thinks better of it. Throws Error with a sentence when it can't be written. */
export type WritePlan = (plan: Plan) => Promise<boolean>;

/**
 * Shows a plan in a panel of its own, lets the user mend it, and keeps it on screen until it is written: who thinks
 * better of a file's name does not lose what was mended by hand. Resolves when the panel is gone.
 */
export function reviewUntilWritten(reviewed: Reviewed, services: HostServices, write: WritePlan): Promise<void> {
  return new Promise((resolve) => new ReviewPanel(reviewed, services, write, resolve));
}

class ReviewPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #channel: ViewChannel<Exclude<FromReviewView, FromAnyView>, ToReviewView>;
  readonly #document: TableDocument;
  readonly #texts: ReviewTexts;
  #plan: Plan;
  #isWriting = false;
  readonly #services: HostServices;
  readonly #write: WritePlan;

  constructor({ plan, document, texts }: Reviewed, services: HostServices, write: WritePlan, over: () => void) {
    this.#services = services;
    this.#write = write;

    this.#plan = plan;
    this.#document = document;
    this.#texts = texts;
    this.#panel = openPanel('calibrationTables.review', texts.title);
    this.#channel = new ViewChannel(
      this.#panel.webview,
      { page: 'review', title: texts.title, parse: parseFromReviewView },
      services,
      {
        ready: () => this.#draw(),
        answer: (message) =>
          message.type === 'assign'
            ? this.#assign(message.rows, message.assignment)
            : this.#finish(message.write, message.incomplete),
        asText: () => undefined,
      },
    );
    this.#panel.onDidDispose(() => {
      this.#channel.dispose();
      over();
    });
  }

  #assign(rows: readonly number[], assignment: Assignment): string | null {
    const result = assign(this.#plan, rows, assignment, this.#document.table.names.length);
    if ('problem' in result)
      return `${this.#plan.rows[result.row]?.name ?? `Row ${result.row + 1}`}: ${result.problem}`;
    this.#plan = result.plan;
    this.#draw();
    return null;
  }

  /** Writing a file that its reader would stop at has to be said. */
  async #finish(write: boolean, incomplete: boolean): Promise<void> {
    const missing = this.#plan.rows.some(({ source }) => source === null);
    if (write && missing && this.#plan.needsEveryRow && !incomplete) return this.#draw();
    if (!write || (await this.#written())) this.#panel.dispose();
  }

  /** A second click while the first one still asks for a file must not ask again. */
  async #written(): Promise<boolean> {
    if (this.#isWriting) return false;
    this.#isWriting = true;
    try {
      return await this.#write(this.#plan);
    } catch (error) {
      // A notification would lie over the button to try again.
      reportError(this.#services, error, 'dialog');
      return false;
    } finally {
      this.#isWriting = false;
    }
  }

  #draw(): void {
    this.#channel.post(reviewMessage(this.#texts, this.#document, this.#plan));
  }
}
