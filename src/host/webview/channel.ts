import * as vscode from 'vscode';
import { isIndex, READ_FROM_ANY_VIEW, type FromAnyView, type ToAnyView } from '../../protocol/common.js';
import { packMessage, type Packed } from '../../protocol/packedNames.js';
import { viewHtml, viewRoot } from './html.js';
import { safe } from '../../core/render/safe.js';
import { reporting } from '../ui/commands.js';
import { notify, tellInStatusBar } from '../ui/notify.js';
import { saveChart } from './saveChart.js';
import type { HostServices } from '../ui/services.js';
import { messageOf } from '../../core/texts/messageOf.js';

/** What a view is to the host. */
export interface ViewKind<In> {
  /** Its page: `dist/webview/<page>.js`. */
  readonly page: string;
  readonly title: string;
  /** A message from the view, or null for anything that is none. */
  readonly parse: (data: unknown) => In | FromAnyView | null;
}

/** What the host does with a view. */
export interface ViewEnds<In> {
  /** The view can draw: it wants everything. What this throws is shown in the view. */
  readonly ready: () => void | Promise<void>;
  /**
   * Does what the view asks for. A request (a message with a number) is answered with what comes back: a sentence why
   * it was refused, or nothing; and with the error when this throws.
   */
  readonly answer: (message: In) => Answer | Promise<Answer>;
  /** Shows as text what the view shows. */
  readonly asText: () => void;
  /** The file that the view shows, or the first of them: beside it lies what is saved of it. Null for none. */
  readonly shown: () => vscode.Uri | null;
}

/** Why a request was refused; null or nothing when it was not. */
export type Answer = string | null | void;

/** The line to one webview: sets up its page, lets no message through that is none, and does what any view may ask for. */
export class ViewChannel<In extends object, Out extends object> implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #panel: vscode.WebviewPanel;
  #hasAsked = false;
  readonly #webview: vscode.Webview;
  readonly #kind: ViewKind<In>;
  readonly #services: HostServices;
  readonly #ends: ViewEnds<In>;

  constructor(panel: vscode.WebviewPanel, kind: ViewKind<In>, services: HostServices, ends: ViewEnds<In>) {
    const { webview } = panel;
    this.#panel = panel;
    this.#webview = webview;
    this.#kind = kind;
    this.#services = services;
    this.#ends = ends;

    webview.options = { enableScripts: true, localResourceRoots: [viewRoot(services.extensionUri)] };
    this.#subscriptions.push(
      webview.onDidReceiveMessage((data: unknown) => this.#receive(data)),
      services.views.add(this),
    );
    webview.html = viewHtml(webview, services.extensionUri, kind.page, kind.title);
  }

  /** Whether the user is in it. */
  get isActive(): boolean {
    return this.#panel.active;
  }

  /** Whether the view has said that it can draw. */
  get isReady(): boolean {
    return this.#hasAsked;
  }

  /** Sends a message, or nothing as long as the view has not said that it is ready. */
  post(message: Out | ToAnyView | Packed<Out>): void {
    if (this.isReady) void this.#webview.postMessage(packMessage(message));
  }

  /** Says in the view, in place of what it shows, why that can't be made. */
  fail(error: unknown): void {
    this.#services.log.error(`The ${this.#kind.page} view can't be filled:`, String(error));
    this.post({ type: 'failed', problem: messageOf(error) });
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #receive(data: unknown): void {
    const message = this.#kind.parse(data);
    if (message === null)
      this.#services.log.error(
        `The ${this.#kind.page} view sent a message that is none of ours.`,
        JSON.stringify(data)?.slice(0, 200) ?? '',
      );
    else if (isCommon(message)) this.#answerCommon(message);
    else void this.#answer(message);
  }

  async #answer(message: In): Promise<void> {
    let problem: Answer;
    try {
      problem = await this.#ends.answer(message);
    } catch (error) {
      this.#services.log.error(`A message of the ${this.#kind.page} view failed:`, String(error));
      problem = messageOf(error);
    }
    if ('id' in message && isIndex(message.id)) this.post({ type: 'answer', id: message.id, problem: problem ?? null });
  }

  #answerCommon(message: FromAnyView): void {
    switch (message.type) {
      case 'ready':
        this.#hasAsked = true;
        void this.#fill();
        break;
      case 'copy':
        void vscode.env.clipboard.writeText(message.text);
        tellInStatusBar(safe`Copied ${message.what}`, 3000);
        break;
      case 'error':
        this.#services.log.error(`The ${this.#kind.page} view: ${message.message}`);
        break;
      case 'layout':
        this.#services.layouts.keep(this.#kind.page, message.layout);
        break;
      case 'asText':
        this.#ends.asText();
        break;
      case 'saveChart':
        void reporting(this.#services, () => saveChart(this.#ends.shown(), message));
        break;
      case 'noChart':
        void notify('info', safe`There is no chart in sight with anything to save.`);
        break;
    }
  }

  async #fill(): Promise<void> {
    const layout = this.#services.layouts.of(this.#kind.page);
    if (layout) this.post({ type: 'layout', layout });
    try {
      await this.#ends.ready();
    } catch (error) {
      this.fail(error);
    }
  }
}

function isCommon<In extends object>(message: In | FromAnyView): message is FromAnyView {
  return 'type' in message && Object.hasOwn(READ_FROM_ANY_VIEW, String(message.type));
}
