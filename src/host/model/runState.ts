/** What a run was made of, told apart from what lies there now: results of other bytes are old. */
import * as vscode from 'vscode';
import { currentBytes } from '../editor/readTable.js';
import type { HostServices } from '../ui/services.js';
import { inputUris } from './inputFiles.js';
import type { RunAsked } from './runAsked.js';

/** By URI: of tables what they hold, unsaved edits too, of other files size and time. */
export type RunState = Readonly<Record<string, string>>;

/** What the files of a run are now; what can't be read is nothing. */
export async function stateOf(asked: RunAsked, services: HostServices): Promise<RunState> {
  const tables = [asked.table, ...asked.others].map(async (uri) => [uri, await contentOf(uri, services)] as const);
  const files = [asked.model, ...(await inputsOf(asked))].map(async (uri) => [uri, await fileState(uri)] as const);
  return Object.fromEntries(await Promise.all([...tables, ...files]));
}

export function isSame(a: RunState, b: RunState): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

async function inputsOf({ inputs }: RunAsked): Promise<string[]> {
  if ('noise' in inputs) return [];
  const uris = inputs.uris.map((uri) => vscode.Uri.parse(uri));
  return (await inputUris(uris).catch(() => uris)).map(String);
}

async function contentOf(uri: string, services: HostServices): Promise<string> {
  try {
    const digest = await crypto.subtle.digest(
      'SHA-256',
      new Uint8Array(await currentBytes(vscode.Uri.parse(uri), services)),
    );
    return [...new Uint8Array(digest)].join(' ');
  } catch {
    return '';
  }
}

async function fileState(uri: string): Promise<string> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri));
    return `${mtime} ${size}`;
  } catch {
    return '';
  }
}
