import * as vscode from 'vscode';
import { safe } from '../../../core/render/safe.js';
import { askNewFile } from '../../ui/ask.js';
import { baseName } from '../../ui/baseName.js';
import { parseHeader } from '../../../core/table/header.js';
import { numberOfVersion } from '../../../core/table/trtVersion.js';
import { t } from '../../../core/texts/translate.js';

/** Asks where to write a ported table; the dialog itself asks before it gives a name that exists. */
export function askPortTarget(source: vscode.Uri, header: string, names: vscode.Uri): Thenable<vscode.Uri | undefined> {
  return askNewFile({
    title: safe`Write the table of the new version`,
    saveLabel: t`Write`,
    defaultUri: vscode.Uri.joinPath(source, '..', portedName(baseName(source), header, baseName(names))),
    filters: { [t`TensorRT calibration cache`]: ['cache'], [t`All Files`]: ['*'] },
  });
}

/**
 * A name for the table of another version: the old version's number gives way to the new one, `net-trt7203.cache`
 * to `net-trt8601.cache`; where there is none the new one is added. Never the old name, nor that of the file that the names are from.
 */
export function portedName(name: string, header: string, namesFile: string | null = null): string {
  const { trtVersion } = parseHeader(header);
  const number = trtVersion === null ? null : numberOfVersion(trtVersion);
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const mark = number === null ? 'ported' : `trt${number}`;
  const replaced = stem.replace(/trt-?\d{4,6}/i, mark);
  const ported = replaced === stem ? `${stem || 'calib'}-${mark}` : replaced;
  return `${ported}.cache` === namesFile ? `${ported}-ported.cache` : `${ported}.cache`;
}
