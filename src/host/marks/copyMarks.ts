import * as vscode from 'vscode';
import { layerPrecisions } from '../../core/marks/layerPrecisions.js';
import { fp16Names } from '../../core/marks/marks.js';
import { counted } from '../../core/render/counts.js';
import { shellArgument } from '../../core/render/shell.js';
import { safe } from '../../core/render/safe.js';
import type { OpenFiles } from '../editor/openFiles.js';
import { loadYardstick } from '../editor/yardstick/loadYardstick.js';
import type { NetworkChoices } from '../network/networkChoices.js';
import { pickNetwork } from '../network/pickNetwork.js';
import { askOne, type Choice } from '../ui/ask.js';
import { activeFile } from '../ui/activeFile.js';
import { baseName } from '../ui/baseName.js';
import { notify, tellInStatusBar } from '../ui/notify.js';
import type { HostServices } from '../ui/services.js';
import { marksOf } from '../editor/marksFiles.js';
import { t } from '../../core/texts/translate.js';

interface Item extends Choice {
  /** The text, or null where the user cancelled. */
  readonly text: (names: readonly string[]) => Promise<string | null>;
}

/** Puts the tensors that are to stay in FP16 on the clipboard, as a tool takes them. */
export async function copyMarks(
  given: vscode.Uri | undefined,
  { openFiles, networks, services }: { openFiles: OpenFiles; networks: NetworkChoices; services: HostServices },
): Promise<void> {
  const table = given ?? activeFile();
  if (!table) return void notify('info', safe`Open a calibration table first.`);
  const names = fp16Names(await marksOf(table));
  if (names.length === 0)
    return void notify('info', safe`No tensor of "${baseName(table)}" is marked to stay in FP16.`);
  const items: Item[] = [
    { label: safe`Names, one a line`, text: async (all) => all.map((name) => `${name}\n`).join('') },
    {
      label: safe`--exclude`,
      detail: safe`Arguments of "convert --to onnx-qdq": these tensors get no pair`,
      text: async (all) => all.map((name) => `--exclude ${shellArgument(name)}`).join(' '),
    },
    {
      label: safe`--layerPrecisions`,
      detail: safe`An argument of trtexec, by the network: the layers that read or write them`,
      text: (all) => precisions(table, all),
    },
  ];
  const chosen = await askOne(items, {
    title: safe`Copy ${counted(names.length, t`tensor`, t`tensors`)} as…`,
    placeHolder: safe`As what?`,
  });
  const text = await chosen?.text(names);
  if (!text) return;
  await vscode.env.clipboard.writeText(text);
  tellInStatusBar(safe`Copied ${counted(names.length, t`tensor`, t`tensors`)}`, 4000);

  async function precisions(of: vscode.Uri, all: readonly string[]): Promise<string | null> {
    const attached = openFiles.fileOf(of)?.yardstick?.network ?? null;
    const uri = attached ? null : await pickNetwork(of, networks, safe`Layers of which network?`);
    const network = attached ?? (uri ? (await loadYardstick(uri, services)).network : null);
    if (!network) return null;
    const { argument, without } = layerPrecisions(network, all);
    if (without.length > 0)
      void notify(
        'warning',
        safe`No layer was found for ${counted(without.length, t`tensor`, t`tensors`)}: ${without.slice(0, 3).join(', ')}.`,
      );
    return argument === '' ? null : t`--precisionConstraints=prefer --layerPrecisions=${shellArgument(argument)}`;
  }
}
