import * as vscode from 'vscode';
import { fits } from '../../core/formats/fileNames.js';
import { NVDLA_NAMES, NVDLA_START } from '../../core/formats/nvdla/fileNames.js';
import { LANGUAGE_ID } from '../editor/text/languageId.js';
import { baseName } from '../ui/baseName.js';

const OUR_VIEWS = /(^|-)(calibrationTables\.|Calibration Table)/;
/** VS Code says of a diff of two custom editors only how its tab is called. */
const TABLE_LABEL = /\.(cache|calib)\b|calib/i;
const NVDLA_FILES = [...NVDLA_NAMES.sure, ...NVDLA_NAMES.possible];

/** Whether anything that is open needs the extension now. */
export function isWanted(): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(isOurs) || vscode.workspace.textDocuments.some(isWantedBy);
}

/** Whether a text may be a table with hovers: a cache by its language, NVDLA's JSON by its name or first characters. */
export function isWantedBy(document: vscode.TextDocument): boolean {
  if (document.languageId === LANGUAGE_ID) return true;
  if (document.languageId !== 'json') return false;
  const start = document.getText(new vscode.Range(0, 0, 8, 1000)).slice(0, 1000);
  return fits(baseName(document.uri), NVDLA_FILES) || NVDLA_START.test(start);
}

function isOurs({ input, label }: vscode.Tab): boolean {
  if (input === undefined) return TABLE_LABEL.test(label);
  const { viewType } = input as { viewType?: unknown };
  return typeof viewType === 'string' && OUR_VIEWS.test(viewType);
}
