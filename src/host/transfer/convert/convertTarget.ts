import * as vscode from 'vscode';
import { safe } from '../../../core/render/safe.js';
import { askNewFile } from '../../ui/ask.js';
import { baseName } from '../../ui/baseName.js';
import type { WritableFormat } from '../../../core/formats/format.js';
import { t } from '../../../core/texts/translate.js';

/** Asks where to write, beside the source by default; the dialog itself asks before it gives a name that exists. */
export function askTarget(source: vscode.Uri, format: WritableFormat): Thenable<vscode.Uri | undefined> {
  const [extension = ''] = format.extensions;
  return askNewFile({
    title: safe`Convert to ${format.label}`,
    saveLabel: t`Convert`,
    defaultUri: vscode.Uri.joinPath(source, '..', suggestedName(source, extension)),
    filters: { [format.label]: format.extensions, [t`All Files`]: ['*'] },
  });
}

/** Asks where a Q/DQ model goes without its pairs. */
export function askPlainTarget(source: vscode.Uri): Promise<vscode.Uri | undefined> {
  const name = `${baseName(source).replace(/(?:[-_.]qdq)?\.onnx$/i, '')}-plain.onnx`;
  return Promise.resolve(
    askNewFile({
      title: safe`Write the model without its pairs`,
      saveLabel: t`Write`,
      defaultUri: vscode.Uri.joinPath(source, '..', name),
      filters: { [t`ONNX models`]: ['onnx'], [t`All Files`]: ['*'] },
    }),
  );
}

/** Lower case, as nvdla_compiler lower-cases the path that it is given. */
export function suggestedName(source: vscode.Uri, extension: string): string {
  const stem = baseName(source)
    .replace(/\.[^.]+$/, '')
    .toLowerCase();
  return `${stem || 'calib'}.${extension}`;
}
