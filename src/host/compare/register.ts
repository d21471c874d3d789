import * as vscode from 'vscode';
import { registerCompareCommands } from './compareCommands.js';
import { registerCompareGitCommands } from './compareGitCommands.js';
import { registerDiffPanelCommands } from './diffPanelCommands.js';
import { ChangeLensProvider } from './changeLensProvider.js';
import { LANGUAGE_ID } from '../editor/text/languageId.js';
import type { TextFiles } from '../editor/text/textFiles.js';
import type { OpenFiles } from '../editor/openFiles.js';
import type { HostServices } from '../ui/services.js';
import { registerBaseCommands } from './baseCommands.js';
import { DIFF_VIEW, DiffPanels } from './diffPanels.js';
import { TextDiffs } from './textDiffs.js';

/** Texts in which a table is hardly anything else. */
const LIKELY = [LANGUAGE_ID, 'json', 'jsonc'].map((language) => ({ language }));

/** Comparisons, in a view of ours and as text, and every way to them. */
export function registerDiff(services: HostServices, openFiles: OpenFiles, tables: TextFiles): vscode.Disposable {
  const panels = new DiffPanels(services, openFiles);
  const texts = new TextDiffs(services, openFiles);
  return vscode.Disposable.from(
    vscode.window.registerWebviewPanelSerializer(DIFF_VIEW, panels),
    texts.register(),
    registerCompareCommands(services, panels, texts),
    registerCompareGitCommands(services, panels),
    registerDiffPanelCommands(services, panels),
    registerBaseCommands(services, panels),
    vscode.languages.registerCodeLensProvider(LIKELY, new ChangeLensProvider(tables)),
  );
}
