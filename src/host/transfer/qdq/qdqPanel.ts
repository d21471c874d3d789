import * as vscode from 'vscode';
import { safe } from '../../../core/render/safe.js';
import type { ToQdqOptions } from '../../../core/transfer/toQdq.js';
import type { FromAnyView } from '../../../protocol/common.js';
import { parseFromReviewView, type FromReviewView, type ToReviewView } from '../../../protocol/review.js';
import { baseName } from '../../ui/baseName.js';
import { reportError } from '../../ui/commands.js';
import { openPanel, setIcon, setTitle } from '../../ui/panels.js';
import type { HostServices } from '../../ui/services.js';
import { ViewChannel, type Answer } from '../../webview/channel.js';
import { REVIEW_VIEW } from '../review/reviewPanel.js';
import { planQdqOf, type QdqPlanned } from './qdqJobs.js';
import { qdqMessage } from './qdqMessage.js';
import type { QdqAsked } from './qdqRequest.js';
import { t } from '../../../core/texts/translate.js';

/** Writes what was looked at; false when the user thinks better of it. Throws Error with a sentence when it can't be written. */
type Write = (planned: QdqPlanned) => Promise<boolean>;

/** Shows where pairs go, until they are written or the user gives up. Resolves when the panel is gone. */
export function reviewQdq(planned: QdqPlanned, services: HostServices, write: Write): Promise<void> {
  return new Promise((resolve) => {
    const panel = openPanel(REVIEW_VIEW, safe`Q/DQ pairs`);
    panel.onDidDispose(() => resolve());
    new QdqPanel(panel, services, planned, write, planned);
  });
}

/** The review of one model: each change of a user's is a new plan. */
export class QdqPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #services: HostServices;
  readonly #channel: ViewChannel<Exclude<FromReviewView, FromAnyView>, ToReviewView>;
  readonly #asked: QdqAsked;
  readonly #write: Write;
  #planned: QdqPlanned | undefined;
  #isBusy = false;

  /** @param planned made when it is not given */
  constructor(panel: vscode.WebviewPanel, services: HostServices, asked: QdqAsked, write: Write, planned?: QdqPlanned) {
    this.#panel = panel;
    this.#services = services;
    this.#asked = asked;
    this.#write = write;
    this.#planned = planned;
    setIcon(panel, services);
    setTitle(panel, safe`Q/DQ pairs: ${baseName(asked.model)}`);
    this.#channel = new ViewChannel(
      panel,
      { page: 'review', title: t`Review of Q/DQ pairs`, parse: parseFromReviewView },
      services,
      {
        ready: () => this.#begin(),
        answer: (message) => this.#answer(message),
        asText: () => void vscode.commands.executeCommand('calibrationTables.openAsText', asked.table),
        shown: () => asked.table,
      },
    );
    panel.onDidDispose(() => this.#channel.dispose());
  }

  async #begin(): Promise<void> {
    this.#planned ??= await planQdqOf(this.#asked, this.#services);
    if (this.#planned) this.#draw(this.#planned);
    else this.#channel.fail(new Error(t`The pairs were not placed: it was cancelled.`));
  }

  #answer(message: Exclude<FromReviewView, FromAnyView>): Answer | Promise<Answer> {
    const { options } = this.#planned ?? this.#asked;
    switch (message.type) {
      case 'exclude':
        return this.#replan({ ...options, exclude: withNames(options.exclude, message.names, message.excluded) });
      case 'placement':
        return this.#replan({
          ...options,
          placement: message.placement,
          perTensorWeights: message.perTensorWeights,
        });
      case 'done':
        return this.#finish(message.write);
      default:
        return t`This is another review.`;
    }
  }

  /** Plans again, one change after the other. Where that can't be done, the plan of before stays. */
  async #replan(options: ToQdqOptions): Promise<Answer> {
    if (this.#isBusy) return t`The last change is still being made.`;
    this.#isBusy = true;
    try {
      const planned = await planQdqOf({ ...(this.#planned ?? this.#asked), options }, this.#services);
      if (!planned) return t`Cancelled: nothing was changed.`;
      this.#planned = planned;
      this.#draw(planned);
      return null;
    } finally {
      this.#isBusy = false;
    }
  }

  /** A second click while the first one still asks for a file must not ask again. */
  async #finish(write: boolean): Promise<void> {
    if (!write) return this.#panel.dispose();
    if (this.#isBusy || !this.#planned) return;
    this.#isBusy = true;
    try {
      if (await this.#write(this.#planned)) this.#panel.dispose();
    } catch (error) {
      // A notification would lie over the button to try again.
      reportError(this.#services, error, 'dialog');
    } finally {
      this.#isBusy = false;
    }
  }

  #draw(planned: QdqPlanned): void {
    this.#channel.post(qdqMessage(planned));
  }
}

function withNames(before: readonly string[], names: readonly string[], excluded: boolean): string[] {
  const others = before.filter((name) => !names.includes(name));
  return excluded ? [...others, ...names] : others;
}
