import { el, fill } from '../shared/dom.js';
import { factList, type Fact } from '../shared/facts.js';
import { icon } from '../shared/icons.js';
import { button } from '../shared/controls.js';
import { counted, fullNumber, grouped, plainNumber } from '../shared/numbers.js';
import { statementList } from '../shared/statements.js';
import { findingLine } from './findingLine.js';
import { HeaderForm } from './HeaderForm.js';
import { countBySeverity, SEVERITIES, type TableModel } from './model.js';
import type { SendEdit } from './edits.js';

/** More findings about the file than this are counted only. */
const MOST_FILE_FINDINGS = 20;

/** The strip above the table: what the file is, what is in it, and what is known about reusing it. */
export class Strip {
  readonly element = el('header', { id: 'strip', class: 'strip' });
  readonly #form: HeaderForm;
  #shown: TableModel | null = null;

  constructor(send: SendEdit) {
    this.#form = new HeaderForm(send, () => this.#shown?.message.header.raw ?? '');
  }

  update(model: TableModel): void {
    const wasOpen = this.element.querySelector('details')?.open ?? false;
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.id : undefined;
    this.#shown = model;
    const statements = statementList('Reuse', model.message.reuse);
    if (statements instanceof HTMLDetailsElement) statements.open = wasOpen;
    fill(this.element, el('h1', { class: 'visually-hidden' }, 'Calibration table'), factList([...this.#origin(model), ...counts(model), ...ranges(model)]), this.#form.element, statements, fileFindings(model));
    // What was focused has been replaced.
    if (focused) document.getElementById(focused)?.focus();
  }

  #origin({ message: { format, header, readOnly } }: TableModel): Fact[] {
    const facts: Fact[] = [{ id: 'format', label: 'Format', value: format.label }];
    if (readOnly) facts.push({ id: 'readonly', label: 'Access', value: 'Read-only' });
    if (!format.hasHeader) return facts;
    return [
      ...facts,
      { id: 'version', label: 'TensorRT', value: header.trtVersion ?? 'not told' },
      { id: 'algorithm', label: 'Algorithm', value: header.algorithm ?? 'not told' },
      { id: 'header', label: 'Header line', value: this.#headerLine(header.raw, readOnly) },
    ];
  }

  #headerLine(raw: string | null, readOnly: boolean): HTMLElement {
    const edit = button({ id: 'edit-header', label: 'Edit Header Line', icon: 'edit', compact: true, onClick: () => this.#form.open() });
    return el('span', { class: 'header-line' }, el('code', {}, raw ?? 'none'), !readOnly && edit);
  }
}

function counts({ summary, message }: TableModel): Fact[] {
  const optional: Fact[] = [
    { id: 'zeros', label: 'Zeros', value: grouped(summary.zeros) },
    { id: 'infinities', label: 'Inf', value: grouped(summary.infinities) },
    { id: 'nans', label: 'NaN', value: grouped(summary.nans) },
    { id: 'negatives', label: 'Negative', value: grouped(summary.negatives) },
  ];
  return [
    { id: 'entries', label: 'Entries', value: grouped(summary.entries) },
    ...optional.filter(({ value }) => value !== '0'),
    { id: 'findings', label: 'Findings', value: severityCounts(message.findings) },
  ];
}

function severityCounts(findings: TableModel['message']['findings']): HTMLElement {
  const byType = countBySeverity(findings);
  const present = SEVERITIES.filter((severity) => byType[severity] > 0);
  if (present.length === 0) return el('span', {}, 'none');
  return el('span', { class: 'severity-counts' }, ...present.map((severity) => el('span', { class: 'severity-count', title: counted(byType[severity], severity, `${severity}s`) },
    icon(severity), el('span', { class: 'visually-hidden' }, severity), grouped(byType[severity]))));
}

function ranges({ summary: { smallestRange, medianRange, largestRange } }: TableModel): Fact[] {
  const fact = (id: string, label: string, range: number | null): Fact[] =>
    range === null ? [] : [{ id, label, value: `± ${plainNumber(range)}`, title: `Dynamic range ± ${fullNumber(range)}` }];
  return [...fact('smallest', 'Smallest range', smallestRange), ...fact('median', 'Median', medianRange), ...fact('largest', 'Largest', largestRange)];
}

function fileFindings({ fileFindings: all }: TableModel): HTMLElement | null {
  if (all.length === 0) return null;
  const rest = all.length - MOST_FILE_FINDINGS;
  return el('ul', { id: 'file-findings', class: 'finding-lines' }, ...all.slice(0, MOST_FILE_FINDINGS).map(findingLine),
    rest > 0 && el('li', { class: 'finding-line' }, `${counted(rest, 'more line', 'more lines')} like these; see the Problems panel.`));
}
