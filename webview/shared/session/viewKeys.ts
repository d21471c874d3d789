export interface ViewKeys {
  readonly find: () => void;
  readonly copy: () => void;
  readonly cut: () => void;
  readonly paste: (text: string) => void;
  /** The view is focused and nothing in it is. */
  readonly focus: () => void;
}

/** What the keyboard and VS Code's Edit menu mean anywhere in a view. */
export function takeKeys({ find, copy, cut, paste, focus }: ViewKeys): void {
  addEventListener('focus', () => {
    if (document.activeElement === document.body) focus();
  });
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'f') return;
    event.preventDefault();
    event.stopPropagation();
    find();
  });
  // The menu's Cut, Copy and Paste (and the key of the last) arrive as these events; in a text box they mean its text.
  onGrid('copy', copy);
  onGrid('cut', cut);
  onGrid('paste', (event) => paste(event.clipboardData?.getData('text/plain') ?? ''));
  // Where nothing can be typed into, Chromium cuts and pastes only if told that somebody is there to do it.
  onGrid('beforecut', () => undefined);
  onGrid('beforepaste', () => undefined);
}

/** Takes an event that happens while the rows have the focus. */
function onGrid(type: string, act: (event: ClipboardEvent) => void): void {
  document.addEventListener(type, (event) => {
    if (document.activeElement?.getAttribute('role') !== 'grid') return;
    event.preventDefault();
    act(event as ClipboardEvent);
  });
}
