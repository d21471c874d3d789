import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { linkExtension } from './linkExtension.js';
import { installRoot, root, samples } from './paths.js';
import { quietSettings } from './settings.js';
import { VsCodeServer } from './vsCodeServer.js';
import { workbenchUrl } from './workbenchUrl.js';

/** The samples are in a repository, whose earlier versions they can be compared with. */
const inRepository = { 'git.openRepositoryInParentFolders': 'always' };

/** `npm start` without a desktop VS Code: the one from npm, in the default browser. */
async function main(): Promise<void> {
  const dataFolder = join(installRoot, 'start');
  const extensionsFolder = join(dataFolder, 'extensions');
  // Only ever the extension of this checkout, whatever was there before.
  await rm(extensionsFolder, { recursive: true, force: true });
  linkExtension(root, extensionsFolder);
  const server = await VsCodeServer.start({ dataFolder, extensionsFolder, port: Number(process.env['PORT'] ?? 0) });
  // Settings that someone made here are kept from one start to the next.
  if (!existsSync(server.settingsPath))
    server.writeSettings({ ...quietSettings, 'security.workspace.trust.enabled': false, ...inRepository });
  const url = workbenchUrl({ authority: server.authority, folder: samples });
  console.log(`\nVS Code with Calibration Tables is at\n\n  ${url}\n\nCtrl+C ends it.\n`);
  openInBrowser(url);
}

/** Where there is no browser to open, the printed address is enough. */
function openInBrowser(url: string): void {
  const [command, ...args] = opener(url);
  if (!command) return;
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

function opener(url: string): string[] {
  if (process.platform === 'darwin') return ['open', url];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
