import { checkbox, dropdown, setChoices } from '../../../shared/controls.js';
import { el } from '../../../shared/dom.js';
import type { QdqMessage } from '../../../../src/protocol/qdqReview.js';
import { t } from '../../../../src/core/texts/translate.js';

export type PlacementChoice = Pick<QdqMessage, 'placement' | 'perTensorWeights'>;

/** How pairs are placed: another choice is another plan. */
export class PlacementOptions {
  readonly #placement = dropdown('placement', t`Placement`);
  readonly #perTensor = checkbox('per-tensor-weights', t`One scale a weight tensor`, () => this.#tell());
  readonly element = el('span', { class: 'placement-options' }, this.#placement, this.#perTensor);
  readonly #onChange: (choice: PlacementChoice) => void;

  constructor(onChange: (choice: PlacementChoice) => void) {
    this.#onChange = onChange;
    setChoices(this.#placement, [
      { value: 'tensorrt', label: t`Pairs where TensorRT wants them` },
      { value: 'every', label: t`Pairs on every entry (DLA)` },
    ]);
    this.#placement.addEventListener('change', () => this.#tell());
  }

  update({ placement, perTensorWeights }: PlacementChoice): void {
    this.#placement.value = placement;
    this.#perTensor.checked = perTensorWeights;
  }

  #tell(): void {
    const placement = this.#placement.value === 'every' ? 'every' : 'tensorrt';
    this.#onChange({ placement, perTensorWeights: this.#perTensor.checked });
  }
}
