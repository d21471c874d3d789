import * as vscode from 'vscode';
import { safe, safeText, withIcon } from '../../core/render/safe.js';
import { MOST_INPUT_BYTES, type InputFile } from '../../core/tensors/inputFile.js';
import { DUMP_FILES } from '../../core/tensors/dumps/fileNames.js';
import { askInputs as askPaths, type Choice } from '../ui/ask.js';
import { askWhileSearching } from '../ui/askWhileSearching.js';
import { baseName } from '../ui/baseName.js';
import { findByName } from '../ui/findByName.js';
import { partlySearched } from '../ui/partlySearched.js';
import { t } from '../../core/texts/translate.js';

const MOST_FILES = 100;
/** What is searched for: raw files and JSON have names like anything else, and are found by the dialog. */
const USUAL_NAMES = ['*.npz', '*.npy', '*output*.json', '*.raw'];
const FILTERS = { Dumps: ['npz', 'npy', 'json', 'bin', 'raw', 'dat'], [t`All files`]: ['*'] };

interface Item extends Choice {
  readonly uris: () => Promise<readonly vscode.Uri[] | undefined>;
}

/** Lets the user choose a dump, a file or a folder of files; undefined: cancelled. @param near another dump: what lies beside it comes first */
export async function askDump(
  what: 'float' | 'INT8',
  near: vscode.Uri | undefined,
): Promise<readonly vscode.Uri[] | undefined> {
  const title = safe`Compare outputs: the dump of the network in ${what}`;
  const browse: Item[] = [
    { label: withIcon('folder-opened', safe`Browse for Files…`), alwaysShow: true, uris: () => asked('files') },
    { label: withIcon('folder-opened', safe`Browse for a Folder…`), alwaysShow: true, uris: () => asked('folder') },
  ];
  const asked = async (kind: 'files' | 'folder'): ReturnType<Item['uris']> => askPaths(title, kind, FILTERS);
  const folder = near && vscode.Uri.joinPath(near, '..').toString();
  const isFar = (uri: vscode.Uri): number => (vscode.Uri.joinPath(uri, '..').toString() === folder ? 0 : 1);
  const all = findByName(USUAL_NAMES, MOST_FILES).then(({ files, isWhole }): Item[] => [
    ...files
      .filter((uri) => uri.toString() !== near?.toString())
      .sort((a, b) => isFar(a) - isFar(b) || a.path.localeCompare(b.path))
      .map(itemOf),
    ...partlySearched(isWhole).map((item) => ({ ...item, uris: async () => undefined })),
    ...browse,
  ]);
  const texts = {
    title,
    placeHolder: safe`NumPy, Polygraphy, trtexec (JSON, raw), or plain float32`,
    matchOnDescription: true,
  };
  return (await askWhileSearching(browse, all, texts))?.uris();
}

function itemOf(uri: vscode.Uri): Item {
  const description = safeText(vscode.workspace.asRelativePath(vscode.Uri.joinPath(uri, '..')));
  return { label: safeText(baseName(uri)), description, uris: async () => [uri] };
}

/** The files of a dump, of a folder those in it. Throws Error with a sentence. */
export async function dumpFiles(uris: readonly vscode.Uri[]): Promise<InputFile[]> {
  const files: InputFile[] = [];
  let size = 0;
  for (const uri of (await Promise.all(uris.map(filesAt))).flat()) {
    size += (await vscode.workspace.fs.stat(uri)).size;
    if (size > MOST_INPUT_BYTES)
      throw new Error(t`With "${baseName(uri)}" the dump has more than 2 GB: choose fewer files.`);
    files.push({
      path: vscode.workspace.asRelativePath(uri).replaceAll('\\', '/'),
      bytes: await vscode.workspace.fs.readFile(uri),
    });
  }
  return files;
}

async function filesAt(uri: vscode.Uri): Promise<vscode.Uri[]> {
  const { type } = await vscode.workspace.fs.stat(uri);
  if ((type & vscode.FileType.Directory) === 0) return [uri];
  const names = (await vscode.workspace.fs.readDirectory(uri))
    .map(([name]) => name)
    .filter((name) => DUMP_FILES.test(name));
  if (names.length === 0)
    throw new Error(t`"${baseName(uri)}": no dumps in this folder (.npz, .npy, .json, .bin, .raw, .dat).`);
  return names.sort().map((name) => vscode.Uri.joinPath(uri, name));
}
