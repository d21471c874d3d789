/** Pictures of another size. */
import type { Picture } from './picture.js';
import { TensorError } from './tensor.js';
import { t } from '../texts/translate.js';

/** Bilinear between pixel centres, as OpenCV's `INTER_LINEAR` and torch's `bilinear` (without antialiasing) do it. */
export function resized({ width, height, rgb }: Picture, toWidth: number, toHeight: number): Picture {
  if (width === toWidth && height === toHeight) return { width, height, rgb };
  const result = new Float32Array(toWidth * toHeight * 3);
  const columns = positions(width, toWidth);
  let to = 0;
  for (const row of positions(height, toHeight)) {
    for (const column of columns) {
      for (let channel = 0; channel < 3; channel++) {
        const at = (y: number, x: number): number => rgb[(y * width + x) * 3 + channel] ?? 0;
        const upper = at(row.from, column.from) * (1 - column.share) + at(row.from, column.next) * column.share;
        const lower = at(row.next, column.from) * (1 - column.share) + at(row.next, column.next) * column.share;
        result[to++] = upper * (1 - row.share) + lower * row.share;
      }
    }
  }
  return { width: toWidth, height: toHeight, rgb: result };
}

/** For each new pixel the two old ones that it lies between, and how far it is on the way from one to the other. */
function positions(from: number, to: number): { from: number; next: number; share: number }[] {
  return Array.from({ length: to }, (_, i) => {
    const place = Math.max(0, Math.min(from - 1, ((i + 0.5) * from) / to - 0.5));
    const before = Math.floor(place);
    return { from: before, next: Math.min(before + 1, from - 1), share: place - before };
  });
}

/** The middle of a picture. Throws {@link TensorError} for one that is smaller. */
export function cropped({ width, height, rgb }: Picture, toWidth: number, toHeight: number): Picture {
  if (width < toWidth || height < toHeight)
    throw new TensorError(
      t`crop=${toWidth}x${toHeight} asks for more than the ${width}x${height} pixels of the picture.`,
    );
  const [left, top] = [Math.floor((width - toWidth) / 2), Math.floor((height - toHeight) / 2)];
  const result = new Float32Array(toWidth * toHeight * 3);
  for (let y = 0; y < toHeight; y++) {
    const from = ((top + y) * width + left) * 3;
    result.set(rgb.subarray(from, from + toWidth * 3), y * toWidth * 3);
  }
  return { width: toWidth, height: toHeight, rgb: result };
}
