/** A picture as shapes: drawn in a page, saved as SVG, or painted into a PNG, the same each time. */

export interface Line {
  readonly kind: 'line';
  /** Points one after the other; null parts the line. */
  readonly points: readonly (readonly [x: number, y: number] | null)[];
  readonly color: string;
  readonly width: number;
}

export interface Mark {
  readonly kind: 'circle' | 'triangle' | 'cross' | 'ring';
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
  readonly faint?: boolean;
}

export interface Box {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
  readonly faint?: boolean;
}

export interface Label {
  readonly kind: 'label';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly color: string;
  readonly align: 'start' | 'middle' | 'end';
}

export type Shape = Line | Mark | Box | Label;

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly font: string;
  readonly fontSize: number;
  readonly shapes: readonly Shape[];
}

const FAINT = 0.3;

/** SVG path data of everything but labels. */
export function pathOf(shape: Exclude<Shape, Label>): string {
  switch (shape.kind) {
    case 'line':
      return linePath(shape.points);
    case 'box':
      return `M${at(shape.x)} ${at(shape.y)}h${at(shape.width)}v${at(shape.height)}h${at(-shape.width)}z`;
    case 'triangle': {
      const { x, y, size } = shape;
      return `M${at(x)} ${at(y - size)}L${at(x + size)} ${at(y + size)}L${at(x - size)} ${at(y + size)}z`;
    }
    case 'cross': {
      const { x, y, size } = shape;
      return `M${at(x - size)} ${at(y - size)}l${at(2 * size)} ${at(2 * size)}M${at(x + size)} ${at(y - size)}l${at(-2 * size)} ${at(2 * size)}`;
    }
    default: {
      const { x, y, size } = shape;
      return `M${at(x - size)} ${at(y)}a${size} ${size} 0 1 0 ${at(2 * size)} 0a${size} ${size} 0 1 0 ${at(-2 * size)} 0z`;
    }
  }
}

/** How a shape is painted. */
export function paintOf(shape: Exclude<Shape, Label>): {
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly width: number;
  readonly opacity: number;
} {
  const isOutline = shape.kind === 'line' || shape.kind === 'cross' || shape.kind === 'ring';
  return {
    fill: isOutline ? null : shape.color,
    stroke: isOutline ? shape.color : null,
    width: shape.kind === 'line' ? shape.width : 1.6,
    opacity: shape.kind !== 'line' && shape.faint ? FAINT : 1,
  };
}

function linePath(points: Line['points']): string {
  let path = '';
  let isOn = false;
  for (const point of points) {
    if (point) path += `${isOn ? 'L' : 'M'}${at(point[0])} ${at(point[1])}`;
    isOn = point !== null;
  }
  return path;
}

/** A coordinate: tenths of a pixel are enough. */
export function at(place: number): string {
  return String(Math.round(place * 10) / 10);
}
