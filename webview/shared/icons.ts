/** Icons of our own in the manner of codicons: the webview has no icon font that it could rely on. */
const PATHS = {
  error: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13zM5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
  warning: 'M8 1.8L14.6 13.7H1.4zM8 6v4M8 11.2v1.2',
  info: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13zM8 7v4.5M8 4.5v1.2',
  add: 'M8 2.5v11M2.5 8h11',
  edit: 'M2.5 13.5l.9-3.4L10.9 2.6l2.5 2.5L5.9 12.6zM9.4 4.1l2.5 2.5',
  chart: 'M1.5 13.5h13M3.5 11.5v-3M6.5 11.5v-8M9.5 11.5v-6M12.5 11.5v-4',
  convert: 'M2.5 5.5h10M9.5 2.5l3 3l-3 3M13.5 10.5h-10M6.5 7.5l-3 3l3 3',
  network:
    'M4 2.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6zM12 6.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6zM4 10.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6zM5.7 4.8l4.6 2.4M5.7 11.2l4.6-2.4',
  compare: 'M1.5 2.5h5.5v11h-5.5zM9 2.5h5.5v11H9zM3 6h2.5M3 9h2.5M10.5 6H13M10.5 9H13',
  file: 'M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M5.5 8h5M5.5 11h5',
  copy: 'M5.5 4.5h8v10h-8zM10.5 4.5v-3h-8v10h3',
  check: 'M2.8 8.6l3.4 3.4l7-7.6',
  close: 'M4 4l8 8M12 4l-8 8',
  up: 'M8 13V3.5M4.2 7.3L8 3.5l3.8 3.8',
  down: 'M8 3v9.5M4.2 8.7L8 12.5l3.8-3.8',
  export: 'M3.5 8.5v6h9v-6M8 10.5V1.8M5 4.6l3-3l3 3',
  question: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13zM5.9 6.3a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.3M8 11v1',
  groups: 'M2 3.5h4M4 3.5v9M4 8h4M4 12.5h4M9.5 6.2h4.5v3.6H9.5zM9.5 10.7h4.5v3.6H9.5zM7.5 1.7h6.5v3.6H7.5z',
  inspect: 'M6.8 2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6zM10.3 10.3L14.2 14.2',
  undo: 'M3 3.5v4h4M3.4 7.2a5 5 0 1 1-.2 3.2',
  redo: 'M13 3.5v4h-4M12.6 7.2a5 5 0 1 0 .2 3.2',
  chevron: 'M6 3.5L10.5 8L6 12.5',
} as const;

export type IconName = keyof typeof PATHS;

const SVG = 'http://www.w3.org/2000/svg';

/** A 16 pixel icon in the colour of the text around it; says nothing to a screen reader. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon', `icon-${name}`);
  svg.append(path);
  return svg;
}
