// Runs in the extension host of browser tests only: makes a window as it was when it opened, from the inside, which costs nothing.
const vscode = require('vscode');

/** Nothing open, nothing said, nothing unfolded. Unsaved edits go without a question. */
async function tidyUp() {
  const run = vscode.commands.executeCommand;
  const open = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length;
  for (let before = Infinity; open() > 0 && open() < before;) {
    before = open();
    await run('workbench.action.revertAndCloseActiveEditor');
  }
  for (const command of [
    'workbench.action.closeAllGroups',
    // Else a file that was last seen as text is opened as text.
    'workbench.action.clearEditorHistoryWithoutConfirm',
    'notifications.clearAll',
    'workbench.action.closePanel',
    'workbench.view.explorer',
    'workbench.files.action.collapseExplorerFolders',
    'workbench.files.action.refreshFilesExplorer',
  ])
    await run(command);
  await tell();
}

/** Another text each time, whichever extension host it was; on the disk of the test, which the folder is on, too. */
async function tell() {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const path = vscode.workspace.getConfiguration('tidyUp').get('path');
  await vscode.workspace.fs.writeFile(folder.uri.with({ path }), new TextEncoder().encode(crypto.randomUUID()));
}

exports.activate = ({ subscriptions }) => {
  subscriptions.push(vscode.commands.registerCommand('tidyUp.run', tidyUp));
};
