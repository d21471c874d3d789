import type { CommandLine } from './terminalCommand.js';

/** No processes in a browser. */
export function commandLine(): CommandLine | null {
  return null;
}

export async function offerInTerminal(): Promise<void> {
  // And no terminals.
}
