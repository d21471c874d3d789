/** Elements without HTML strings: text from a file can never become markup. */

import { escapeControls } from '../../src/core/render/escape.js';
import { safeText } from '../../src/core/render/safe.js';

export type Child = Node | string | null | undefined | false;
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An element with attributes (true: present, false and null: absent) and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  element.append(...children.filter(isShown));
  return element;
}

export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : plain(name, String(value)));
  }
}

/** What a screen reader or a tooltip says of an element: names of a file's can't hide, reorder or forge lines of it. */
export function setLabel(element: Element, text: string): void {
  setAttributes(element, { 'aria-label': text });
}

/** A tooltip; its lines are ours. */
export function setTooltip(element: Element, text: string): void {
  setAttributes(element, { title: text });
}

function plain(attribute: string, value: string): string {
  switch (attribute) {
    case 'aria-label':
      return safeText(value);
    case 'title':
      return value.split('\n').map(escapeControls).join('\n');
    default:
      return value;
  }
}

/** What VS Code's context menu over an element depends on; what is inside of it may add to that. */
export function setContext(element: Element, context: Readonly<Record<string, string | boolean>>): void {
  setAttributes(element, { 'data-vscode-context': JSON.stringify(context) });
}

/** Puts other children in the place of an element's own. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children.filter(isShown));
}

/** Shows or hides an element without taking it out of the document. */
export function toggle(element: HTMLElement, shown: boolean): void {
  element.hidden = !shown;
}

function isShown(child: Child): child is Node | string {
  return child !== null && child !== undefined && child !== false;
}
