import * as vscode from 'vscode';
import { gitApi, type GitApi, type GitRepository } from './gitApi.js';

/** Context key: some changed file of a repository has a name that tables have. Menus of changed files don't tell the name. */
const KEY = 'calibrationTables.changedTables';
const TABLE_NAME = /(\.(cache|calib|table|cali_table|flatbuffers)$)|((calib|cal_trt|int8)[^/]*\.(bin|txt|json)$)/i;

/** Keeps the context key true to the repositories. Without git nothing happens. */
export function trackChangedTables(): vscode.Disposable {
  const subscriptions: vscode.Disposable[] = [];
  gitApi().then(
    (api) => watch(api, subscriptions),
    () => undefined,
  );
  return { dispose: () => vscode.Disposable.from(...subscriptions).dispose() };
}

function watch(api: GitApi, subscriptions: vscode.Disposable[]): void {
  let shown: boolean | undefined;
  const update = (): void => {
    const wanted = api.repositories.some(hasChangedTable);
    if (wanted !== shown) void vscode.commands.executeCommand('setContext', KEY, wanted);
    shown = wanted;
  };
  const follow = ({ state }: GitRepository): void => {
    subscriptions.push(state.onDidChange(update));
    update();
  };
  api.repositories.forEach(follow);
  subscriptions.push(api.onDidOpenRepository(follow));
}

function hasChangedTable({ state }: GitRepository): boolean {
  return [...state.indexChanges, ...state.workingTreeChanges].some(({ uri }) => TABLE_NAME.test(uri.path));
}
