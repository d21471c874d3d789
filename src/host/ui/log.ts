import * as vscode from 'vscode';
import { escapeControls } from '../../core/render/escape.js';

/** The output channel of the extension. A name with line breaks can't forge lines in it. */
export class Log implements vscode.Disposable {
  readonly #channel = vscode.window.createOutputChannel('Calibration Tables', { log: true });

  info(message: string): void {
    this.#channel.info(escapeControls(message));
  }

  warn(message: string): void {
    this.#channel.warn(escapeControls(message));
  }

  /** @param cause what was thrown; its stack is written out line by line */
  error(message: string, cause?: unknown): void {
    this.#channel.error([message, ...linesOf(cause)].map(escapeControls).join('\n'));
  }

  dispose(): void {
    this.#channel.dispose();
  }
}

function linesOf(cause: unknown): string[] {
  if (cause === undefined) return [];
  if (!(cause instanceof Error)) return [String(cause)];
  // The stack begins with the message, whose own line breaks are none of the log's.
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${cause.name}: ${cause.message}`, ...frames];
}
