import * as vscode from 'vscode';

/** A file of the workspace. */
export function inWorkspace(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The tests need a workspace folder.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Writes a file of the workspace. */
export async function write(path: string, content: string): Promise<vscode.Uri> {
  const uri = inWorkspace(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  return uri;
}

/** The text of a file. */
export async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** How long a test waits before it gives up: long, since a busy machine is no reason to fail. */
const patience = 30_000;

/** Tries again until something holds. `what` may be a function, to tell how it was in the end. */
export async function eventually<T>(
  what: string | (() => string),
  find: () => T | undefined | false,
  milliseconds = patience,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = find();
    if (found) return found;
    if (Date.now() > end)
      throw new Error(`In ${milliseconds} ms this did not come true: ${typeof what === 'string' ? what : what()}`);
    await moment();
  }
}

/** How long to wait before one asks again. */
export function moment(): Promise<void> {
  return new Promise((done) => setTimeout(done, 50));
}
