/**
 * Scrolling through more pixels than a browser can lay out (16 to 33 million): the scroller gets a shorter
 * content, and its position stands for one in the full table. Small movements stay one to one, so that the
 * wheel feels as ever; jumps (the thumb, a click on the bar) go in proportion.
 */

/** Heights in pixels: of all content, and of the window on it. */
export interface Extent {
  readonly content: number;
  readonly window: number;
}

export interface ScrollPosition {
  /** What the scroller says. */
  readonly native: number;
  /** Where that is in the full content. */
  readonly virtual: number;
}

/** Far below what any browser allows, whatever the zoom level. */
export const MAX_NATIVE_HEIGHT = 8_000_000;

/** The height of what the scroller scrolls. */
export function nativeHeight({ content }: Extent): number {
  return Math.min(content, MAX_NATIVE_HEIGHT);
}

export function isCompressed({ content }: Extent): boolean {
  return content > MAX_NATIVE_HEIGHT;
}

/** The position in the full content, by proportion. */
export function toVirtual(native: number, extent: Extent): number {
  return native * ratio(extent);
}

/** The scroller's position for one in the full content. */
export function toNative(virtual: number, extent: Extent): number {
  return virtual / ratio(extent);
}

/** Keeps a position inside the content. */
export function clampTop(virtual: number, { content, window }: Extent): number {
  return Math.min(Math.max(0, virtual), Math.max(0, content - window));
}

/** Where the scroller has moved to, as seen from where it was. */
export function follow(last: ScrollPosition, native: number, extent: Extent): ScrollPosition {
  if (!isCompressed(extent)) return { native, virtual: native };
  const moved = native - last.native;
  const isAtEnd = native <= 0 || native >= nativeHeight(extent) - extent.window;
  const virtual = Math.abs(moved) > extent.window || isAtEnd ? toVirtual(native, extent) : last.virtual + moved;
  return { native, virtual: clampTop(virtual, extent) };
}

/** So many windows before an end of the scroller it matters whether its room suffices for the content's. */
const END_WINDOWS = 8;

/**
 * Whether the scroller would reach an end before the content does. Then it has to be put where it belongs in
 * proportion; elsewhere it is left alone, since moving it under a running wheel makes the content jump.
 */
export function isNearFalseEnd({ native, virtual }: ScrollPosition, extent: Extent): boolean {
  const near = END_WINDOWS * extent.window;
  const below = nativeHeight(extent) - extent.window - native;
  const contentBelow = extent.content - extent.window - virtual;
  return isCompressed(extent) && ((native < near && native < virtual) || (below < near && below < contentBelow));
}

/** First and one past the last row in sight, with some more at both ends that are there before they are scrolled to. */
export function visibleRows(
  top: number,
  window: number,
  rowHeight: number,
  rows: number,
  spare: number,
): { first: number; end: number } {
  const first = Math.floor(top / rowHeight) - spare;
  const end = Math.ceil((top + window) / rowHeight) + spare;
  return { first: Math.max(0, Math.min(first, rows)), end: Math.max(0, Math.min(end, rows)) };
}

function ratio(extent: Extent): number {
  const native = nativeHeight(extent) - extent.window;
  return isCompressed(extent) && native > 0 ? (extent.content - extent.window) / native : 1;
}
