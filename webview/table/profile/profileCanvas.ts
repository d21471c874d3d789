import { setLabel, setAttributes } from '../../shared/dom.js';
import { drawScene } from '../../shared/charts/sceneCanvas.js';
import type { Scene } from '../../shared/charts/scene.js';
import { xOf, positionAt, type Size } from './profileScene.js';
import { clamped, zoomed } from './profile.js';
import type { Stretch } from '../viewState.js';

export interface ProfileCanvasEvents {
  /** The stretch in sight, for what pointer and keys mean. */
  readonly visible: () => Stretch;
  readonly count: () => number;
  /** The pointer is over a position, or over none any more. */
  readonly onHover: (position: number | null) => void;
  readonly onPick: (position: number) => void;
  readonly onBrush: (stretch: Stretch | null) => void;
  readonly onZoom: (stretch: Stretch | null) => void;
  readonly onResize: () => void;
}

/** A movement shorter than this is a click. */
const BRUSH_FROM = 5;
const ZOOM = 1.25;

/** The canvas of a profile, and what the pointer means on it: a click picks, a drag is a brush, the wheel zooms. */
export class ProfileCanvas {
  readonly element = document.createElement('canvas');
  readonly #events: ProfileCanvasEvents;
  #downAt: number | null = null;

  constructor(events: ProfileCanvasEvents) {
    this.#events = events;
    this.element.tabIndex = 0;
    this.element.className = 'profile-canvas';
    setAttributes(this.element, { role: 'slider', 'aria-orientation': 'horizontal' });
    this.element.addEventListener('pointerdown', (event) => this.#onDown(event));
    this.element.addEventListener('pointermove', (event) => this.#onMove(event));
    this.element.addEventListener('pointerup', (event) => this.#onUp(event));
    this.element.addEventListener('pointerleave', () => events.onHover(null));
    this.element.addEventListener('dblclick', () => events.onZoom(null));
    this.element.addEventListener('wheel', (event) => this.#onWheel(event), { passive: false });
    new ResizeObserver(() => events.onResize()).observe(this.element);
  }

  get size(): Size {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  draw(scene: Scene): void {
    drawScene(this.element, scene, null, devicePixelRatio);
  }

  /** What the picture shows, and where in it the user is, for those who can't see it. */
  describe(sentence: string, now: number, text: string): void {
    setLabel(this.element, sentence);
    setAttributes(this.element, {
      'aria-valuemin': 1,
      'aria-valuemax': Math.max(1, this.#events.count()),
      'aria-valuenow': now + 1,
      'aria-valuetext': text,
    });
  }

  #positionOf({ offsetX }: MouseEvent): number {
    return positionAt(offsetX, this.#events.visible(), this.size);
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#downAt = event.offsetX;
    this.element.setPointerCapture(event.pointerId);
  }

  #onMove(event: PointerEvent): void {
    if (this.#downAt === null || Math.abs(event.offsetX - this.#downAt) < BRUSH_FROM)
      return this.#events.onHover(this.#positionOf(event));
    this.#events.onBrush(this.#brush(this.#downAt, event));
  }

  #onUp(event: PointerEvent): void {
    const from = this.#downAt;
    this.#downAt = null;
    if (from !== null && Math.abs(event.offsetX - from) < BRUSH_FROM) this.#events.onPick(this.#positionOf(event));
  }

  #brush(from: number, event: PointerEvent): Stretch | null {
    const start = positionAt(from, this.#events.visible(), this.size);
    return clamped({ from: start, to: this.#positionOf(event) }, this.#events.count());
  }

  #onWheel(event: WheelEvent): void {
    event.preventDefault();
    const { visible, count, onZoom } = this.#events;
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
      return this.#pan(event.deltaX || event.deltaY);
    onZoom(zoomed(visible(), this.#positionOf(event), event.deltaY > 0 ? ZOOM : 1 / ZOOM, count()));
  }

  /** Moves what is in sight by some pixels, as far as there is something. */
  #pan(pixels: number): void {
    const { visible, count, onZoom } = this.#events;
    const { from, to } = visible();
    const step = xOf(from + 1, visible(), this.size) - xOf(from, visible(), this.size) || 1;
    const by = Math.max(-from, Math.min(count() - 1 - to, Math.round(pixels / step)));
    onZoom(clamped({ from: from + by, to: to + by }, count()));
  }
}
