import { el, fill } from '../../shared/dom.js';
import { countButton } from '../../shared/filter/countButton.js';
import { factList, type Fact } from '../../shared/facts.js';
import { icon } from '../../shared/icons.js';
import { button } from '../../shared/controls.js';
import { grouped } from '../../../src/core/render/counts.js';
import { fullNumber, plainNumber } from '../../shared/text/numbers.js';
import { statementList } from '../../shared/statements.js';
import { HeaderForm } from './headerForm.js';
import type { TableModel } from '../model.js';
import type { SendEdits } from './edits.js';
import { severityCounts } from './severityCounts.js';
import { t } from '../../../src/core/texts/translate.js';

/** The strip above the table: what the file is, what is in it, and what is known about reusing it. */
export class Strip {
  readonly element = el('header', { id: 'strip', class: 'strip' });
  readonly #form: HeaderForm;
  #shown: TableModel | null = null;

  readonly #onCount: OnCount;

  /** @param onCount a count was clicked: its entries are to be shown, or all again */
  constructor(send: SendEdits, onCount: OnCount) {
    this.#onCount = onCount;
    this.#form = new HeaderForm(send, () => this.#shown?.message.header.raw ?? '');
  }

  update(model: TableModel): void {
    const wasOpen = this.element.querySelector('details')?.open ?? false;
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.id : undefined;
    this.#shown = model;
    const statements = statementList(t`Reuse`, model.message.reuse);
    if (statements instanceof HTMLDetailsElement) statements.open = wasOpen;
    fill(
      this.element,
      el('h1', { class: 'visually-hidden' }, t`Calibration table`),
      factList([...this.#origin(model), ...counts(model, this.#onCount), ...ranges(model)]),
      readOnlyLine(model),
      this.#form.element,
      statements,
    );
    // What was focused has been replaced.
    if (focused) document.getElementById(focused)?.focus();
  }

  #origin({ message: { format, header, readOnly, network } }: TableModel): Fact[] {
    const facts: Fact[] = [{ id: 'format', label: t`Format`, value: format.label }];
    if (network !== null) facts.push({ id: 'network', label: t`Checked against`, value: network });
    if (!format.hasHeader) return facts;
    return [
      ...facts,
      { id: 'version', label: 'TensorRT', value: header.trtVersion ?? t`not told` },
      { id: 'algorithm', label: t`Algorithm`, value: header.algorithm ?? t`not told` },
      { id: 'header', label: t`Header line`, value: this.#headerLine(header.raw, readOnly) },
    ];
  }

  #headerLine(raw: string | null, readOnly: boolean): HTMLElement {
    const edit = button({
      id: 'edit-header',
      label: t`Edit Header Line`,
      icon: 'edit',
      compact: true,
      onClick: () => this.#form.open(),
    });
    return el('span', { class: 'header-line' }, el('code', {}, raw ?? t`none`), !readOnly && edit);
  }
}

type OnCount = (key: string, value: string) => void;

function counts({ summary, message, edits }: TableModel, onCount: OnCount): Fact[] {
  const optional = [
    ['zeros', t`Zeros`, summary.zeros, 'zero'],
    ['infinities', 'Inf', summary.infinities, 'inf'],
    ['nans', 'NaN', summary.nans, 'nan'],
    ['negatives', t`Negative`, summary.negatives, 'negative'],
  ] as const;
  const present = optional.filter(([, , count]) => count > 0);
  return [
    {
      id: 'entries',
      label: t`Entries`,
      value: countButton({ key: 'is', value: '' }, t`Show all`, () => onCount('', ''), grouped(summary.entries)),
    },
    ...present.map(([id, label, count, value]) => ({
      id,
      label,
      value: countButton({ key: 'is', value }, t`Show only these`, () => onCount('is', value), grouped(count)),
    })),
    ...edited(edits, onCount),
    { id: 'findings', label: t`Findings`, value: severityCounts(message.findings, onCount) },
  ];
}

/** What is not saved yet; what is gone can't be shown. */
function edited({ count, gone }: TableModel['edits'], onCount: OnCount): Fact[] {
  if (count + gone === 0) return [];
  const button = countButton(
    { key: 'is', value: 'edited' },
    t`Show only what is edited since the last save`,
    () => onCount('is', 'edited'),
    grouped(count),
  );
  const deleted = gone > 0 ? t`, ${grouped(gone)} deleted` : '';
  return [{ id: 'edited', label: t`Edited`, value: el('span', {}, button, deleted) }];
}

function ranges({ summary: { smallestRange, medianRange, largestRange } }: TableModel): Fact[] {
  const fact = (id: string, label: string, range: number | null): Fact[] =>
    range === null
      ? []
      : [{ id, label, value: `± ${plainNumber(range)}`, title: t`Dynamic range ± ${fullNumber(range)}` }];
  return [
    ...fact('smallest', t`Smallest range`, smallestRange),
    ...fact('median', t`Median`, medianRange),
    ...fact('largest', t`Largest`, largestRange),
  ];
}

function readOnlyLine({ message: { readOnlyReason } }: TableModel): HTMLElement | null {
  return readOnlyReason === null
    ? null
    : el('p', { id: 'read-only', class: 'read-only' }, icon('info'), el('span', {}, readOnlyReason));
}
