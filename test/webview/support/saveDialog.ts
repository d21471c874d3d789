import { until } from '../../support/until.js';
import type { Workbench } from '../../support/workbench/workbench.js';

/** Answers the open save dialog; gives back the name that it suggested. A question about an existing file is left open. */
export async function answerSaveDialog({ quickInput }: Workbench, path: string): Promise<string> {
  // The dialog fills its box late, first with the folder and then with the name, over what has been typed till then.
  const suggested = await until('a suggested name', async () => {
    const value = (await quickInput.widget.isVisible()) ? await quickInput.value() : '';
    return /[^\\/]$/.test(value) && value;
  });
  let kept = 0;
  await until(`the path ${path} to stay in the box`, async () => {
    const stands = (await quickInput.value()) === path;
    kept = stands ? kept + 1 : 0;
    if (!stands) await quickInput.type(path);
    return kept > 3;
  });
  await until('the dialog to take the path', async () => {
    if (!(await isAsking(quickInput))) return true;
    await quickInput.accept();
    // While it still looks at what was typed the dialog ignores the key; pressed again too soon it would answer the next question.
    return until('the next question', async () => !(await isAsking(quickInput)), 1000).catch(() => false as const);
  });
  return suggested.split(/[\\/]/).at(-1) ?? '';
}

/** What the dialog asks when the file exists. */
export async function asksToOverwrite({ quickInput }: Workbench): Promise<boolean> {
  return /already exists/.test(await quickInput.widget.innerText().catch(() => ''));
}

async function isAsking(quickInput: Workbench['quickInput']): Promise<boolean> {
  const text = await quickInput.widget.innerText({ timeout: 500 }).catch(() => null);
  // Silence is that of a closed dialog, or of a busy page.
  if (text === null) return quickInput.widget.isVisible();
  return text !== '' && !/already exists/.test(text);
}
