import type { ChartFile } from '../../../src/protocol/common.js';
import { ChartRoom } from '../../shared/chartRoom.js';
import type { TableModel } from '../model.js';
import { ProfileLoader } from '../profile/profileLoader.js';
import type { ViewState } from '../viewState.js';
import { HistogramPanel } from './histogramPanel.js';

export interface ChartsEvents {
  readonly onChange: (part: Partial<ViewState>) => void;
  readonly onEntry: (entry: number) => void;
  /** A count was clicked: its entries are to be shown, or all again. */
  readonly onCount: (key: string, value: string) => void;
  readonly onSave: (file: ChartFile) => void;
}

/** The charts above the rows: one at a time, where there is height for one. */
export class Charts {
  readonly #histogram: HistogramPanel;
  readonly #profile: ProfileLoader;
  readonly elements: readonly HTMLElement[];
  readonly #events: ChartsEvents;
  #room: ChartRoom | null = null;

  constructor(events: ChartsEvents) {
    this.#events = events;
    const { onChange, onCount } = events;
    this.#histogram = new HistogramPanel({
      onChart: (chart) => onChange({ chart }),
      onSpan: (span) => onChange({ span }),
      onSpacing: (spacing) => onChange({ histogram: { open: true, spacing } }),
      onCount,
    });
    this.#profile = new ProfileLoader({
      ...events,
      onMeasure: (measure) => onChange({ measure }),
      onChart: (chart) => onChange({ chart }),
      onStretch: (stretch) => onChange({ stretch }),
    });
    this.elements = [this.#histogram.element, this.#profile.element];
  }

  /** From now on the charts give way to the rows of a page; `others` stand above or below those, too. */
  makeRoom(page: HTMLElement, others: readonly HTMLElement[]): void {
    this.#room = new ChartRoom(page, others, () => this.#events.onChange({}));
  }

  /** The user asks for the charts whatever the height, or no more. */
  insist(on: boolean): void {
    this.#room?.insist(on);
  }

  /** The state without the charts for which there is no height. */
  roomy(state: ViewState): ViewState {
    const { histogram } = state;
    return this.#room?.isFolded ? { ...state, histogram: { ...histogram, open: false } } : state;
  }

  update(model: TableModel, state: ViewState, active: number | null, rows: Uint32Array): void {
    const roomy = this.roomy(state);
    this.#histogram.update(model, roomy, active);
    this.#profile.update(model, { state: roomy, active, rows });
  }

  restyle(): void {
    this.#histogram.restyle();
    this.#profile.restyle();
  }
}
