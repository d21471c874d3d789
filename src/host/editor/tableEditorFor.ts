import * as vscode from 'vscode';
import { fits } from '../../core/formats/fileNames.js';
import { TABLE_EDITOR } from './viewTypes.js';
import { baseName } from '../ui/baseName.js';
import type { HostServices } from '../ui/services.js';

interface Contribution {
  readonly viewType: string;
  readonly selector: readonly { readonly filenamePattern: string }[];
}

/** The contribution of our editor whose file names fit: under the other one VS Code would show an id for a label and no icon. */
export function tableEditorFor(uri: vscode.Uri, { extensionUri }: HostServices): string {
  const ours = vscode.extensions.all.find((extension) => extension.extensionUri.toString() === extensionUri.toString());
  const { contributes } = (ours?.packageJSON ?? {}) as { contributes?: { customEditors?: readonly Contribution[] } };
  const fitting = contributes?.customEditors?.find(({ selector }) =>
    fits(
      baseName(uri),
      selector.map(({ filenamePattern }) => filenamePattern),
    ),
  );
  return fitting?.viewType ?? TABLE_EDITOR;
}
