import type * as vscode from 'vscode';
import { withMarks, type Mark } from '../../core/marks/marks.js';
import { counted } from '../../core/render/counts.js';
import { safe } from '../../core/render/safe.js';
import { askLine, askOne, type Choice } from '../ui/ask.js';
import { tellInStatusBar } from '../ui/notify.js';
import { marksOf, saveMarks } from '../editor/marksFiles.js';
import { t } from '../../core/texts/translate.js';

type Change = (mark: Mark) => Mark;

interface Item extends Choice {
  /** Undefined: cancelled. */
  readonly change: () => Promise<Change | undefined>;
}

/** Asks what to say of some tensors, and writes it beside their table. */
export async function markEntries(table: vscode.Uri, names: readonly string[]): Promise<void> {
  const marks = await marksOf(table);
  const [name = ''] = names;
  const before = marks.get(name)?.note ?? '';
  const what = names.length === 1 ? name : counted(names.length, t`tensor`, t`tensors`);
  const items: Item[] = [
    { label: safe`Keep in FP16`, change: async () => (mark) => ({ ...mark, fp16: true }) },
    { label: safe`Suspicious`, change: async () => (mark) => ({ ...mark, suspicious: true }) },
    { label: safe`Note…`, change: () => askNote(names.length === 1 ? before : '') },
    { label: safe`Remove Marks`, change: async () => () => ({}) },
  ];
  const chosen = await askOne(items, { title: safe`Mark ${what}`, placeHolder: safe`What is to be remembered?` });
  const change = await chosen?.change();
  if (!change) return;
  await saveMarks(table, withMarks(marks, names, change));
  tellInStatusBar(safe`Marked ${what}`, 4000);
}

async function askNote(before: string): Promise<Change | undefined> {
  const note = await askLine({
    title: safe`Note`,
    prompt: safe`A line on what you know; empty removes it`,
    value: before,
    problem: () => null,
  });
  if (note === undefined) return undefined;
  return ({ note: _, ...mark }) => ({ ...mark, ...(note.trim() !== '' && { note: note.trim() }) });
}
