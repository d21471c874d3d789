import { ruleLabel } from '../../src/core/findings/ruleLabel.js';
import { entryBits } from '../../src/core/table/table.js';
import type { Column } from '../shared/grid/column.js';
import { el } from '../shared/dom.js';
import { drawNameAt } from '../shared/names/drawName.js';
import { icon } from '../shared/icons.js';
import { textColumn } from '../shared/plainColumns.js';
import { fullNumber, logPosition, shortNumber } from '../shared/text/numbers.js';
import type { LabelColumn } from '../../src/protocol/table.js';
import { barBounds } from './parts/bins.js';
import { findingsAt, hexAt, nameAt, scaleAt, SEVERITIES, storedAt, typeAt, type TableModel } from './model.js';
import { markOf } from './editMarks.js';
import { findingChoices } from './flags.js';
import { editOf } from './parts/input.js';
import { coloured } from './values/legendBar.js';
import { valueColumns } from './values/valueColumns.js';
import { t } from '../../src/core/texts/translate.js';
import { word } from '../../src/core/texts/words.js';

/** The first names tell whether this table's names tell types at all. */
const MOST_LOOKED_AT = 5000;

/**
 * The columns of a calibration table. In a narrow window the name shrinks, then hex, type and scale make room for name, range
 * and findings; the findings take what a wide one leaves.
 */
export function columnsOf(model: TableModel): readonly Column[] {
  const indexWidth = Math.max(4, String(model.table.names.length).length + 3);
  const nameWidth = Math.min(model.findingsOf.size > 0 ? 56 : 72, Math.max(18, longest(model.table.names) + 4));
  const typed = model.table.names.slice(0, MOST_LOOKED_AT).some((_, entry) => typeAt(model, entry) !== '');
  const named = model.message.format.keyedBy === 'layer' ? t`Layer` : t`Tensor`;
  return [
    {
      id: 'index',
      label: '#',
      hint: t`Position in the file`,
      width: [indexWidth, indexWidth],
      align: 'end',
      frozen: true,
      term: 'entry',
      number: (entry) => entry + 1,
      text: (entry) => String(entry + 1),
      title: () => '',
      sort: (entry) => entry,
      mark: (entry) => markOf(model.edits, entry, 'row'),
    },
    {
      id: 'name',
      label: named,
      hint: t`${named} name as the file spells it`,
      width: [Math.min(22, nameWidth), nameWidth],
      edit: editOf(model, 'name'),
      text: (entry) => nameAt(model, entry),
      draw: (cell, entry) => drawNameAt(cell, model.table.names, entry),
      search: (entry) => nameAt(model, entry),
      term: 'name',
      mark: (entry) => markOf(model.edits, entry, 'name'),
    },
    {
      id: 'type',
      label: t`Type`,
      hint: t`Layer type, where the attached network or the name tells it`,
      width: [16, 16],
      givesWay: 1,
      isEmpty: !typed,
      text: (entry) => typeAt(model, entry),
      search: (entry) => typeAt(model, entry),
      term: 'type',
      searchedElsewhere: true,
    },
    {
      id: 'scale',
      givesWay: 2,
      descendsFirst: true,
      label: t`Scale`,
      hint: t`Real value of one INT8 step`,
      width: [15, 15],
      align: 'end',
      edit: editOf(model, 'scale'),
      mark: (entry) => markOf(model.edits, entry, 'number'),
      term: 'scale',
      number: (entry) => scaleAt(model, entry),
      sort: (entry) => model.ranges[entry] ?? NaN,
      text: (entry) => shortNumber(scaleAt(model, entry)),
      title: (entry) => withStored(model, entry, scaleAt(model, entry)),
      copy: (entry) => fullNumber(scaleAt(model, entry)),
    },
    rangeColumn(model),
    {
      id: 'hex',
      givesWay: 0,
      label: t`Hex`,
      hint: hexHint(model),
      width: [11, 11],
      align: 'end',
      edit: editOf(model, 'hex'),
      mark: (entry) => markOf(model.edits, entry, 'number'),
      term: 'hex',
      sort: (entry) => entryBits(model.table, entry),
      search: (entry) => hexAt(model, entry),
      text: (entry) => hexAt(model, entry),
      title: () => '',
    },
    ...model.labels.map((label) => coloured(labelColumn(model, label), model)),
    ...valueColumns(model).map((column) => coloured(column, model)),
    findingsColumn(model),
  ];
}

function rangeColumn(model: TableModel): Column {
  const range = (entry: number): number => model.ranges[entry] ?? NaN;
  const [low, high] = barBounds(model.ranges);
  return {
    id: 'range',
    descendsFirst: true,
    label: t`± Dynamic range`,
    hint: t`127 × scale: the tensor spans plus and minus this value`,
    width: [15, 21],
    align: 'end',
    edit: editOf(model, 'range'),
    mark: (entry) => markOf(model.edits, entry, 'number'),
    term: 'range',
    number: range,
    sort: range,
    text: (entry) => shortNumber(range(entry)),
    title: (entry) => withStored(model, entry, range(entry)),
    copy: (entry) => fullNumber(range(entry)),
    draw: (cell, entry, text) => drawRange(cell, text, logPosition(range(entry), low, high)),
  };
}

/** The number, and before it a bar: where it lies among the ranges, logarithmically. */
function drawRange(cell: HTMLElement, text: string, position: number | null): void {
  const bar = cell.querySelector<HTMLElement>('.bar-fill');
  const number = cell.querySelector('.bar-number');
  if (!bar || !number) {
    cell.replaceChildren(
      el('span', { class: 'bar', 'aria-hidden': 'true' }, el('span', { class: 'bar-fill' })),
      el('span', { class: 'bar-number' }),
    );
    drawRange(cell, text, position);
    return;
  }
  bar.style.width = position === null ? '0' : `${5 + position * 95}%`;
  number.textContent = text;
}

/** What is known from elsewhere. It stays where names do: an entry that is renamed has none any more. */
function labelColumn({ table }: TableModel, { id, label, hint, names, texts, numbers }: LabelColumn): Column {
  if (numbers) return measuredColumn(table.names, { id, label, hint, names, numbers, texts });
  const textOf = new Map(names.map((name, at) => [name, texts[at] ?? '']));
  const wanted = longest(texts) + 4;
  return textColumn(
    id,
    label,
    hint,
    [Math.min(16, Math.max(8, wanted)), Math.min(24, Math.max(10, wanted))],
    table.names.map((name) => textOf.get(name) ?? null),
  );
}

/** Numbers from elsewhere: the smallest are looked for. */
function measuredColumn(
  entries: readonly string[],
  { id, label, hint, names, texts, numbers }: Required<LabelColumn>,
): Column {
  const placeOf = new Map(names.map((name, at) => [name, at]));
  const at = (entry: number): number => placeOf.get(entries[entry] ?? '') ?? -1;
  const number = (entry: number): number => numbers[at(entry)] ?? NaN;
  const text = (entry: number): string => texts[at(entry)] ?? '';
  return { id, label, hint, width: [12, 12], align: 'end', term: id, text, number, sort: number };
}

function findingsColumn(model: TableModel): Column {
  const messages = (entry: number): string =>
    findingsAt(model, entry)
      .map(({ message }) => message)
      .join('\n');
  return {
    id: 'findings',
    label: t`Findings`,
    hint: t`What is noteworthy about the entry`,
    term: 'finding',
    choices: findingChoices(model),
    width: [20, 'rest'],
    isEmpty: model.findingsOf.size === 0,
    sort: (entry) => placeBySeverity(model, entry),
    search: (entry) => findingsAt(model, entry).flatMap(({ message, rule }) => [message, rule, ruleLabel(rule)]),
    text: (entry) => labelsAt(model, entry),
    title: messages,
    copy: (entry) =>
      findingsAt(model, entry)
        .map(({ severity, message }) => `${severity}: ${message}`)
        .join(' '),
    draw: (cell, entry, text) => drawFindings(cell, model, entry, text),
  };
}

/** `zero scale, duplicate name`: the sentences stand in the inspector. */
function labelsAt(model: TableModel, entry: number): string {
  const rules = findingsAt(model, entry).map(({ rule }) => rule);
  return [...new Set(rules)].map(ruleLabel).join(', ');
}

/** The most serious come first; what has none stands behind all of them. */
function placeBySeverity(model: TableModel, entry: number): number {
  const worst = findingsAt(model, entry)[0]?.severity;
  return worst === undefined ? SEVERITIES.length : SEVERITIES.indexOf(worst);
}

function drawFindings(cell: HTMLElement, model: TableModel, entry: number, text: string): void {
  const [worst] = findingsAt(model, entry);
  if (!worst) {
    cell.replaceChildren();
    return;
  }
  cell.replaceChildren(
    icon(worst.severity),
    el('span', { class: 'visually-hidden' }, `${word(worst.severity)}: `),
    el('span', { class: 'finding-text' }, text),
  );
}

/** All digits of a number, and of the one in the file that it is made from. */
function withStored(model: TableModel, entry: number, number: number): string {
  const stored = storedAt(model, entry);
  return stored === null ? fullNumber(number) : t`${fullNumber(number)}\nIn the file: ${stored}`;
}

function hexHint({ message }: TableModel): string {
  return message.format.storage === 'float32'
    ? t`Bits of the float32 scale, as the file stores them`
    : t`Bits of the nearest float32 scale`;
}

/** Columns are made anew at each edit, which leaves a million names as they are. */
const lengths = new WeakMap<readonly string[], number>();

function longest(names: readonly string[]): number {
  const known = lengths.get(names) ?? names.reduce((most, { length }) => Math.max(most, length), 0);
  lengths.set(names, known);
  return known;
}
