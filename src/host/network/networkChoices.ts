import * as vscode from 'vscode';
import { NETWORK_EXTENSIONS } from '../../core/naming/networkKinds.js';
import { ChosenFiles } from '../ui/chosenFiles.js';
import { findByName, type Found } from '../ui/findByName.js';

const NETWORK_NAMES = NETWORK_EXTENSIONS.map((extension) => `*.${extension}`);
const MOST_FILES = 100;

/** Which network belongs to a table: the one that the user has chosen, or what lies near it. */
export class NetworkChoices extends ChosenFiles {
  constructor(memory: vscode.Memento) {
    super(memory, 'network');
  }

  /** The only Caffe network in the table's folder: it is taken for the table's without a question. */
  async beside(table: vscode.Uri): Promise<vscode.Uri | undefined> {
    const folder = vscode.Uri.joinPath(table, '..');
    const names = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => []);
    const networks = names.filter(([name, type]) => type !== vscode.FileType.Directory && /\.prototxt$/i.test(name));
    const [only] = networks;
    return networks.length === 1 && only ? vscode.Uri.joinPath(folder, only[0]) : undefined;
  }

  /** Network files of the workspace, those near the table first. */
  async near(table: vscode.Uri): Promise<Found> {
    const { files, isWhole } = await findByName(NETWORK_NAMES, MOST_FILES);
    const distance = (uri: vscode.Uri): number => pathDistance(table.path, uri.path);
    return { files: files.toSorted((a, b) => distance(a) - distance(b) || a.path.localeCompare(b.path)), isWhole };
  }
}

/** How many folders lie between two files. */
function pathDistance(a: string, b: string): number {
  const [left, right] = [a.split('/').slice(0, -1), b.split('/').slice(0, -1)];
  const common = left.findIndex((part, i) => part !== right[i]);
  const shared = common < 0 ? left.length : common;
  return left.length + right.length - 2 * shared;
}
