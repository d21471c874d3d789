import { themeToken } from '../../shared/theme.js';
import { lineColor } from '../../shared/charts/chartStyle.js';
import type { Look } from './profileScene.js';

/** The colours of a profile in the present theme. */
export function profileLook(): Look {
  const muted = themeToken('descriptionForeground', 'foreground');
  return {
    text: muted,
    grid: lineColor(),
    thread: themeToken('editorIndentGuide-background1', 'editorWidget-border', 'contrastBorder'),
    types: [
      themeToken('charts-blue'),
      themeToken('charts-green'),
      themeToken('charts-purple'),
      themeToken('charts-red'),
      themeToken('terminal-ansiCyan', 'charts-yellow'),
    ],
    other: muted,
    outlier: themeToken('editorWarning-foreground'),
    broken: themeToken('editorError-foreground'),
    selected: themeToken('charts-foreground', 'foreground'),
    brush: themeToken('editor-selectionBackground', 'contrastActiveBorder'),
    font: themeToken('font-family'),
  };
}
