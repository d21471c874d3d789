import * as vscode from 'vscode';
import { decodeHex, type Decoded } from '../../core/render/decodeHex.js';
import { viewText } from '../../core/render/grid.js';
import { safe, safeText } from '../../core/render/safe.js';
import { askOne, type Choice } from '../ui/ask.js';
import { registerCommand } from '../ui/commands.js';
import { notify, tellInStatusBar } from '../ui/notify.js';
import type { HostServices } from '../ui/services.js';
import { t } from '../../core/texts/translate.js';

interface Item extends Choice {
  readonly copied: string;
}

/** *Decode Hex…*: float32 patterns in what is selected, else in the clipboard, be it from a log, a terminal or an issue. */
export function registerDecodeHex(services: HostServices): vscode.Disposable {
  return registerCommand(services, 'decodeHex', async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    const selected = editor ? editor.document.getText(editor.selection) : '';
    const isSelected = decodeHex(selected).length > 0;
    const place = isSelected ? t`the selection` : t`the clipboard`;
    const found = decodeHex(isSelected ? selected : await vscode.env.clipboard.readText());
    if (found.length === 0)
      return void notify(
        'info',
        safe`Neither the selection nor the clipboard holds the 8 hex digits of a float32, such as 3c010a14. Select or copy some first.`,
      );
    const chosen = await askOne(found.map(itemOf), {
      title: safe`Float32 numbers in ${place}`,
      placeHolder: safe`Choose one to copy its scale`,
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!chosen) return;
    await vscode.env.clipboard.writeText(chosen.copied);
    tellInStatusBar(safe`Copied ${chosen.copied}`, 5000);
  });
}

function itemOf({ hex, scale, range, kind, bits, reversed }: Decoded): Item {
  const odd = kind === 'normal' ? '' : ` (${kind})`;
  const parts = t`sign ${bits.sign}, 2^${bits.exponent}, fraction ${bits.fraction}`;
  return {
    label: safe`${hex}`,
    description: safeText(t`scale ${viewText(scale)}${odd}, ± ${viewText(range)}`),
    detail: safeText(reversed === null ? parts : t`${parts}; with its bytes reversed ${viewText(reversed)}`),
    copied: String(scale),
  };
}
