/** How charts look: colours and fonts of the theme, for Chart.js. */
import { themeToken } from '../theme.js';

export function tooltipStyle(): object {
  return {
    displayColors: false,
    animation: false,
    cornerRadius: 3,
    padding: 6,
    borderWidth: 1,
    caretSize: 0,
    backgroundColor: themeToken('editorHoverWidget-background'),
    borderColor: themeToken('editorHoverWidget-border', 'contrastBorder'),
    bodyColor: themeToken('editorHoverWidget-foreground', 'foreground'),
    bodyFont: font(),
  };
}

/** The title of an axis. */
export function titleOf(text: string): object {
  return { display: true, text, color: themeToken('descriptionForeground', 'foreground'), font: font() };
}

export function tickStyle(): object {
  return { color: themeToken('descriptionForeground', 'foreground'), font: font() };
}

/** A high contrast theme has no quiet lines. */
export function lineColor(): string {
  return document.body.classList.contains('vscode-high-contrast')
    ? 'transparent'
    : themeToken('editorWidget-border', 'panel-border', 'contrastBorder');
}

function font(): { family: string; size: number } {
  return { family: themeToken('font-family'), size: 11 };
}
