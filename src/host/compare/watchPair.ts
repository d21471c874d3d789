import * as vscode from 'vscode';
import type { OpenFiles } from '../editor/openFiles.js';
import { gitApi } from '../git/gitApi.js';
import { GIT_SCHEME } from '../git/gitUri.js';

/** Calls back whenever one of the files may have changed: on disk, in an editor, or in its repository. */
export function watchPair(uris: readonly vscode.Uri[], openFiles: OpenFiles, onChange: () => void): vscode.Disposable {
  const wanted = new Set(uris.map(String));
  const look = (changed: vscode.Uri): void => {
    if (wanted.has(changed.toString())) onChange();
  };
  return vscode.Disposable.from(
    openFiles.onDidChange(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document.uri)),
    ...uris.map((uri) => (uri.scheme === GIT_SCHEME ? watchRepository(uri, onChange) : watchFolder(uri, look))),
  );
}

function watchFolder(uri: vscode.Uri, look: (changed: vscode.Uri) => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*'),
  );
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(look),
    watcher.onDidCreate(look),
    watcher.onDidDelete(look),
  );
}

/** HEAD moves with every commit. Without git the file can't be read anyway, and that is said where it is read. */
function watchRepository(uri: vscode.Uri, onChange: () => void): vscode.Disposable {
  let subscription: vscode.Disposable | undefined;
  let disposed = false;
  gitApi().then(
    (api) => {
      if (!disposed) subscription = api.getRepository(vscode.Uri.file(uri.path))?.state.onDidChange(onChange);
    },
    () => undefined,
  );
  return new vscode.Disposable(() => {
    disposed = true;
    subscription?.dispose();
  });
}
