import * as vscode from 'vscode';
import type { OpenFiles } from '../editor/openFiles.js';
import type { NetworkChoices } from '../network/networkChoices.js';
import { activeFile } from '../ui/activeFile.js';
import { registerCommand } from '../ui/commands.js';
import type { HostServices } from '../ui/services.js';
import { isBuild, pickBuild } from './buildFiles.js';
import { buildWithTable } from './task/buildWithTable.js';
import { BUILD_VIEW, BuildPanels } from './buildPanels.js';

/** *Build with This Table…*, and *What the Build Did…* on a table, a log or the inspector's JSON. The second argument is the other file, for callers that know it. */
export function registerBuild(
  services: HostServices,
  openFiles: OpenFiles,
  networks: NetworkChoices,
): vscode.Disposable {
  const panels = new BuildPanels(services, openFiles);
  return vscode.Disposable.from(
    vscode.window.registerWebviewPanelSerializer(BUILD_VIEW, panels),
    registerCommand(services, 'whatTheBuildDid', async (uri?: vscode.Uri, other?: unknown) => {
      const file = uri ?? activeFile();
      const given = other instanceof vscode.Uri ? other : undefined;
      if (file && (await isBuild(file, services, openFiles))) return panels.show(file, given ?? null);
      const source = given ?? (await pickBuild(file));
      if (source) panels.show(source, file ?? null);
    }),
    registerCommand(services, 'buildWithTable', (uri?: vscode.Uri, network?: unknown) =>
      buildWithTable(uri, network instanceof vscode.Uri ? network : undefined, {
        ...{ services, openFiles, networks },
        show: (source, table) => panels.show(source, table),
      }),
    ),
  );
}
