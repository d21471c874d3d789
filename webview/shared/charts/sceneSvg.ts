import { at, paintOf, pathOf, type Scene } from './scene.js';

/** A scene as the text of an SVG file. */
export function svgOf({ width, height, font, fontSize, shapes }: Scene, background: string, title: string): string {
  const body = shapes.map((shape) => {
    if (shape.kind === 'label')
      return `<text x="${at(shape.x)}" y="${at(shape.y)}" fill="${xml(shape.color)}" text-anchor="${shape.align}">${xml(shape.text)}</text>`;
    const { fill, stroke, width: thick, opacity } = paintOf(shape);
    const painted =
      stroke === null ? `fill="${xml(fill ?? '')}"` : `fill="none" stroke="${xml(stroke)}" stroke-width="${thick}"`;
    return `<path d="${pathOf(shape)}" ${painted}${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${xml(font)}" font-size="${fontSize}">`,
    `<title>${xml(title)}</title>`,
    `<rect width="100%" height="100%" fill="${xml(background)}"/>`,
    ...body,
    '</svg>\n',
  ].join('\n');
}

function xml(text: string): string {
  return text
    .replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, '\ufffd');
}
