import * as vscode from 'vscode';
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
  const name = baseName(uri);
  const fitting = contributes?.customEditors?.find(({ selector }) =>
    selector.some(({ filenamePattern }) => fits(name, filenamePattern)),
  );
  return fitting?.viewType ?? TABLE_EDITOR;
}

/** Our patterns know no wildcard but the star. */
function fits(name: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(name);
}
