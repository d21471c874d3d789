import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import type { Page } from 'playwright-core';
import { ensureVsCode } from '../ensureVsCode.js';
import type { HostServer } from '../hostServer.js';
import type { Settings } from '../settings.js';
import { answerDisk } from './diskRequests.js';
import { hasBackup } from './hasBackup.js';
import { isOfRemote, withoutRemote } from './withoutRemote.js';
import { workbenchPage } from './workbenchPage.js';

/** Schemes of the extension `disk`: VS Code can search the first, the second only has files. */
export type DiskScheme = 'testdisk' | 'plaindisk';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Serves a VS Code without a remote: extensions run in a web worker of the page, files are those of this machine, over HTTP. */
export class WebHostServer implements HostServer {
  readonly #server: Server;
  readonly #vsCode: string;
  readonly #extensions: readonly string[];
  readonly #scheme: DiskScheme;
  #settings: Settings = {};

  private constructor(server: Server, vsCode: string, extensions: readonly string[], scheme: DiskScheme) {
    this.#server = server;
    this.#vsCode = vsCode;
    this.#extensions = [join(__dirname, 'disk'), ...extensions];
    this.#scheme = scheme;
  }

  /** @param extensions folders of extensions with a `browser` entry */
  static async start(extensions: readonly string[], scheme: DiskScheme = 'testdisk'): Promise<WebHostServer> {
    const { folder } = await ensureVsCode();
    const server = createServer((request, response) => {
      host.#answer(request, response).catch((error: unknown) => {
        // A page that lacks a script says nothing of why.
        console.error(error);
        if (!response.headersSent) response.writeHead(500);
        response.end(String(error));
      });
    });
    const host = new WebHostServer(server, folder, extensions, scheme);
    await new Promise<void>((done, refuse) => server.once('error', refuse).listen(0, '127.0.0.1', done));
    return host;
  }

  writeSettings(settings: Settings): void {
    this.#settings = settings;
  }

  /** With no remote VS Code takes the folder for a whole URI. */
  windowUrl(folder: string): string {
    return `http://${this.#authority}/?folder=${encodeURIComponent(`${this.#scheme}://${folder}`).replaceAll('%2F', '/')}`;
  }

  hasKept(_since: number, page: Page): Promise<boolean> {
    return page.evaluate(hasBackup);
  }

  async stop(): Promise<void> {
    const closed = new Promise((done) => this.#server.close(done));
    this.#server.closeAllConnections();
    await closed;
  }

  get #authority(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${this.#authority}`);
    const path = decodeURIComponent(url.pathname);
    const [, place = '', rest = ''] = /^\/(\w+)\/(.*)$/.exec(path) ?? [];
    if (path === '/') return send(response, '.html', this.#page());
    if (place === 'disk') return answerDisk(request, response, url);
    if (place === 'static') return sendFile(response, this.#vsCode, rest);
    const [, number = '', file = ''] = /^(\d+)\/(.*)$/.exec(rest) ?? [];
    if (place === 'extensions') return sendFile(response, this.#extensions[Number(number)], file);
    response.writeHead(404).end();
  }

  #page(): string {
    return workbenchPage({
      vsCode: this.#vsCode,
      authority: this.#authority,
      extensions: this.#extensions.map((_, at) => `/extensions/${at}`),
      settings: this.#settings,
    });
  }
}

async function sendFile(response: ServerResponse, folder: string | undefined, path: string): Promise<void> {
  const full = folder && normalize(join(folder, path));
  const inside = full?.startsWith(normalize(`${folder}${sep}`));
  const bytes = full && inside && (await readFile(full).catch(() => undefined));
  if (!bytes) return void response.writeHead(404).end();
  send(response, extname(full), isOfRemote(full.replaceAll(sep, '/')) ? withoutRemote(bytes.toString('utf8')) : bytes);
}

function send(response: ServerResponse, extension: string, body: string | Uint8Array): void {
  response.writeHead(200, {
    'content-type': TYPES[extension] ?? 'application/octet-stream',
    // A build between two runs changes what stands there.
    'cache-control': 'no-cache',
    // A webview's page is of another origin.
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    // The one of webviews answers for all below.
    ...(extension === '.js' ? { 'service-worker-allowed': '/' } : {}),
  });
  response.end(body);
}
