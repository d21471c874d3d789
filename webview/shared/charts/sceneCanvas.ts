import { paintOf, pathOf, type Scene } from './scene.js';

function paint({ shapes, font, fontSize }: Scene, context: CanvasRenderingContext2D): void {
  for (const shape of shapes) {
    if (shape.kind === 'label') {
      context.globalAlpha = 1;
      context.font = `${fontSize}px ${font}`;
      context.fillStyle = shape.color;
      context.textAlign = shape.align === 'middle' ? 'center' : shape.align;
      context.fillText(shape.text, shape.x, shape.y);
      continue;
    }
    const { fill, stroke, width, opacity } = paintOf(shape);
    const path = new Path2D(pathOf(shape));
    context.globalAlpha = opacity;
    if (fill !== null) {
      context.fillStyle = fill;
      context.fill(path);
    }
    if (stroke !== null) {
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.stroke(path);
    }
  }
}

/** Draws a scene into a canvas, sharp on screens of any density. */
export function drawScene(canvas: HTMLCanvasElement, scene: Scene, background: string | null, density: number): void {
  canvas.width = Math.round(scene.width * density);
  canvas.height = Math.round(scene.height * density);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(density, density);
  if (background !== null) {
    context.fillStyle = background;
    context.fillRect(0, 0, scene.width, scene.height);
  }
  paint(scene, context);
}
