import type { Page } from 'playwright-core';

/**
 * What VS Code has stored of its window and of what is open there, as it comes back after a restart. It stores that a moment after the window
 * has lost the focus, and tells nobody when it has: whoever waits for something in it asks again.
 * @param attempt how often it was asked for, from 1
 */
export async function storedState(page: Page, attempt: number): Promise<string> {
  // Again, since what a view shows may have come too late for the last time; not each time, since that puts off what is about to be stored.
  if (attempt % 20 === 1) await page.evaluate(loseFocus);
  const values = await page.evaluate(readStored);
  // JSON in JSON in JSON.
  return values.join('\n').replaceAll('\\', '');
}

function loseFocus(): void {
  // While the focus is in a webview the window itself has none to lose.
  document.hasFocus = () => true;
  window.dispatchEvent(new Event('focus'));
  document.hasFocus = () => false;
  window.dispatchEvent(new Event('blur'));
}

/** Runs in the browser: VS Code for the web has its storage in databases of this name, of which no other is open. */
async function readStored(): Promise<string[]> {
  const names = (await indexedDB.databases()).flatMap(({ name }) =>
    name?.startsWith('vscode-web-state-db') ? [name] : [],
  );
  return (await Promise.all(names.map(readAll))).flat();

  async function readAll(name: string): Promise<string[]> {
    const database = await done(indexedDB.open(name));
    try {
      const stores = [...database.objectStoreNames];
      const values = stores.map((store) => done(database.transaction(store).objectStore(store).getAll()));
      return (await Promise.all(values)).flat().map(String);
    } finally {
      database.close();
    }
  }

  function done<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no answer'));
    });
  }
}
