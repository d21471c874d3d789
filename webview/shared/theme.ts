/** VS Code's colours and fonts, for what CSS can't reach: the canvas, and the height of virtual rows. */

/** The value of `--vscode-<token>`, or the first of its substitutes that the theme defines. */
export function themeToken(...tokens: readonly string[]): string {
  const style = getComputedStyle(document.body);
  for (const token of tokens) {
    const value = style.getPropertyValue(`--vscode-${token}`).trim();
    if (value !== '') return value;
  }
  return style.color;
}

/** Calls back when the user picks another theme or font: VS Code then changes the body's class and the root's style. */
export function onThemeChange(callback: () => void): void {
  const observer = new MutationObserver(callback);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
}

/** Compact like VS Code's own lists (22 pixels), taller where the editor's font asks for it. */
export function rowHeight(): number {
  const fontSize = parseFloat(themeToken('editor-font-size'));
  return Math.max(22, Math.ceil((fontSize || 13) * 1.5));
}
