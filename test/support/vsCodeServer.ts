import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assertFree } from './assertFree.js';
import { builtinExtensions } from './builtinExtensions.js';
import { ensureVsCode } from './ensureVsCode.js';
import type { HostServer } from './hostServer.js';
import { Leashed } from './leashed.js';
import type { Settings } from './settings.js';
import { workbenchUrl } from './workbenchUrl.js';

export interface ServerOptions {
  /** Where the server keeps user data and logs. */
  readonly dataFolder: string;
  /** Whether tests run in the extension host, rather than a person or a browser test works with it. */
  readonly forTests?: boolean;
  /** Where installed extensions are; by default an empty folder among the data. */
  readonly extensionsFolder?: string;
  /** A free one by default. */
  readonly port?: number;
  /** Whether it has only those of VS Code's own extensions that our tests look at: each costs every window. */
  readonly lean?: boolean;
  /** Environment variables for the server, and so for the extension host. */
  readonly env?: NodeJS.ProcessEnv;
}

/** A VS Code server that listens on this machine alone. */
export class VsCodeServer implements HostServer {
  readonly #process: Leashed;
  readonly #dataFolder: string;

  private constructor(
    process: Leashed,
    dataFolder: string,
    /** Host and port as they stand in URLs. */
    readonly authority: string,
  ) {
    this.#process = process;
    this.#dataFolder = dataFolder;
  }

  static async start(options: ServerOptions): Promise<VsCodeServer> {
    if (options.port) await assertFree(options.port);
    const { node, serverMain, folder } = await ensureVsCode();
    const lean = options.lean ? ['--builtin-extensions-dir', builtinExtensions(folder)] : [];
    const process = new Leashed(
      node,
      [serverMain, ...serverArguments(options), ...lean],
      serverEnvironment(options.env),
    );
    try {
      const [, port] = await process.line(/Extension host agent listening on (\d+)/, 60_000);
      return new VsCodeServer(process, options.dataFolder, `127.0.0.1:${port}`);
    } catch (error) {
      await process.stop();
      throw error;
    }
  }

  /** Replaces the user's settings; a workbench that is open follows. */
  writeSettings(settings: Settings): void {
    mkdirSync(dirname(this.settingsPath), { recursive: true });
    writeFileSync(this.settingsPath, JSON.stringify(settings, undefined, 2));
  }

  get settingsPath(): string {
    return join(this.#dataFolder, 'data', 'User', 'settings.json');
  }

  windowUrl(folder: string): string {
    return workbenchUrl({ authority: this.authority, folder });
  }

  hasKept(since: number): Promise<boolean> {
    const folder = join(dirname(this.settingsPath), 'Backups');
    const paths = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
    const entries = paths.map((path) => statSync(join(folder, path)));
    return Promise.resolve(entries.some((entry) => entry.isFile() && entry.mtimeMs >= since));
  }

  /** The exit code of the first extension host that ends. */
  async extensionHostExit(milliseconds: number): Promise<number> {
    const [, code] = await this.#process.line(/Extension Host Process exited with code: (\w+)/, milliseconds);
    return code === '0' ? 0 : Number(code) || 1;
  }

  stop(): Promise<void> {
    return this.#process.stop();
  }
}

function serverArguments({ dataFolder, extensionsFolder, port, forTests }: ServerOptions): string[] {
  return [
    ...[
      '--host',
      '127.0.0.1',
      '--port',
      String(port ?? 0),
      '--without-connection-token',
      '--accept-server-license-terms',
    ],
    ...['--server-data-dir', dataFolder, '--extensions-dir', extensionsFolder ?? join(dataFolder, 'extensions')],
    ...['--telemetry-level', 'off'],
    // Without this a built VS Code ignores the tests in the URL; with it, it shows no notifications.
    ...(forTests ? ['--enable-smoke-test-driver'] : []),
    // How long an extension host waits for a page that is gone; by default it would for hours.
    ...['--reconnection-grace-time', '10'],
  ];
}

/** The server must neither take the variables of a VS Code that we may run in for its own, nor look for extensions on the net. */
function serverEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name));
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...extra };
}
