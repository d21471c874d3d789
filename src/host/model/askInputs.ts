import * as vscode from 'vscode';
import { counted } from '../../core/render/counts.js';
import { safe, safeText, withIcon, type SafeText } from '../../core/render/safe.js';
import { inputKind, inputsInFolder } from '../../core/tensors/inputFile.js';
import { parsePreprocessing, PRESETS } from '../../core/tensors/preprocess.js';
import { askInputs as askPaths, askLine, askOne, type Choice } from '../ui/ask.js';
import { baseName } from '../ui/baseName.js';
import { inputUris } from './inputFiles.js';
import { USUAL_NOISE, type InputsAsked } from './runAsked.js';
import { t } from '../../core/texts/translate.js';
import { messageOf } from '../../core/texts/messageOf.js';

interface Item extends Choice {
  readonly inputs: () => Promise<InputsAsked | undefined>;
}

/** Endings that the dialog shows. */
const FILTERS = { Inputs: ['npz', 'npy', 'pb', 'bin', 'raw', 'png', 'jpg', 'jpeg'] };

/** Lets the user choose what a model is run on; undefined: cancelled. Throws Error with a sentence for a folder without inputs. */
export async function askInputs(model: vscode.Uri, before: InputsAsked | null): Promise<InputsAsked | undefined> {
  const title = safe`Run "${baseName(model)}" on which inputs?`;
  const line = before && 'line' in before ? before.line : null;
  const chosen = async (uris: readonly vscode.Uri[] | undefined): Promise<InputsAsked | undefined> =>
    uris && withLine(uris, line);
  const items: Item[] = [
    ...(before ? [itemOf(before)] : []),
    ...(await foldersBeside(model)).map(({ uri, count }): Item => ({
      label: safeText(baseName(uri)),
      description: safe`${counted(count, t`input`, t`inputs`)} · ${vscode.workspace.asRelativePath(uri)}`,
      inputs: () => chosen([uri]),
    })),
    {
      label: withIcon('folder-opened', safe`Browse for a Folder…`),
      inputs: async () => chosen(await askPaths(title, 'folder', FILTERS)),
    },
    {
      label: withIcon('folder-opened', safe`Browse for Files…`),
      inputs: async () => chosen(await askPaths(title, 'files', FILTERS)),
    },
    {
      label: safe`${String(USUAL_NOISE)} samples of noise`,
      detail: safe`A hint at most: one real input tells more`,
      inputs: () => Promise.resolve({ noise: USUAL_NOISE }),
    },
  ];
  const texts = { title, placeHolder: safe`A handful of real inputs is enough`, matchOnDescription: true };
  return (await askOne(items, texts))?.inputs();
}

function itemOf(before: InputsAsked): Item {
  return {
    label: labelOf(before),
    detail: safe`Chosen for this table before`,
    inputs: () => Promise.resolve(before),
  };
}

function labelOf(before: InputsAsked): SafeText {
  if ('noise' in before) return safe`${counted(before.noise, t`sample`, t`samples`)} of noise`;
  const names = before.uris.map((uri) => baseName(vscode.Uri.parse(uri)));
  const line = before.line === null ? '' : t`, prepared by ${before.line}`;
  return safe`${names.slice(0, 2).join(', ')}${names.length > 2 ? '…' : ''}${line}`;
}

/** What leaves pictures as they are: numbers from 0 to 255 in the order of the file. */
const AS_THEY_ARE = 'rgb';

/** Pictures are prepared as in training; other inputs are what the model takes. */
async function withLine(uris: readonly vscode.Uri[], before: string | null): Promise<InputsAsked | undefined> {
  const files = await inputUris(uris);
  const texts = uris.map(String);
  if (!files.some(({ path }) => inputKind(path) === 'pictures')) return { uris: texts, line: null };
  const line = await askLine({
    title: safe`How are pictures prepared?`,
    prompt: safe`As in training: resize=WxH, crop=WxH, rgb, bgr, sub=a/b/c, div=a/b/c, nchw, nhwc, or ${Object.keys(PRESETS).join(', ')}; a comma between them. Empty: 0 to 255 as they are`,
    placeHolder: safe`resize=320x240,div=255`,
    value: before ?? '',
    problem: (text) => (text.trim() === '' ? null : problemOf(text)),
  });
  return line === undefined ? undefined : { uris: texts, line: line.trim() || AS_THEY_ARE };
}

function problemOf(line: string): string | null {
  try {
    parsePreprocessing(line);
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

/** Folders beside the model that have inputs, and then its own, where other things may lie. */
async function foldersBeside(model: vscode.Uri): Promise<{ readonly uri: vscode.Uri; readonly count: number }[]> {
  const folder = vscode.Uri.joinPath(model, '..');
  const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => []);
  const inside = entries.filter(([, type]) => (type & vscode.FileType.Directory) !== 0);
  const folders = [...inside.map(([name]) => vscode.Uri.joinPath(folder, name)), folder];
  const found = await Promise.all(folders.map(async (uri) => ({ uri, count: await countIn(uri) })));
  return found.filter(({ count }) => count > 0);
}

async function countIn(folder: vscode.Uri): Promise<number> {
  try {
    const { sets, files } = inputsInFolder((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name));
    return sets.length + files.length;
  } catch {
    // Nothing in it, or of several kinds: it can be chosen by hand, and then it is said.
    return 0;
  }
}
