import * as vscode from 'vscode';
import type { TableDocument } from '../../core/formats/format.js';
import type { Plan } from '../../core/plan.js';
import { parseFromReviewView, type Assignment, type FromReviewView, type ToReviewView } from '../../protocol.js';
import { viewHtml, viewRoot } from '../html.js';
import type { HostServices } from '../services.js';
import { assign } from './assign.js';
import { reviewMessage, type ReviewTexts } from './reviewMessage.js';

/** What a review is of. */
export interface Reviewed {
  readonly plan: Plan;
  /** The table that the plan takes its numbers from. */
  readonly document: TableDocument;
  readonly texts: ReviewTexts;
}

/** What becomes of a review. */
interface Ends {
  /** Writes the plan; false when nothing was written, and the review goes on. */
  readonly write: (plan: Plan) => Promise<boolean>;
  /** The panel is gone, whatever the reason. */
  readonly over: () => void;
}

/**
 * Shows a plan in a panel of its own, lets the user mend it, and resolves when it is to be written; undefined
 * when the user gives up or closes the panel.
 */
export function reviewPlan(plan: Plan, document: TableDocument, texts: ReviewTexts, services: HostServices): Promise<Plan | undefined> {
  return new Promise((resolve) => new ReviewPanel({ plan, document, texts }, services, {
    write: async (approved) => { resolve(approved); return true; },
    // Resolving once more after an answer changes nothing.
    over: () => resolve(undefined),
  }));
}

/**
 * Shows a plan as {@link reviewPlan} does, and keeps it on screen until it is written: who thinks better of a
 * file's name does not lose what was mended by hand. Resolves when the panel is gone.
 * @param write tells itself what goes wrong; false when nothing was written
 */
export function reviewUntilWritten(reviewed: Reviewed, services: HostServices, write: (plan: Plan) => Promise<boolean>): Promise<void> {
  return new Promise((resolve) => new ReviewPanel(reviewed, services, { write, over: resolve }));
}

class ReviewPanel {
  private readonly panel: vscode.WebviewPanel;
  private readonly document: TableDocument;
  private readonly texts: ReviewTexts;
  private plan: Plan;
  private isWriting = false;

  constructor({ plan, document, texts }: Reviewed, private readonly services: HostServices, private readonly ends: Ends) {
    this.plan = plan;
    this.document = document;
    this.texts = texts;
    this.panel = vscode.window.createWebviewPanel('calibrationTables.review', texts.title, vscode.ViewColumn.Active, {
      enableScripts: true, retainContextWhenHidden: true, localResourceRoots: [viewRoot(services.extensionUri)],
    });
    const { webview } = this.panel;
    webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    this.panel.onDidDispose(() => ends.over());
    webview.html = viewHtml(webview, services.extensionUri, 'review', texts.title);
  }

  private receive(data: unknown): void {
    const message = parseFromReviewView(data);
    if (message) this.answer(message);
    else this.services.log.error('A review sent a message that is none of ours.');
  }

  private answer(message: FromReviewView): void {
    switch (message.type) {
      case 'ready':
        this.draw();
        break;
      case 'assign':
        this.assign(message.rows, message.assignment);
        break;
      case 'done':
        void this.finish(message.write, message.incomplete);
        break;
      case 'copy':
        void vscode.env.clipboard.writeText(message.text);
        vscode.window.setStatusBarMessage(`Copied ${message.what}`, 3000);
        break;
      case 'error':
        this.services.log.error('Review view:', message.message);
        break;
    }
  }

  private assign(rows: readonly number[], assignment: Assignment): void {
    const result = assign(this.plan, rows, assignment, this.document.table.names.length);
    if ('problem' in result) return this.post({ type: 'assignProblem', ...result });
    this.plan = result.plan;
    this.draw();
  }

  /** Writing a file that its reader would stop at has to be said. */
  private async finish(write: boolean, incomplete: boolean): Promise<void> {
    const missing = this.plan.rows.some(({ source }) => source === null);
    if (write && missing && this.plan.needsEveryRow && !incomplete) return this.draw();
    if (!write || (await this.written())) this.panel.dispose();
  }

  /** A second click while the first one still asks for a file must not ask again. */
  private async written(): Promise<boolean> {
    if (this.isWriting) return false;
    this.isWriting = true;
    try {
      return await this.ends.write(this.plan);
    } finally {
      this.isWriting = false;
    }
  }

  private draw(): void {
    this.post(reviewMessage(this.texts, this.document, this.plan));
  }

  private post(message: ToReviewView): void {
    void this.panel.webview.postMessage(message);
  }
}
