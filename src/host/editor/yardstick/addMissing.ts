import { safe, safeText, type SafeText } from '../../../core/render/safe.js';
import { askLine, askOne, askSome, type Choice } from '../../ui/ask.js';
import { parseInput } from '../../../core/table/input.js';
import { addingEdits, missingEntries, type MissingEntry } from '../../../core/transfer/repair.js';
import type { TableFile } from '../tableFile.js';
import { t } from '../../../core/texts/translate.js';

interface Item extends Choice {
  readonly entry: MissingEntry;
}
type Source = 'neighbour' | 'type';

const TITLE = safe`Add missing entries`;

/** Asks which missing entries to add and with which scale, and adds them as one undoable edit. Throws Error when one can't be added. */
export async function addMissing(file: TableFile): Promise<void> {
  const network = file.yardstick?.network;
  if (file.content.kind !== 'table' || !network) return;
  const { document } = file.content;
  const chosen = await chooseEntries(missingEntries(document, network));
  const source = chosen?.length ? await chooseSource() : undefined;
  if (!chosen || !source) return;
  const scales = await scalesFor(chosen, source);
  if (!scales) return;
  const problem = await file.applyAll(
    addingEdits(document, chosen, (entry) => scales.get(entry.name) ?? null),
    t`Add Missing Entries`,
  );
  if (problem !== null) throw new Error(t`The entries can't be added: ${problem}`);
}

async function chooseEntries(missing: readonly MissingEntry[]): Promise<MissingEntry[] | undefined> {
  const items = missing.map((entry): Item => ({
    label: safeText(entry.name),
    description: neighbourText(entry),
    picked: true,
    entry,
  }));
  const chosen = await askSome(items, { title: TITLE, placeHolder: safe`Which ones?` });
  return chosen?.map(({ entry }) => entry);
}

function neighbourText({ neighbourScale }: MissingEntry): SafeText {
  return Number.isNaN(neighbourScale) ? safe`` : safe`its neighbour's scale is ${neighbourScale}`;
}

async function chooseSource(): Promise<Source | undefined> {
  const items = [
    {
      label: safe`Take the neighbour's scale`,
      detail: safe`Right for layers that keep their input's range (pooling, reshape, dropout); a guess for others`,
      source: 'neighbour' as const,
    },
    { label: safe`Type a scale for each`, detail: safe`From a calibration run`, source: 'type' as const },
  ];
  return (await askOne(items, { title: TITLE, placeHolder: safe`With which scale?` }))?.source;
}

/** A scale for each entry; undefined when the user cancelled. */
async function scalesFor(entries: readonly MissingEntry[], source: Source): Promise<Map<string, number> | undefined> {
  const scales = new Map<string, number>();
  for (const { name, neighbourScale } of entries) {
    const scale = source === 'neighbour' && !Number.isNaN(neighbourScale) ? neighbourScale : await typeScale(name);
    if (scale === undefined) return undefined;
    scales.set(name, scale);
  }
  return scales;
}

async function typeScale(name: string): Promise<number | undefined> {
  const typed = await askLine({
    title: safe`Scale of ${name}`,
    prompt: safe`A decimal number, such as 0.0130`,
    problem: (text) => {
      const result = parseInput(text, 'scale', 'scale');
      return 'problem' in result ? result.problem : null;
    },
  });
  const result = typed === undefined ? undefined : parseInput(typed, 'scale', 'scale');
  return result && 'value' in result ? result.value : undefined;
}
