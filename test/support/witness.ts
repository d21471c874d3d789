import type { BrowserContext, ConsoleMessage, Page, Request } from 'playwright-core';

const local = '127.0.0.1';

export interface HeardMessage {
  readonly type: string;
  readonly text: string;
  readonly url: string;
}

/** Hears all that the pages of a browser context say and ask for, webviews, workers and service workers included. */
export class Witness {
  readonly messages: HeardMessage[] = [];
  readonly #requests = new Set<Request>();
  readonly #answeredHere = new Set<Request>();
  readonly #answeredElsewhere = new Set<Request>();
  readonly #broken = new Set<Request>();
  readonly #sockets: string[] = [];

  constructor(context: BrowserContext) {
    context.on('request', (request) => this.#requests.add(request));
    context.on('response', (response) => {
      (response.fromServiceWorker() ? this.#answeredHere : this.#answeredElsewhere).add(response.request());
    });
    context.on('requestfailed', (request) => {
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') this.#broken.add(request);
    });
    context.on('console', (message) => this.#hear(message));
    context.on('weberror', (error) =>
      this.messages.push({ type: 'uncaught', text: String(error.error().stack), url: '' }),
    );
    context.on('page', (page: Page) => page.on('websocket', (socket) => this.#sockets.push(socket.url())));
  }

  /** Begins anew, for other tests in the same window. */
  forget(): void {
    this.messages.length = 0;
    this.#sockets.length = 0;
    for (const requests of [this.#requests, this.#answeredHere, this.#answeredElsewhere, this.#broken])
      requests.clear();
  }

  /** What the browser refused because of a content security policy, in any frame. */
  get policyViolations(): string[] {
    return this.messages
      .filter(({ text }) => /Content Security Policy/i.test(text))
      .map(({ text, url }) => `${text} (${url})`);
  }

  /**
   * URLs for which something left, or would have left, for another machine. A webview's own files have a made-up remote host
   * too, but the service worker of the webview answers for it and nothing goes out: those are not counted.
   */
  get foreignRequests(): string[] {
    const asked = [...this.#requests].filter((request) => !this.#stayedHere(request)).map((request) => request.url());
    return [...asked, ...this.#sockets].filter((url) => isForeign(new URL(url)));
  }

  /** A webview that goes while it loads leaves requests without an answer; had they got past its service worker, they had failed. */
  #stayedHere(request: Request): boolean {
    return (
      this.#answeredHere.has(request) ||
      (isWebviewFile(request) && !this.#broken.has(request) && !this.#answeredElsewhere.has(request))
    );
  }

  /** What the extension wrote to its console, in the host or in a webview. */
  saidBy(marker: string | RegExp): string[] {
    return this.messages
      .map(({ text }) => text)
      .filter((text) => (typeof marker === 'string' ? text.includes(marker) : marker.test(text)));
  }

  #hear(message: ConsoleMessage): void {
    this.messages.push({ type: message.type(), text: message.text(), url: message.location().url });
  }
}

function isForeign({ protocol, hostname }: URL): boolean {
  return /^(https?|wss?):$/.test(protocol) && hostname !== local;
}

function isWebviewFile(request: Request): boolean {
  return new URL(request.url()).hostname.endsWith('.vscode-resource.vscode-cdn.net');
}
