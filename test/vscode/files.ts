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

/** Tries again until something holds. `what` may be a function, to tell how it was in the end. */
export async function eventually<T>(what: string | (() => string), find: () => T | undefined | false): Promise<T> {
  for (let left = 100; left > 0; left--) {
    const found = find();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`In 5 s this did not come true: ${typeof what === 'string' ? what : what()}`);
}
