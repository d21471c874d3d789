/** Elements without HTML strings: text from a file can never become markup. */

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
    else element.setAttribute(name, value === true ? '' : String(value));
  }
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
