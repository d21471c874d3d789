import { el, setAttributes, setLabel, toggle } from '../../shared/dom.js';
import { plainNumber } from '../../shared/text/numbers.js';
import { t } from '../../../src/core/texts/translate.js';

export interface RangeSliderEvents {
  /** The range stands elsewhere, but is not set yet. */
  readonly onMove: (range: number) => void;
  /** The user is done: this is the range. */
  readonly onSet: (range: number) => void;
  /** The user takes back where it was moved to. */
  readonly onCancel: () => void;
}

/** Part of the axis that a step by a key takes. */
const STEP = 0.005;
const LARGE_STEP = 0.05;

/** Digits that a range set by hand has: as fine as a screen can show. */
const DIGITS = 4;

/**
 * ± the range over a histogram: a line that is dragged, or stepped by keys (Enter sets, Escape takes back), and its mirror image.
 * A drag sets the range once, when it ends.
 */
export class RangeSlider {
  readonly #handle = el('div', {
    id: 'range-slider',
    class: 'range-line range-handle',
    role: 'slider',
    tabindex: 0,
    'aria-label': t`± Dynamic range`,
    'aria-orientation': 'horizontal',
  });
  readonly #mirror = el('div', { class: 'range-line', 'aria-hidden': 'true' });
  readonly #beyond = [el('div', { class: 'range-beyond' }), el('div', { class: 'range-beyond' })] as const;
  /** What lies over the histogram. */
  readonly elements: readonly HTMLElement[] = [...this.#beyond, this.#mirror, this.#handle];
  readonly #events: RangeSliderEvents;
  /** The axis goes from `low`, which is -high or 0, to `high`. */
  #axis = { low: 0, high: 1 };
  #range = NaN;
  #isReadOnly = false;
  #isMoved = false;

  constructor(events: RangeSliderEvents) {
    this.#events = events;
    this.#handle.addEventListener('pointerdown', (event) => this.#start(event));
    this.#handle.addEventListener('keydown', (event) => this.#onKey(event));
    this.#handle.addEventListener('blur', () => this.#cancel());
  }

  /** Whether the range was moved and is not set. */
  get isMoved(): boolean {
    return this.#isMoved;
  }

  focus(): void {
    this.#handle.focus();
  }

  show(axis: { readonly low: number; readonly high: number }, range: number, isReadOnly: boolean): void {
    this.#axis = axis;
    this.#isReadOnly = isReadOnly;
    this.#isMoved = false;
    setAttributes(this.#handle, { 'aria-disabled': isReadOnly ? 'true' : null, 'aria-valuemin': 0 });
    setAttributes(this.#handle, { 'aria-valuemax': axis.high });
    this.#place(range);
  }

  /** What a screen reader says of where it stands. */
  describe(text: string): void {
    setAttributes(this.#handle, { 'aria-valuetext': text });
  }

  #place(range: number): void {
    this.#range = range;
    const isKnown = Number.isFinite(range);
    toggle(this.#handle, isKnown);
    toggle(this.#mirror, isKnown && this.#axis.low < 0);
    if (!isKnown) return;
    const [right, left] = [this.#share(range), this.#share(-range)];
    this.#handle.style.left = `${100 * right}%`;
    this.#mirror.style.left = `${100 * left}%`;
    this.#beyond[0].style.width = `${this.#axis.low < 0 ? 100 * left : 0}%`;
    this.#beyond[1].style.width = `${100 * (1 - right)}%`;
    setAttributes(this.#handle, { 'aria-valuenow': range });
    setLabel(this.#handle, t`± Dynamic range, ${plainNumber(range)}`);
  }

  #share(value: number): number {
    const { low, high } = this.#axis;
    return Math.min(1, Math.max(0, (value - low) / (high - low)));
  }

  #start(event: PointerEvent): void {
    if (this.#isReadOnly || event.button !== 0) return;
    event.preventDefault();
    this.#handle.focus();
    this.#handle.setPointerCapture(event.pointerId);
    const box = this.#handle.parentElement?.getBoundingClientRect();
    const ended = new AbortController();
    const { signal } = ended;
    const move = ({ clientX }: PointerEvent): void => {
      if (!box) return;
      const { low, high } = this.#axis;
      this.#move(low + ((clientX - box.left) / box.width) * (high - low));
    };
    this.#handle.addEventListener('pointermove', move, { signal });
    this.#handle.addEventListener('pointerup', () => this.#set(), { signal });
    this.#handle.addEventListener('pointercancel', () => this.#cancel(), { signal });
    this.#handle.addEventListener('lostpointercapture', () => ended.abort(), { signal });
  }

  #onKey(event: KeyboardEvent): void {
    const { high } = this.#axis;
    const by = {
      ...{ ArrowRight: STEP, ArrowUp: STEP, ArrowLeft: -STEP, ArrowDown: -STEP },
      ...{ PageUp: LARGE_STEP, PageDown: -LARGE_STEP },
    }[event.key];
    if (by !== undefined && !this.#isReadOnly) this.#move(this.#range + by * high);
    else if (event.key === 'End' && !this.#isReadOnly) this.#move(high);
    else if (event.key === 'Enter') this.#set();
    else if (event.key === 'Escape' && this.#isMoved) this.#cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #move(wanted: number): void {
    const { high } = this.#axis;
    const range = Number(Math.min(high, Math.max(high / 1000, wanted)).toPrecision(DIGITS));
    this.#isMoved = true;
    this.#place(range);
    this.#events.onMove(range);
  }

  #set(): void {
    if (!this.#isMoved) return;
    this.#isMoved = false;
    this.#events.onSet(this.#range);
  }

  #cancel(): void {
    if (!this.#isMoved) return;
    this.#isMoved = false;
    this.#events.onCancel();
  }
}
