import * as vscode from 'vscode';
import { safeMessage } from '../../core/render/safe.js';
import { askInDialog, notify } from './notify.js';
import type { HostServices } from './services.js';

/** How a command's errors reach who called it. */
export interface CommandOptions<A extends unknown[]> {
  /** A caller that gives all answers itself is asked nothing, and hears of errors itself, too. */
  readonly isAnswered?: (...args: A) => boolean;
}

/** Registers `calibrationTables.<name>`: the only way to, so that no error of a command is lost. */
export function registerCommand<A extends unknown[], R>(
  services: HostServices,
  name: string,
  run: (...args: A) => R,
  { isAnswered = () => false }: CommandOptions<A> = {},
): vscode.Disposable {
  return vscode.commands.registerCommand(`calibrationTables.${name}`, async (...args: A) => {
    if (!isAnswered(...args)) return reporting(services, () => run(...args));
    try {
      return await run(...args);
    } catch (error) {
      // VS Code shows what a command throws when a key runs it.
      throw new Error(safeMessage(error), { cause: error });
    }
  });
}

/** Does something for the user; what goes wrong is told and logged, and answered by undefined. */
export async function reporting<T>(services: HostServices, run: () => T): Promise<Awaited<T> | undefined> {
  try {
    return await run();
  } catch (error) {
    reportError(services, error);
    return undefined;
  }
}

/**
 * Tells the user what went wrong, and leaves where in the log.
 * @param where a dialog for what happens in a view with a button to try again, which a notification would lie over
 */
export function reportError(
  { log }: HostServices,
  error: unknown,
  where: 'notification' | 'dialog' = 'notification',
): void {
  log.error('A command failed.', error);
  const message = safeMessage(error);
  void (where === 'dialog' ? askInDialog('error', { message, buttons: [] }) : notify('error', message));
}
