import * as vscode from 'vscode';
import { staying, type Choice, type ListTexts } from './ask.js';
import { after } from './after.js';

/** A search that answers as fast as this shows its list at once: nothing moves under the mouse. */
const SOON_MS = 250;

/**
 * Lets the user choose while a search for more goes on.
 * @param now what can be chosen at once
 * @param all what can be chosen when the search is over: the choices of `now`, as the same objects, and those that were found
 * @returns undefined: cancelled
 */
export async function askWhileSearching<T extends Choice>(
  now: readonly T[],
  all: Promise<readonly T[]>,
  texts: ListTexts,
): Promise<T | undefined> {
  const pick = vscode.window.createQuickPick<T>();
  Object.assign(pick, staying(), texts, { busy: true, placeholder: texts.placeHolder });
  const chosen = new Promise<T | undefined>((done) => {
    pick.onDidAccept(() => pick.activeItems[0] && done(pick.activeItems[0]));
    pick.onDidHide(() => done(undefined));
  });
  pick.show();
  try {
    return await Promise.race([chosen, filled(pick, now, all).then(() => chosen)]);
  } finally {
    pick.dispose();
  }
}

async function filled<T extends Choice>(
  pick: vscode.QuickPick<T>,
  now: readonly T[],
  all: Promise<readonly T[]>,
): Promise<void> {
  const isSoon = await Promise.race([all.then(() => true), after(SOON_MS, false)]);
  if (!isSoon) pick.items = now;
  const items = await all;
  const [before] = pick.activeItems;
  pick.items = items;
  // Who has moved on to another choice keeps it.
  const first = now.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
  if (before && before !== first) pick.activeItems = [before];
  pick.busy = false;
}
