/** Runs in the page. Without a server the browser keeps what hot exit puts by: whether there is any editor's content among it. */
export function hasBackup(): Promise<boolean> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('vscode-web-db');
    opening.onerror = () => fail(new Error('The storage of VS Code does not open.'));
    opening.onsuccess = () => {
      const store = 'vscode-userdata-store';
      const listing = opening.result.transaction(store).objectStore(store).getAllKeys();
      listing.onsuccess = () => {
        opening.result.close();
        done(listing.result.some((key) => /\/Backups\/[^/]+\/[^/]+\/./.test(String(key))));
      };
    };
  });
}
