import { el } from '../shared/dom.js';
import type { Column } from '../shared/grid/column.js';
import { fullNumber, shortNumber } from '../shared/numbers.js';
import { ratioAt, type DiffModel } from './model.js';

/** The columns of a comparison. */
export function columnsOf(model: DiffModel): readonly Column[] {
  const indexWidth = Math.max(4, String(model.names.length).length + 3);
  const nameWidth = Math.min(64, Math.max(18, model.names.reduce((most, { length }) => Math.max(most, length), 0) + 4));
  return [
    { id: 'index', label: '#', hint: 'Position in the new file', width: [indexWidth, indexWidth], align: 'end', frozen: true, text: (row) => positionText(model, row), title: (row) => positionTitle(model, row) },
    { id: 'status', label: 'Status', hint: 'What became of the entry', width: [11, 11], text: (row) => model.statuses[row] ?? '', draw: drawStatus },
    { id: 'name', label: 'Name', hint: 'Name as the files spell it', width: [18, nameWidth], text: (row) => model.names[row] ?? '' },
    numberColumn('oldScale', 'Old scale', 'Scale in the old file', (row) => model.oldScales[row] ?? NaN, (row) => (model.oldIndices[row] ?? -1) < 0),
    numberColumn('newScale', 'New scale', 'Scale in the new file', (row) => model.newScales[row] ?? NaN, (row) => (model.newIndices[row] ?? -1) < 0),
    numberColumn('ratio', 'New / old', 'Ratio of the scales', (row) => ratioAt(model, row), (row) => isOneSided(model, row)),
    log2Column(model),
  ];
}

function numberColumn(id: string, label: string, hint: string, value: (row: number) => number, isMissing: (row: number) => boolean): Column {
  const show = (format: (value: number) => string) => (row: number): string => (isMissing(row) ? '' : format(value(row)));
  return { id, label, hint, width: [15, 15], align: 'end', text: show(shortNumber), title: show(fullNumber), copy: show(fullNumber) };
}

function log2Column(model: DiffModel): Column {
  const largest = model.log2Ratios.reduce((most, ratio) => (Math.abs(ratio) > most && Number.isFinite(ratio) ? Math.abs(ratio) : most), 0);
  const base = numberColumn('log2', 'log₂ ratio', 'Bits of resolution lost (above 0) or gained (below 0); sorted by size', (row) => model.log2Ratios[row] ?? NaN, (row) => isOneSided(model, row));
  return {
    ...base, width: [22, 22],
    text: (row) => (isOneSided(model, row) ? '' : signed(model.log2Ratios[row] ?? NaN)),
    draw: (cell, row, text) => drawChange(cell, text, model.log2Ratios[row] ?? NaN, largest),
  };
}

function drawStatus(cell: HTMLElement, _row: number, text: string): void {
  cell.replaceChildren(el('span', { class: `status status-${text}` }, text));
}

/** The number, and before it a bar from the middle: to the right where the range grew, to the left where it shrank. */
function drawChange(cell: HTMLElement, text: string, ratio: number, largest: number): void {
  const fill = el('span', { class: 'change-fill' });
  const length = Number.isFinite(ratio) && largest > 0 ? (Math.abs(ratio) / largest) * 50 : 0;
  fill.style.width = `${length}%`;
  fill.style.left = `${ratio < 0 ? 50 - length : 50}%`;
  cell.replaceChildren(el('span', { class: text === '' ? 'change' : 'change has-middle', 'aria-hidden': 'true' }, fill), el('span', { class: 'bar-number' }, text));
}

function signed(ratio: number): string {
  if (ratio === 0 || !Number.isFinite(ratio)) return shortNumber(ratio);
  return `${ratio > 0 ? '+' : ''}${Math.abs(ratio) < 0.001 ? ratio.toExponential(2) : ratio.toFixed(4)}`;
}

function isOneSided({ statuses }: DiffModel, row: number): boolean {
  return statuses[row] === 'removed' || statuses[row] === 'added';
}

function positionText({ newIndices }: DiffModel, row: number): string {
  const index = newIndices[row] ?? -1;
  return index < 0 ? '–' : String(index + 1);
}

function positionTitle({ oldIndices, newIndices }: DiffModel, row: number): string {
  const [before, after] = [oldIndices[row] ?? -1, newIndices[row] ?? -1];
  return [before >= 0 && `entry ${before + 1} of the old file`, after >= 0 && `entry ${after + 1} of the new file`].filter(Boolean).join(', ');
}
