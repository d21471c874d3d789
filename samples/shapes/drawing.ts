/** Pictures with boxes around what was found (green), missed (red) and wrong (yellow), side by side. */
import { encode } from 'fast-png';
import type { Picture } from '../../src/core/tensors/picture.js';
import type { Label, Verdict } from './detections.js';

/** Pixels of ours a pixel of the picture, and between pictures. */
const [ZOOM, GAP] = [3, 12];
/** Half the side of a box: the detector tells where an object is and of which size, not how large. */
const HALF: Readonly<Record<Label['size'], number>> = { small: 6, medium: 12, large: 22 };
const COLOURS: Readonly<Record<keyof Verdict, readonly number[]>> = {
  found: [0, 230, 70],
  missed: [255, 30, 30],
  wrong: [255, 220, 0],
};

/** A PNG: a row a picture, a column a way to run the model. */
export function drawn(
  rows: readonly { readonly picture: Picture; readonly columns: readonly Verdict[][] }[],
): Uint8Array {
  const [first] = rows;
  if (!first) throw new Error('There is nothing to draw.');
  const side = first.picture.width * ZOOM;
  const [width, height] = [first.columns.length, rows.length].map((count) => count * side + (count - 1) * GAP);
  const canvas = new Canvas(width ?? 0, height ?? 0);
  rows.forEach(({ picture, columns }, row) =>
    columns.forEach((verdicts, column) => {
      const [left, top] = [column * (side + GAP), row * (side + GAP)];
      canvas.picture(picture, left, top);
      for (const verdict of verdicts)
        for (const kind of ['found', 'missed', 'wrong'] as const)
          for (const label of verdict[kind]) canvas.box(label, left, top, side, COLOURS[kind]);
    }),
  );
  return canvas.png;
}

class Canvas {
  readonly #data: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.#data = new Uint8Array(width * height * 3).fill(255);
  }

  get png(): Uint8Array {
    return encode({ width: this.width, height: this.height, data: this.#data, channels: 3 }, { zlib: { level: 9 } });
  }

  picture({ width, height, rgb }: Picture, left: number, top: number): void {
    for (let y = 0; y < height * ZOOM; y++)
      for (let x = 0; x < width * ZOOM; x++) {
        const from = (Math.floor(y / ZOOM) * width + Math.floor(x / ZOOM)) * 3;
        this.#put(left + x, top + y, [...rgb.subarray(from, from + 3)]);
      }
  }

  /** A box of two pixels' width, kept within its picture. */
  box({ x, y, size }: Label, left: number, top: number, side: number, colour: readonly number[]): void {
    const half = HALF[size];
    const clamp = (value: number): number => Math.max(0, Math.min(side - 1, Math.round(value * ZOOM)));
    const [x0, x1, y0, y1] = [clamp(x - half), clamp(x + half), clamp(y - half), clamp(y + half)];
    for (const inset of [0, 1]) {
      for (let at = x0; at <= x1; at++)
        [y0 + inset, y1 - inset].forEach((row) => this.#put(left + at, top + row, colour));
      for (let at = y0; at <= y1; at++)
        [x0 + inset, x1 - inset].forEach((column) => this.#put(left + column, top + at, colour));
    }
  }

  #put(x: number, y: number, colour: readonly number[]): void {
    this.#data.set(colour, (y * this.width + x) * 3);
  }
}
