import * as vscode from 'vscode';
import type { FromAnyView } from '../protocol.js';
import { viewHtml, viewRoot } from './html.js';
import type { HostServices } from './services.js';

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
  private readonly subscription: vscode.Disposable;
  private hasAsked = false;

  constructor(
    private readonly webview: vscode.Webview,
    private readonly kind: ViewKind<In>,
    private readonly services: HostServices,
    private readonly ends: ViewEnds<In>,
  ) {
    webview.options = { enableScripts: true, localResourceRoots: [viewRoot(services.extensionUri)] };
    this.subscription = webview.onDidReceiveMessage((data: unknown) => this.receive(data));
    webview.html = viewHtml(webview, services.extensionUri, kind.page, kind.title);
  }

  /** Whether the view has said that it can draw. */
  get isReady(): boolean {
    return this.hasAsked;
  }

  /** Sends a message, or nothing as long as the view has not said that it is ready. */
  post(message: Out): void {
    if (this.isReady) void this.webview.postMessage(message);
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private receive(data: unknown): void {
    const message = this.kind.parse(data);
    if (message === null)
      this.services.log.error(
        `The ${this.kind.page} view sent a message that is none of ours.`,
        JSON.stringify(data)?.slice(0, 200) ?? '',
      );
    else if (isCommon(message)) this.answerCommon(message);
    else this.ends.answer(message);
  }

  private answerCommon(message: FromAnyView): void {
    switch (message.type) {
      case 'ready':
        this.hasAsked = true;
        this.ends.ready();
        break;
      case 'copy':
        void vscode.env.clipboard.writeText(message.text);
        vscode.window.setStatusBarMessage(`Copied ${message.what}`, 3000);
        break;
      case 'error':
        this.services.log.error(`The ${this.kind.page} view:`, message.message);
        break;
    }
  }
}

function isCommon<In>(message: In | FromAnyView): message is FromAnyView {
  return ['ready', 'copy', 'error'].includes((message as FromAnyView).type);
}
