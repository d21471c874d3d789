import * as vscode from 'vscode';
import type { SafeText } from '../../core/render/safe.js';

/** Work that is done by then needs no notification. */
const PATIENCE_MS = 400;

/**
 * Runs a task; one that takes long gets a notification with a Cancel button. Undefined: cancelled, whatever the task goes on to do.
 * @param task its token is for work that can be stopped; it may tell how much is done, 0 to 1, or in words what it is at
 * @param outer cancels it, too
 */
export async function withSlowProgress<T>(
  title: SafeText,
  task: (token: vscode.CancellationToken, onShare: (done: number | SafeText) => void) => Promise<T>,
  outer?: vscode.CancellationToken,
): Promise<T | undefined> {
  const source = new vscode.CancellationTokenSource();
  let [done, show]: [number | SafeText, (now: number | SafeText) => void] = [0, () => undefined];
  const onShare = (now: number | SafeText): void => show((done = now));
  outer?.onCancellationRequested(() => source.cancel());
  const work = nextTurn()
    .then(() => task(source.token, onShare))
    .catch(undefinedIfCancelled);
  const isQuick = await Promise.race([
    work.then(() => true),
    new Promise<false>((done) => setTimeout(done, PATIENCE_MS, false)),
  ]);
  if (isQuick) return work;
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, cancellable: true, title },
    (progress, token) => {
      let shown = 0;
      show = (now) => {
        if (typeof now === 'string') return progress.report({ message: now });
        progress.report({ increment: 100 * (now - shown) });
        shown = now;
      };
      if (done !== 0) show(done);
      return Promise.race([
        work,
        new Promise<undefined>((cancelled) =>
          token.onCancellationRequested(() => {
            cancelled(undefined);
            source.cancel();
          }),
        ),
      ]);
    },
  );
}

function undefinedIfCancelled(error: unknown): undefined {
  if (!(error instanceof vscode.CancellationError)) throw error;
}

/** Runs a task that is short and can't be cancelled, with a word in the status bar. */
export function withWord<T>(title: SafeText, task: () => Promise<T>): Thenable<T> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, task);
}

/** Lets VS Code draw and answer before work that holds the thread. */
function nextTurn(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}
