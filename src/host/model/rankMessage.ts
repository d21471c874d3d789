import * as vscode from 'vscode';
import type { RankMessage } from '../../protocol/rank.js';
import { baseName } from '../ui/baseName.js';
import { inputsText } from './runAsked.js';
import type { KeptRun } from './runStore.js';
import { t } from '../../core/texts/translate.js';

/** A run as the view draws it. */
export function rankMessage(key: string, run: KeptRun, isOld: boolean): RankMessage {
  const { asked, answer, excluded, reach } = run;
  const [ranking] = answer.rankings;
  if (!ranking) throw new Error(t`The run says nothing of the table: run it again.`);
  const { tensors, weights, unplaced, proposal, notes, all, activationsOnly, weightsOnly, without, outputs } = ranking;
  const left = new Set(excluded);
  return {
    type: 'rank',
    tableFile: nameOf(asked.table),
    modelFile: nameOf(asked.model),
    inputs: inputsText(asked.inputs, answer.inputs),
    isNoise: 'noise' in asked.inputs,
    ...{ all, activationsOnly, weightsOnly, without, outputs, tensors, weights, notes },
    unplaced: unplaced.map(({ name, why }) => ({ name, why })),
    excluded,
    excludedNodes: [...new Set(tensors.filter(({ name }) => left.has(name)).flatMap(({ nodes }) => nodes))],
    proposal: proposal && reach !== null ? { ...proposal, reach } : null,
    tables: tablesOf(run),
    isOld,
    key,
  };
}

/** Best first; none where the table is alone. */
function tablesOf({ asked, answer }: KeptRun): RankMessage['tables'] {
  if (asked.others.length === 0) return [];
  return [asked.table, ...asked.others]
    .flatMap((uri, i) => {
      const ranking = answer.rankings[i];
      return ranking ? [{ file: nameOf(uri), all: ranking.all, activationsOnly: ranking.activationsOnly }] : [];
    })
    .sort((a, b) => b.all - a.all);
}

function nameOf(uri: string): string {
  return baseName(vscode.Uri.parse(uri));
}
