import type { GridLayout } from '../../../src/protocol/common.js';
import { leastWidth, template, type Column } from './column.js';
import { fitting, laidOut, NO_LAYOUT } from './columnLayout.js';

/** So many characters the button takes that tells of columns without room. */
const BUTTON = 5;
/** And so many a header has beside its label. */
const HEADER_PADDING = 2;

/** Which columns a grid shows: those that there are, as the user has arranged them, and as there is room. */
export class GridColumns {
  #all: readonly Column[] = [];
  #layout: GridLayout = NO_LAYOUT;
  #laidOut: readonly Column[] = [];
  #visible: readonly Column[] = [];
  /** The user wants to see all of them, room or not. */
  #isInsisted = false;

  get all(): readonly Column[] {
    return this.#all;
  }
  get layout(): GridLayout {
    return this.#layout;
  }
  /** Those in sight. */
  get visible(): readonly Column[] {
    return this.#visible;
  }
  /** Those of a whole row: room has no say in what is copied. */
  get ofRows(): readonly Column[] {
    return this.#laidOut;
  }
  /** Those that have something to show and are not shown. */
  get missing(): readonly Column[] {
    return this.#all.filter(({ id, isEmpty }) => !isEmpty && !this.#visible.some((column) => column.id === id));
  }

  /** `grid-template-columns` of a row; what stands at its end keeps clear of the button above it. */
  get template(): string {
    return this.#hasMargin ? `${template(this.#visible)} ${BUTTON}ch` : template(this.#visible);
  }
  get leastWidth(): string {
    return this.#hasMargin ? `calc(${leastWidth(this.#visible)} + ${BUTTON}ch)` : leastWidth(this.#visible);
  }
  get #hasMargin(): boolean {
    const last = this.#visible.at(-1);
    return this.missing.length > 0 && last !== undefined && (last.align === 'end' || !hasRoomForButton(last));
  }

  set(all: readonly Column[], layout: GridLayout): void {
    this.#all = all;
    this.#layout = layout;
    this.#laidOut = laidOut(all, layout);
  }

  insist(): void {
    this.#isInsisted = true;
  }

  /** Chooses what is shown in so much room. @param kept the column that does not give way now, since it is edited */
  fit(pixels: number, pixelsPerCharacter: number, kept?: string): void {
    const room = pixels / pixelsPerCharacter;
    const laidOut = this.#laidOut.map((column) => (column.id === kept ? staying(column) : column));
    const all = fitting(laidOut, room, pixelsPerCharacter);
    const isCut = all.length < this.#all.filter(({ isEmpty }) => !isEmpty).length;
    this.#visible = this.#isInsisted
      ? this.#laidOut
      : isCut
        ? fitting(laidOut, room - BUTTON, pixelsPerCharacter)
        : all;
  }

  /** Where a column stands now that stood at a place among others; the last but for want of it. */
  placeOf(id: string | undefined): number {
    const at = this.#visible.findIndex((column) => column.id === id);
    return at >= 0 ? at : Math.min(1, this.#visible.length - 1);
  }
}

function staying({ givesWay: _, ...column }: Column): Column {
  return column;
}

/** Whether the button may stand over the end of a column's header. */
function hasRoomForButton({ label, width: [least] }: Column): boolean {
  return label.length + HEADER_PADDING + BUTTON <= least;
}
