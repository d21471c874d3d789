import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { type HostServer, inWebHost } from './hostServer.js';
import { linkExtension } from './linkExtension.js';
import { root } from './paths.js';
import { temporaryFolder } from './temporary.js';
import { VsCodeServer } from './vsCodeServer.js';
import { WebHostServer } from './webHost/webHostServer.js';

/** The server and the browser that all test files of a run share. */
export interface Session {
  readonly server: HostServer;
  readonly browser: Browser;
}

/** Where the tests' own extension writes something else each time that it has tidied up a window. */
export const tidiedPath = join(temporaryFolder('tidied'), 'last');

let shared: Promise<Session> | undefined;

/** Started by the first who asks. */
export function session(): Promise<Session> {
  shared ??= start();
  return shared;
}

export async function endSession(): Promise<void> {
  const running = await shared?.catch(() => undefined);
  shared = undefined;
  await running?.browser.close();
  await running?.server.stop();
}

async function start(): Promise<Session> {
  const server = await (inWebHost ? WebHostServer.start(extensions) : nodeHost());
  try {
    return { server, browser: await launchBrowser() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Ours, and the tests' own. */
const extensions = [root, join(__dirname, 'tidyUp')];

function nodeHost(): Promise<VsCodeServer> {
  const extensionsFolder = temporaryFolder('extensions');
  for (const extension of extensions) linkExtension(extension, extensionsFolder);
  return VsCodeServer.start({ dataFolder: temporaryFolder('server'), extensionsFolder, lean: true });
}
