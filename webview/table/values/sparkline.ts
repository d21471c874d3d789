import { setAttributes, type Attributes } from '../../shared/dom.js';
import { heightsOf, outline } from './shape.js';
import type { TensorValues } from './values.js';

const [WIDTH, HEIGHT, BARS] = [96, 16, 48];
const SVG = 'http://www.w3.org/2000/svg';

/** Draws a small histogram into a cell, with the range marked where it lies among the values. */
export function drawSparkline(cell: HTMLElement, values: TensorValues | null, range: number): void {
  if (!values) return cell.replaceChildren();
  const [low, high] = values.bounds;
  const marks = [-range, range]
    .filter((end) => end > low && end < high)
    .map((end) => `M${(((end - low) / (high - low)) * WIDTH).toFixed(1)} 0V${HEIGHT}`)
    .join('');
  cell.replaceChildren(
    svg(
      'svg',
      { class: 'sparkline', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' },
      svg('path', {
        class: 'values-shape',
        d: outline(heightsOf(values.histogram, low, high, BARS), WIDTH, HEIGHT),
      }),
      svg('path', { class: 'values-range', d: marks }),
    ),
  );
}

/** An element of a picture. */
export function svg(tag: string, attributes: Attributes, ...children: Element[]): Element {
  const element = document.createElementNS(SVG, tag);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}
