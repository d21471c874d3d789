import { el } from '../dom.js';
import {
  clampTop,
  follow,
  isCompressed,
  isNearFalseEnd,
  nativeHeight,
  toNative,
  type Extent,
  type ScrollPosition,
} from './scrollMap.js';

/** After this long without scrolling, a scroll bar about to end too early is put where it belongs. */
const SETTLE_MS = 200;

/** The scroller of a grid, in positions of the full content (scrollMap.ts says why). */
export class Viewport {
  readonly content = el('div', { class: 'grid-content' });
  readonly element = el('div', { class: 'grid-scroller' }, this.content);
  #extent: Extent = { content: 0, window: 0 };
  #position: ScrollPosition = { native: 0, virtual: 0 };
  #settling: ReturnType<typeof setTimeout> | undefined;
  readonly #onScroll: () => void;

  constructor(onScroll: () => void) {
    this.#onScroll = onScroll;

    this.element.addEventListener('scroll', () => this.#follow(), { passive: true });
    new ResizeObserver(() => {
      this.setContent(this.#extent.content);
      this.#onScroll();
    }).observe(this.element);
  }

  get top(): number {
    return this.#position.virtual;
  }

  /** What to add to a position in the full content to get one in the scroller's. */
  get shift(): number {
    return this.#position.native - this.#position.virtual;
  }

  get height(): number {
    return this.#extent.window;
  }

  /** The full height of the content. A position that it still has stays. */
  setContent(content: number): void {
    this.#extent = { content, window: this.element.clientHeight };
    this.content.style.height = `${nativeHeight(this.#extent)}px`;
    this.#moveTo(this.top);
  }

  /** Takes the height as it is now, before the browser reports that it has changed. */
  measure(): void {
    this.#extent = { ...this.#extent, window: this.element.clientHeight };
  }

  scrollTo(top: number): void {
    this.#moveTo(top);
    this.#onScroll();
  }

  #moveTo(top: number): void {
    const virtual = clampTop(top, this.#extent);
    this.element.scrollTop = toNative(virtual, this.#extent);
    const native = this.element.scrollTop;
    this.#position = { native, virtual: isCompressed(this.#extent) ? virtual : native };
  }

  #follow(): void {
    this.#position = follow(this.#position, this.element.scrollTop, this.#extent);
    this.#onScroll();
    clearTimeout(this.#settling);
    if (isNearFalseEnd(this.#position, this.#extent))
      this.#settling = setTimeout(() => this.scrollTo(this.top), SETTLE_MS);
  }
}
