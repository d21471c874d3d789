import type { Page } from 'playwright-core';
import type { Settings } from './settings.js';

/** What gives browser tests a VS Code, whichever extension host it has: Node's on a server, or the worker in the browser. */
export interface HostServer {
  /** Replaces the user's settings, for windows that are opened from now on. */
  writeSettings(settings: Settings): void;
  /** The address of a window on a folder of this machine. */
  windowUrl(folder: string): string;
  /** Whether hot exit has put something by since a time (as of `Date.now`). */
  hasKept(since: number, page: Page): Promise<boolean>;
  stop(): Promise<void>;
}

/** Whether this run's browser tests use the extension host in the browser. */
export const inWebHost = process.env['CALIBRATION_TABLES_HOST'] === 'web';
