import { DOUBTFUL_BELOW } from '../../src/core/diff/align/doubtful.js';
import { bulkOf } from '../../src/core/table/bulk.js';
import { meaningOf, meaningText } from '../../src/core/diff/meaning.js';
import { dynamicRange } from '../../src/core/table/quantization.js';
import { el } from '../shared/dom.js';
import type { Column } from '../shared/grid/column.js';
import { cutsAt, drawNameAt } from '../shared/names/drawName.js';
import { MOST_TELLING, nameElement, TIGHT_NAME } from '../shared/names/nameElement.js';
import { icon } from '../shared/icons.js';
import { fullNumber, shortNumber } from '../shared/text/numbers.js';
import { evidenceAt, indexAt, isInBoth, nameAt, ratioAt, scaleAt, type DiffModel, type SideName } from './model.js';
import { baseScaleColumn, movedColumn } from './baseColumns.js';
import type { Moves } from './parts/moves.js';
import { nameParts } from './parts/nameParts.js';
import { has, statusText, TAGS } from './parts/tags.js';
import type { Unit } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';
import { word } from '../../src/core/texts/words.js';

/** Characters of a name that are always shown, and for which room is made where there is some. */
const LEAST_NAME = 19;
const MOST_NAME = 56;
/** A log2 ratio that counts as none where it is asked which ones lie far out. */
const LEAST_RATIO = 0.01;
/** Share of names that get all the room they need. */
const USUAL = 0.9;

/** What is said of the rows, which depends on the threshold. */
export interface RowWords {
  readonly tags: Uint8Array;
  readonly moves: Moves | null;
}

/** The columns of a comparison: the old entry, what became of it, the new entry, and what the change means. */
export function columnsOf(model: DiffModel, { tags, moves }: RowWords, unit: Unit): readonly Column[] {
  const { base } = model;
  return [
    indexColumn(model, 'old'),
    nameColumn(model, 'old'),
    ...(base ? [baseScaleColumn(model, base, unit)] : []),
    numberColumn(model, 'old', unit),
    {
      id: 'status',
      label: t`Status`,
      hint: t`What became of the entry`,
      width: [15, 19],
      tight: 11,
      text: (row) => statusText(tags[row]),
      term: 'status',
      sort: (row) => tags[row] ?? 0,
      title: (row) => wordsOf(statusText(tags[row])),
      draw: (cell, row, text) => drawStatus(cell, tags[row], text),
    },
    indexColumn(model, 'new'),
    nameColumn(model, 'new'),
    numberColumn(model, 'new', unit),
    ...(base && moves ? [movedColumn(model, base, moves)] : []),
    ratioColumn(model),
    log2Column(model),
    {
      id: 'meaning',
      givesWay: 4,
      label: t`Means`,
      hint: t`Bits of resolution lost where the range grew; share of the old range clipped where it shrank`,
      width: [15, 17],
      align: 'end',
      sort: (row) => ratioAt(model, row),
      text: (row) =>
        isInBoth(model, row) ? meaningText(meaningOf(scaleAt(model, row, 'old'), scaleAt(model, row, 'new'))) : '',
    },
    {
      id: 'confidence',
      givesWay: 3,
      label: t`Confidence`,
      hint: t`How sure it is that both entries are the same tensor; below 50 % is doubtful`,
      width: [12, 12],
      align: 'end',
      text: (row) => confidenceText(model, row),
      sort: (row) => model.confidences[row] ?? NaN,
      term: 'confidence',
      number: (row) => (model.confidences[row] ?? NaN) * 100,
      draw: (cell, row, text) => drawConfidence(cell, model, row, text),
    },
    {
      id: 'evidence',
      givesWay: 0,
      label: t`Evidence`,
      hint: t`What speaks for the pair, and against it`,
      width: [18, 'rest'],
      text: (row) => evidenceAt(model, row).join('; '),
      term: 'evidence',
      sort: (row) => model.confidences[row] ?? NaN,
    },
  ];
}

function indexColumn(model: DiffModel, side: SideName): Column {
  const most = side === 'old' ? model.message.oldNames.length : model.message.newNames.length;
  const width = Math.max(5, String(most).length + 3);
  const text = (row: number): string => (indexAt(model, row, side) < 0 ? '' : String(indexAt(model, row, side) + 1));
  return {
    id: `${side}Index`,
    label: '#',
    hint: t`Position in the ${word(side)} file`,
    width: [width, width],
    align: 'end',
    ...(side === 'old' ? { frozen: true } : { givesWay: 2 }),
    sort: (row) => (indexAt(model, row, side) < 0 ? NaN : indexAt(model, row, side)),
    text,
    draw: (cell, row, shown) => {
      cell.textContent = shown;
      markSide(cell, model, row, side);
    },
  };
}

function nameColumn(model: DiffModel, side: SideName): Column {
  const names = side === 'old' ? model.message.oldNames : model.message.newNames;
  const lengths = Uint32Array.from(names, ({ length }) => length).sort();
  // A few long names must not take the room of the other columns.
  const widest = Math.min(MOST_NAME, (lengths[Math.floor(lengths.length * USUAL)] ?? 0) + 3);
  return {
    id: `${side}Name`,
    label: side === 'old' ? t`Old name` : t`New name`,
    hint: t`Name in the ${word(side)} file`,
    width: [Math.min(LEAST_NAME, Math.max(14, widest)), Math.max(14, widest)],
    tight: TIGHT_NAME,
    text: (row) => nameAt(model, row, side),
    search: (row) => nameAt(model, row, side),
    term: side,
    draw: (cell, row) => drawName(cell, model, row, side),
  };
}

function numberColumn(model: DiffModel, side: SideName, unit: Unit): Column {
  const value = (row: number): number =>
    unit === 'scale' ? scaleAt(model, row, side) : dynamicRange(scaleAt(model, row, side));
  const show =
    (format: (value: number) => string) =>
    (row: number): string =>
      indexAt(model, row, side) < 0 ? '' : format(value(row));
  return {
    id: `${side}Scale`,
    label: `${side === 'old' ? t`Old` : t`New`} ${unit === 'scale' ? t`scale` : t`± range`}`,
    hint: t`${unit === 'scale' ? t`Scale` : t`Dynamic range (127 × scale)`} in the ${word(side)} file`,
    width: [13.5, 14.5],
    givesWay: side === 'old' ? 5 : 6,
    descendsFirst: true,
    align: 'end',
    text: show(shortNumber),
    title: show(fullNumber),
    copy: show(fullNumber),
    sort: (row) => scaleAt(model, row, side),
    // The scale, whatever is shown: what is typed must not change its meaning.
    term: `${side}scale`,
    number: (row) => scaleAt(model, row, side),
    draw: (cell, row, text) => {
      cell.textContent = text;
      markSide(cell, model, row, side);
    },
  };
}

function ratioColumn(model: DiffModel): Column {
  const show =
    (format: (value: number) => string) =>
    (row: number): string =>
      isInBoth(model, row) ? format(ratioAt(model, row)) : '';
  return {
    id: 'ratio',
    givesWay: 1,
    descendsFirst: true,
    label: t`New / old`,
    hint: t`Ratio of the scales`,
    width: [10, 10],
    align: 'end',
    text: show((ratio) => shortNumber(ratio, 5)),
    sort: (row) => ratioAt(model, row),
    term: 'ratio',
    number: (row) => ratioAt(model, row),
    title: show(fullNumber),
    copy: show(fullNumber),
  };
}

function log2Column(model: DiffModel): Column {
  // A few ratios far out must not flatten the bars of all others.
  const bulk = bulkOf(model.log2Ratios.filter(Number.isFinite), () => LEAST_RATIO);
  const largest = Math.max(-(bulk?.low ?? 0), bulk?.high ?? 0);
  const show =
    (format: (value: number) => string) =>
    (row: number): string =>
      isInBoth(model, row) ? format(model.log2Ratios[row] ?? NaN) : '';
  return {
    id: 'log2',
    descendsFirst: true,
    label: t`log₂ ratio`,
    hint: t`Bits of resolution lost (above 0) or gained (below 0); sorted by size`,
    width: [12, 18],
    align: 'end',
    text: show(signed),
    term: 'log2',
    number: (row) => model.log2Ratios[row] ?? NaN,
    // The sign says which way; what one looks for is the size of the change.
    sort: (row) => Math.abs(model.log2Ratios[row] ?? NaN),
    title: show(fullNumber),
    copy: show(fullNumber),
    draw: (cell, row, text) => drawChange(cell, text, model.log2Ratios[row] ?? NaN, largest),
  };
}

/** The entry that a side does not have is hatched, as in VS Code's diff editor; the other one is tinted. */
function markSide(cell: HTMLElement, model: DiffModel, row: number, side: SideName): void {
  const isMissing = indexAt(model, row, side) < 0;
  cell.classList.toggle('gap', isMissing);
  cell.classList.toggle(side === 'old' ? 'removed-side' : 'added-side', !isMissing && !isInBoth(model, row));
}

/** What differs between two names is marked; a new name that is the old one stands back. */
function drawName(cell: HTMLElement, model: DiffModel, row: number, side: SideName): void {
  const name = nameAt(model, row, side);
  const other = nameAt(model, row, side === 'old' ? 'new' : 'old');
  markSide(cell, model, row, side);
  const names = side === 'old' ? model.message.oldNames : model.message.newNames;
  const at = indexAt(model, row, side);
  if (!isInBoth(model, row) || name === other) {
    drawNameAt(cell, names, at);
    cell.classList.toggle('muted', side === 'new' && name === other);
    return;
  }
  const { head, middle, tail } = nameParts(name, other);
  const runs = [
    { text: head, className: null },
    { text: middle, className: `name-part ${side}-part` },
    { text: tail, className: null },
  ];
  cell.classList.remove('muted');
  // What differs from the other name altogether tells by what it differs in from those beside it.
  const cuts =
    middle.length > MOST_TELLING ? cutsAt(names, at) : { shared: head.length, telling: head.length + middle.length };
  cell.replaceChildren(nameElement(runs, cuts));
}

function drawStatus(cell: HTMLElement, tags: number | undefined, text: string): void {
  const main = has(tags, 'doubtful')
    ? 'doubtful'
    : (TAGS.find((tag) => has(tags, tag) && !(tag === 'same' && text !== 'same')) ?? 'same');
  cell.replaceChildren(
    el('span', { class: `status status-${main}` }, ...(main === 'doubtful' ? [icon('question')] : []), wordsOf(text)),
  );
}

/** `renamed, changed` in the language of the user. */
function wordsOf(text: string): string {
  return text.split(', ').map(word).join(', ');
}

function confidenceText(model: DiffModel, row: number): string {
  return isInBoth(model, row) ? `${Math.floor((model.confidences[row] ?? 0) * 100)} %` : '';
}

function drawConfidence(cell: HTMLElement, model: DiffModel, row: number, text: string): void {
  const isDoubtful = (model.confidences[row] ?? 1) < DOUBTFUL_BELOW;
  cell.replaceChildren(
    el(
      'span',
      { class: isDoubtful ? 'status status-doubtful' : null },
      ...(isDoubtful ? [icon('question')] : []),
      text,
    ),
  );
}

/** The number, and before it a bar from the middle: to the right where the range grew, to the left where it shrank. */
function drawChange(cell: HTMLElement, text: string, ratio: number, largest: number): void {
  const fill = el('span', { class: 'change-fill' });
  const length = Number.isFinite(ratio) && largest > 0 ? Math.min(1, Math.abs(ratio) / largest) * 50 : 0;
  fill.style.width = `${length}%`;
  fill.style.left = `${ratio < 0 ? 50 - length : 50}%`;
  cell.replaceChildren(
    el('span', { class: text === '' ? 'change' : 'change has-middle', 'aria-hidden': 'true' }, fill),
    el('span', { class: 'bar-number' }, text),
  );
}

function signed(ratio: number): string {
  if (ratio === 0 || !Number.isFinite(ratio)) return shortNumber(ratio);
  return `${ratio > 0 ? '+' : ''}${Math.abs(ratio) < 0.001 ? ratio.toExponential(2) : ratio.toFixed(4)}`;
}
