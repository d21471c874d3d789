export interface ViewKeys {
  readonly find: () => void;
  readonly copy: () => void;
  /** The view is focused and nothing in it is. */
  readonly focus: () => void;
}

/** What the keyboard and VS Code's Edit menu mean anywhere in a view. */
export function takeKeys({ find, copy, focus }: ViewKeys): void {
  addEventListener('focus', () => {
    if (document.activeElement === document.body) focus();
  });
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'f') return;
    event.preventDefault();
    event.stopPropagation();
    find();
  });
  // The menu's Copy arrives as this event; in a text box it means the selected text.
  document.addEventListener('copy', (event) => {
    if (document.activeElement?.getAttribute('role') !== 'grid') return;
    event.preventDefault();
    copy();
  });
}
