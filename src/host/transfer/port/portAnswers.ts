import type * as vscode from 'vscode';
import type { HostServices } from '../../ui/services.js';
import type { TableHeader } from '../../../core/table/header.js';
import type { Alignment } from '../../../core/diff/align/align.js';
import { safe } from '../../../core/render/safe.js';
import { insistedOn, refusalOf } from '../../../core/transfer/strangers.js';
import { baseName } from '../../ui/baseName.js';
import type { NetworkChoices } from '../../network/networkChoices.js';
import { agreeUnasked, asksToGoOn, type Agree } from '../strangers.js';
import { askPortHeader } from './portHeader.js';
import { askNames, type NamesFile } from './portNames.js';
import { askPortTarget } from './portTarget.js';
import { t } from '../../../core/texts/translate.js';

/** Answers given beforehand: with these nothing is asked and nothing shown. */
export interface PortOptions {
  readonly target: vscode.Uri;
  /** The whole header line. */
  readonly header: string;
  readonly names: NamesFile;
  /** Without this an existing target is an error. */
  readonly overwrite?: boolean;
  /** Port though the tables seem to be of different networks. */
  readonly forceUnrelated?: boolean;
}

/** Who answers what a port has to know; undefined: cancelled. */
export interface PortAnswers {
  readonly names: () => Promise<NamesFile | undefined>;
  /** Whether the names may be taken, and by which pairs. */
  readonly agree: Agree;
  /** The header line to write. Asked before the review, which says what is wrong with it. */
  readonly header: (old: TableHeader, ofNames: TableHeader, names: NamesFile) => Promise<string | undefined>;
  readonly target: (header: string, names: NamesFile) => Promise<vscode.Uri | undefined>;
  readonly mayOverwrite: boolean;
}

/** Answers from the user. */
export function askingUser(services: HostServices, source: vscode.Uri, networks: NetworkChoices): PortAnswers {
  return {
    names: () => askNames(services, source, networks),
    agree: (alignment, names) => agree(alignment, source, names),
    header: (old, ofNames, names) => askPortHeader(old, ofNames, baseName(names.uri)),
    target: async (header, names) => askPortTarget(source, header, names.uri),
    mayOverwrite: true,
  };
}

/** Answers from a caller. */
export function answersOf(options: PortOptions): PortAnswers {
  const { target, header, names, overwrite = false, forceUnrelated = false } = options;
  return {
    names: async () => names,
    agree: agreeUnasked(forceUnrelated),
    header: async () => header,
    target: async () => target,
    mayOverwrite: overwrite,
  };
}

/** Other values alone are no question: the review that follows says so, with every pair. */
async function agree(alignment: Alignment, source: vscode.Uri, names: vscode.Uri): Promise<Alignment | undefined> {
  const refusal = refusalOf(alignment.relation);
  if (refusal === null) return alignment;
  const goesOn = await asksToGoOn({
    message: safe`Port "${baseName(source)}" by the names of "${baseName(names)}"?`,
    detail: t`${refusal} A scale under another network's name is of no use. Going on takes equal names for one tensor.`,
    proceed: t`Port All the Same`,
    pair: [source, names],
  });
  return goesOn ? insistedOn(alignment) : undefined;
}
