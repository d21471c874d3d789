import * as vscode from 'vscode';
import type { FromAnyView } from '../../protocol/common.js';
import { viewHtml, viewRoot } from './html.js';
import { safe } from '../../core/render/safe.js';
import { tellInStatusBar } from '../ui/notify.js';
import type { HostServices } from '../ui/services.js';

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
  /** The view can draw: it wants everything. */
  readonly ready: () => void;
  readonly answer: (message: In) => void;
}

/** The line to one webview: sets up its page, lets no message through that is none, and does what any view may ask for. */
export class ViewChannel<In, Out> implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  #hasAsked = false;
  readonly #webview: vscode.Webview;
  readonly #kind: ViewKind<In>;
  readonly #services: HostServices;
  readonly #ends: ViewEnds<In>;

  constructor(webview: vscode.Webview, kind: ViewKind<In>, services: HostServices, ends: ViewEnds<In>) {
    this.#webview = webview;
    this.#kind = kind;
    this.#services = services;
    this.#ends = ends;

    webview.options = { enableScripts: true, localResourceRoots: [viewRoot(services.extensionUri)] };
    this.#subscription = webview.onDidReceiveMessage((data: unknown) => this.#receive(data));
    webview.html = viewHtml(webview, services.extensionUri, kind.page, kind.title);
  }

  /** Whether the view has said that it can draw. */
  get isReady(): boolean {
    return this.#hasAsked;
  }

  /** Sends a message, or nothing as long as the view has not said that it is ready. */
  post(message: Out): void {
    if (this.isReady) void this.#webview.postMessage(message);
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #receive(data: unknown): void {
    const message = this.#kind.parse(data);
    if (message === null)
      this.#services.log.error(
        `The ${this.#kind.page} view sent a message that is none of ours.`,
        JSON.stringify(data)?.slice(0, 200) ?? '',
      );
    else if (isCommon(message)) this.#answerCommon(message);
    else this.#ends.answer(message);
  }

  #answerCommon(message: FromAnyView): void {
    switch (message.type) {
      case 'ready':
        this.#hasAsked = true;
        this.#ends.ready();
        break;
      case 'copy':
        void vscode.env.clipboard.writeText(message.text);
        tellInStatusBar(safe`Copied ${message.what}`, 3000);
        break;
      case 'error':
        this.#services.log.error(`The ${this.#kind.page} view: ${message.message}`);
        break;
    }
  }
}

function isCommon<In>(message: In | FromAnyView): message is FromAnyView {
  return ['ready', 'copy', 'error'].includes((message as FromAnyView).type);
}
