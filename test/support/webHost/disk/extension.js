// A file system over HTTP: the disk of the machine that serves the page. Runs in the web worker extension host.
const vscode = require('vscode');

const SEARCHED = 'testdisk';
const SCHEMES = [SEARCHED, 'plaindisk'];

exports.activate = ({ extensionUri, subscriptions }) => {
  const disk = new Disk(extensionUri.with({ path: '/disk/' }).toString(true));
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  subscriptions.push(
    ...folders.filter(({ scheme }) => SCHEMES.includes(scheme)).map((uri) => disk.follow(uri)),
    ...SCHEMES.map((scheme) => vscode.workspace.registerFileSystemProvider(scheme, disk, { isCaseSensitive: true })),
    // Proposed in every VS Code so far: without it Ctrl+P finds nothing.
    vscode.workspace.registerFileSearchProvider(SEARCHED, {
      provideFileSearchResults: (_query, { folder }) => disk.all(folder),
    }),
    vscode.commands.registerCommand('disk.where', () => vscode.env.clipboard.writeText(JSON.stringify(where()))),
  );
};

/** What proves in which host this runs. */
function where() {
  return {
    uiKind: vscode.UIKind[vscode.env.uiKind],
    remoteName: vscode.env.remoteName ?? null,
    appHost: vscode.env.appHost,
    worker: globalThis.WorkerGlobalScope !== undefined && globalThis instanceof globalThis.WorkerGlobalScope,
    process: typeof process,
    scheme: vscode.workspace.workspaceFolders?.[0]?.uri.scheme,
    isActive: vscode.extensions.getExtension('calibration-tables.calibration-tables')?.isActive,
  };
}

class Disk {
  #server;
  #changes = new vscode.EventEmitter();
  onDidChangeFile = this.#changes.event;

  constructor(server) {
    this.#server = server;
  }

  /** One stream for all: a browser holds six connections to a server, and every watched file would take one. */
  follow(folder) {
    const source = new EventSource(this.#url('watch', folder.path));
    source.onmessage = ({ data }) => {
      const { type, path } = JSON.parse(data);
      this.#changes.fire([{ type: vscode.FileChangeType[type], uri: folder.with({ path }) }]);
    };
    return new vscode.Disposable(() => source.close());
  }

  watch() {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri) {
    return (await this.#ask('GET', 'stat', uri)).json();
  }

  async readDirectory(uri) {
    return (await this.#ask('GET', 'list', uri)).json();
  }

  async readFile(uri) {
    return new Uint8Array(await (await this.#ask('GET', 'file', uri)).arrayBuffer());
  }

  async writeFile(uri, content, { create, overwrite }) {
    await this.#ask('PUT', 'file', uri, { create, overwrite }, content);
  }

  async createDirectory(uri) {
    await this.#ask('POST', 'folder', uri);
  }

  async delete(uri, { recursive }) {
    await this.#ask('POST', 'delete', uri, { recursive });
  }

  async rename(from, to, { overwrite }) {
    await this.#ask('POST', 'rename', from, { to: to.path, overwrite });
  }

  async all(folder) {
    const paths = await (await this.#ask('GET', 'all', folder)).json();
    return paths.map((path) => folder.with({ path }));
  }

  #url(what, path, options = {}) {
    return `${this.#server}${what}?${new URLSearchParams({ path, ...options })}`;
  }

  async #ask(method, what, uri, options, body) {
    const answer = await fetch(this.#url(what, uri.path, options), { method, body });
    if (answer.ok) return answer;
    const { code, message } = await answer.json().catch(() => ({ message: answer.statusText }));
    throw code in vscode.FileSystemError
      ? vscode.FileSystemError[code](uri)
      : vscode.FileSystemError.Unavailable(message);
  }
}
