import * as vscode from 'vscode';
import type { Finding } from '../../core/findings/finding.js';
import { detect, type Foreign } from '../../core/formats/index.js';
import type { TableDocument } from '../../core/formats/format.js';

/** Files above this are read only when the user asks for it: a table of a million tensors has some 50 MB. */
export const LARGE_FILE_BYTES = 256 * 1024 * 1024;

/** What a file turned out to be. */
export type Content =
  | {
      readonly kind: 'table';
      readonly document: TableDocument;
      /** What the rules say of it, when that was found along with reading. */
      readonly checked?: readonly Finding[];
    }
  | { readonly kind: 'foreign'; readonly foreign: Foreign }
  | { readonly kind: 'tooLarge'; readonly size: number };

/** Detects and reads bytes; never throws on content. */
export type ReadContent = (bytes: Uint8Array, uri: vscode.Uri) => Content | Promise<Content>;

/** Detects and reads bytes here and now. */
export function contentOf(bytes: Uint8Array, uri: vscode.Uri): Content {
  const detection = detect(bytes, uri.path);
  if (detection.kind === 'table') {
    return { kind: 'table', document: detection.format.read(bytes) };
  }
  return { kind: 'foreign', foreign: detection.foreign };
}

/** Bytes of a file, or null when it is larger than the limit. Throws what the file system throws. */
export async function readWithin(uri: vscode.Uri, limit: number): Promise<{ bytes: Uint8Array | null; size: number }> {
  const { size } = await vscode.workspace.fs.stat(uri);
  return { bytes: size > limit ? null : await vscode.workspace.fs.readFile(uri), size };
}
