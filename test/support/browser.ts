import { type Browser, chromium } from 'playwright-core';
import { ensureBrowser } from './ensureBrowser.js';

/** A headless browser that can reach this machine only: whatever else a page asks for fails, and shows up in the traffic. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await ensureBrowser();
  return chromium.launch({ executablePath, env: { ...process.env, ...env }, args: browserArguments() });
}

function browserArguments(): string[] {
  return [
    // As root, as in most containers, Chromium runs without its sandbox or not at all.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-dev-shm-usage',
    ...[
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
    ],
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ];
}
