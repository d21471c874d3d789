import * as vscode from 'vscode';
import type { NoticesMessage } from '../../protocol.js';
import type { TableFile } from './document.js';

/** Sentences that a view of this file has to show now. */
export function noticesFor({ uri }: TableFile): NoticesMessage['notices'] {
  const textIsDirty = vscode.workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === uri.toString());
  if (!textIsDirty) return [];
  return [{
    severity: 'warning',
    text: 'This file has unsaved changes in a text editor. They are not shown here, and whichever is saved last wins.',
    action: { label: 'Show Text', command: 'openAsText' },
  }];
}
