import { counted } from '../../../../src/core/render/counts.js';
import { button } from '../../../shared/controls.js';
import { el, fill, setTooltip } from '../../../shared/dom.js';
import { icon } from '../../../shared/icons.js';
import { excludable, includable, type QdqModel } from '../model.js';
import { t } from '../../../../src/core/texts/translate.js';

/** What is done with the selected rows: left in float, or taken back. */
export class ExcludeBar {
  readonly #what = el('p', { id: 'selected', class: 'fix-what' });
  readonly #layer = button({
    id: 'exclude-layer',
    label: t`Leave Layer in Float`,
    look: 'secondary',
    onClick: () => this.#tell('layer'),
  });
  readonly #tensor = button({
    id: 'exclude-tensor',
    label: t`Leave Tensor in Float`,
    look: 'secondary',
    onClick: () => this.#tell('tensor'),
  });
  readonly #back = button({ id: 'include', label: t`Take Back`, look: 'secondary', onClick: () => this.takeBack() });
  readonly #problem = el('p', { id: 'fix-message', class: 'fix-message', role: 'alert' });
  readonly element = el(
    'section',
    { id: 'exclude-bar', class: 'fix-bar', 'aria-label': t`The selected rows` },
    this.#what,
    el('div', { class: 'fix-form' }, this.#layer, this.#tensor, this.#back),
    this.#problem,
  );
  #model: QdqModel | null = null;
  #rows: readonly number[] = [];
  readonly #onExclude: (names: readonly string[], excluded: boolean) => void;

  constructor(onExclude: (names: readonly string[], excluded: boolean) => void) {
    this.#onExclude = onExclude;
    setTooltip(this.#layer, t`The layer runs in the type of the model (Delete)`);
    setTooltip(this.#tensor, t`No layer reads a pair of the tensor`);
    setTooltip(this.#back, t`Give it its pair again`);
  }

  select(model: QdqModel, rows: readonly number[]): void {
    this.#model = model;
    this.#rows = rows;
    this.#layer.disabled = excludable(model, rows, 'layer').length === 0;
    this.#tensor.disabled = excludable(model, rows, 'tensor').length === 0;
    this.#back.disabled = includable(model, rows).length === 0;
    this.#what.textContent = describe(model, rows);
  }

  /** Leaves the selected layers in float; says why where it can't. */
  exclude(): void {
    if (this.#layer.disabled)
      this.showProblem(this.#rows.length > 0 ? t`The selected rows have no pair to take away.` : null);
    else this.#tell('layer');
  }

  takeBack(): void {
    if (this.#model) this.#onExclude(includable(this.#model, this.#rows), false);
  }

  showProblem(problem: string | null): void {
    fill(this.#problem, problem !== null && icon('error'), problem !== null && el('span', {}, problem));
  }

  #tell(by: 'layer' | 'tensor'): void {
    if (this.#model) this.#onExclude(excludable(this.#model, this.#rows, by), true);
  }
}

function describe({ message }: QdqModel, rows: readonly number[]): string {
  const [row] = rows;
  if (row === undefined) return t`Select rows to leave layers in float.`;
  if (rows.length > 1) return t`${counted(rows.length, t`row`, t`rows`)} selected`;
  const names = [message.layers[row], message.tensors[row]].filter(Boolean).join(' · ');
  return `${names}: ${message.kinds[row] === 'pair' ? t`reads a pair` : message.whys[row]}`;
}
