import type * as vscode from 'vscode';
import type { TableHeader } from '../../../core/table/header.js';
import { baseName } from '../../ui/baseName.js';
import type { NetworkChoices } from '../../network/networkChoices.js';
import { askPortHeader } from './portHeader.js';
import { askNames, type NamesFile } from './portNames.js';
import { askPortTarget } from './portTarget.js';

/** Answers given beforehand: with these nothing is asked and nothing shown. */
export interface PortOptions {
  readonly target: vscode.Uri;
  /** The whole header line. */
  readonly header: string;
  readonly names: NamesFile;
  /** Without this an existing target is an error. */
  readonly overwrite?: boolean;
}

/** Who answers what a port has to know; undefined: cancelled. */
export interface PortAnswers {
  readonly names: () => Promise<NamesFile | undefined>;
  /** The header line to write. Asked before the review, which says what is wrong with it. */
  readonly header: (old: TableHeader, ofNames: TableHeader, names: NamesFile) => Promise<string | undefined>;
  readonly target: (header: string) => Promise<vscode.Uri | undefined>;
  readonly mayOverwrite: boolean;
}

/** Answers from the user. */
export function askingUser(source: vscode.Uri, networks: NetworkChoices): PortAnswers {
  return {
    names: () => askNames(source, networks),
    header: (old, ofNames, names) => askPortHeader(old, ofNames, baseName(names.uri)),
    target: async (header) => askPortTarget(source, header),
    mayOverwrite: true,
  };
}

/** Answers from a caller. */
export function answersOf({ target, header, names, overwrite = false }: PortOptions): PortAnswers {
  return {
    names: async () => names,
    header: async () => header,
    target: async () => target,
    mayOverwrite: overwrite,
  };
}
