import * as vscode from 'vscode';
import type { TableDocument } from '../../core/formats/format.js';
import type { Plan } from '../../core/plan.js';
import { parseFromReviewView, type FromReviewView, type ToReviewView } from '../../protocol.js';
import { viewHtml, viewRoot } from '../html.js';
import type { HostServices } from '../services.js';
import { assign } from './assign.js';
import { reviewMessage, type ReviewTexts } from './reviewMessage.js';

/**
 * Shows a plan in a panel of its own, lets the user mend it, and resolves when it is to be written; undefined
 * when the user gives up or closes the panel.
 */
export function reviewPlan(plan: Plan, document: TableDocument, texts: ReviewTexts, services: HostServices): Promise<Plan | undefined> {
  return new Promise((resolve) => new ReviewPanel(plan, document, texts, services, resolve));
}

class ReviewPanel {
  private readonly panel: vscode.WebviewPanel;

  constructor(
    private plan: Plan,
    private readonly document: TableDocument,
    private readonly texts: ReviewTexts,
    private readonly services: HostServices,
    private readonly resolve: (plan: Plan | undefined) => void,
  ) {
    this.panel = vscode.window.createWebviewPanel('calibrationTables.review', texts.title, vscode.ViewColumn.Active, {
      enableScripts: true, retainContextWhenHidden: true, localResourceRoots: [viewRoot(services.extensionUri)],
    });
    const { webview } = this.panel;
    webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    // Resolving once more after an answer changes nothing.
    this.panel.onDidDispose(() => resolve(undefined));
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
        this.finish(message.write, message.incomplete);
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

  private assign(rows: readonly number[], assignment: Parameters<typeof assign>[2]): void {
    const result = assign(this.plan, rows, assignment, this.document.table.names.length);
    if ('problem' in result) return this.post({ type: 'assignProblem', ...result });
    this.plan = result.plan;
    this.draw();
  }

  /** Writing a file that its reader would stop at has to be said. */
  private finish(write: boolean, incomplete: boolean): void {
    const missing = this.plan.rows.some(({ source }) => source === null);
    if (write && missing && this.plan.needsEveryRow && !incomplete) return this.draw();
    this.resolve(write ? this.plan : undefined);
    this.panel.dispose();
  }

  private draw(): void {
    this.post(reviewMessage(this.texts, this.document, this.plan));
  }

  private post(message: ToReviewView): void {
    void this.panel.webview.postMessage(message);
  }
}
