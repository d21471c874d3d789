/** How controls of the toolkit are found: nothing else in the tests knows its tags. */

/** Selector of a button. @param which another selector for it, such as `#filter` */
export function buttonBy(which = ''): string {
  return `vscode-button${which}`;
}

/** Selector of a text box, which is the element that tells of problems. @param which another selector for it */
export function textBoxBy(which: string): string {
  return `vscode-text-field${which}`;
}

/** Selector of what one types into: the input of a text box lies in a shadow tree. */
export function inputBy(which: string): string {
  return `${textBoxBy(which)} input`;
}
