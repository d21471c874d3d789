/** What keys mean in a profile. Pure. */
import { clamped, zoomed } from './profile.js';
import type { Stretch } from '../viewState.js';

export interface KeyPlace {
  /** Where the user is. */
  readonly at: number;
  readonly count: number;
  readonly visible: Stretch;
  readonly brush: Stretch | null;
}

/** What becomes of the place, the brush or the sight; null for a key that means nothing here. */
export interface KeyResult {
  readonly at?: number;
  readonly brush?: Stretch | null;
  readonly zoom?: Stretch | null;
}

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const PAGE = 10;
const ZOOM = 1.5;

export function profileKey({ key, shiftKey, ctrlKey, metaKey, altKey }: Key, place: KeyPlace): KeyResult | null {
  if (ctrlKey || metaKey || altKey) return null;
  const { at, count, visible, brush } = place;
  const next = moved(key, at, count);
  if (next !== null) return shiftKey ? { at: next, brush: extended(brush, at, next, count) } : { at: next };
  switch (key) {
    case '+':
    case '=':
      return { zoom: zoomed(visible, at, 1 / ZOOM, count) };
    case '-':
      return { zoom: zoomed(visible, at, ZOOM, count) };
    case '0':
      return { zoom: null };
    case 'Escape':
      return brush ? { brush: null } : null;
    default:
      return null;
  }
}

function moved(key: string, at: number, count: number): number | null {
  const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: PAGE, PageDown: -PAGE }[key];
  if (step !== undefined) return Math.max(0, Math.min(count - 1, at + step));
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** The brush from its far end to the place that was gone to. */
function extended(brush: Stretch | null, at: number, next: number, count: number): Stretch | null {
  const far = brush ? (at === brush.from ? brush.to : brush.from) : at;
  return clamped({ from: far, to: next }, count);
}
