import * as vscode from 'vscode';
import { detect } from '../../core/formats/index.js';

/** Larger files are not read for a list. */
const MOST_BYTES = 512 * 1024;
/** So many at once: a list waits for files, not for a processor. */
const AT_ONCE = 8;

/** What a file is to a table that something is chosen for. */
export interface Likeness {
  readonly uri: vscode.Uri;
  /** False for what has a table's name only. */
  readonly isTable: boolean;
  /** How many of the table's names it has; null where that is not known. */
  readonly shared: number | null;
}

/** Tells of each file whether it is a table, and how many of some names it has. Never throws: what can't be read stays in the list. */
export async function likenessOf(
  uris: readonly vscode.Uri[],
  names: ReadonlySet<string> | null,
): Promise<readonly Likeness[]> {
  const found: Likeness[] = [];
  for (let at = 0; at < uris.length; at += AT_ONCE)
    found.push(...(await Promise.all(uris.slice(at, at + AT_ONCE).map((uri) => lookAt(uri, names)))));
  return found;
}

/** The names of a table; null for what is none, or too large. */
export async function namesIn(uri: vscode.Uri): Promise<ReadonlySet<string> | null> {
  const table = await readSmall(uri);
  return table instanceof Set ? table : null;
}

async function lookAt(uri: vscode.Uri, names: ReadonlySet<string> | null): Promise<Likeness> {
  const own = await readSmall(uri);
  if (own === 'foreign') return { uri, isTable: false, shared: null };
  if (own === 'unknown' || names === null) return { uri, isTable: true, shared: null };
  return { uri, isTable: true, shared: [...own].filter((name) => names.has(name)).length };
}

async function readSmall(uri: vscode.Uri): Promise<ReadonlySet<string> | 'foreign' | 'unknown'> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MOST_BYTES) return 'unknown';
    const bytes = await vscode.workspace.fs.readFile(uri);
    const detection = detect(bytes, uri.path);
    return detection.kind === 'table' ? new Set(detection.format.read(bytes).table.names) : 'foreign';
  } catch {
    return 'unknown';
  }
}
