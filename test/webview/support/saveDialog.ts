import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../support/until.js';
import type { Workbench } from '../../support/workbench/workbench.js';

/** Answers the open save dialog; gives back the name that it suggested. A question about an existing file is left open. */
export async function answerSaveDialog({ quickInput }: Workbench, path: string): Promise<string> {
  // The dialog fills its box late, first with the folder and then with the name, over what has been typed till then.
  const suggested = await until('a suggested name', async () => {
    const value = (await quickInput.widget.isVisible()) ? await quickInput.value() : '';
    return /[^\\/]$/.test(value) && value;
  });
  await until(`the path ${path} in the box`, async () => {
    await quickInput.type(path);
    await sleep(200);
    return (await quickInput.value()) === path;
  });
  await until('the dialog to take the path', async () => {
    await quickInput.accept();
    // While it still looks at what was typed the dialog ignores the key; pressed again too soon it would answer the next question.
    for (let left = 10; left > 0 && (await isAsking(quickInput)); left--) await sleep(100);
    return !(await isAsking(quickInput));
  });
  return suggested.split(/[\\/]/).at(-1) ?? '';
}

/** What the dialog asks when the file exists. */
export async function asksToOverwrite({ quickInput }: Workbench): Promise<boolean> {
  return /already exists/.test(await quickInput.widget.innerText().catch(() => ''));
}

async function isAsking(quickInput: Workbench['quickInput']): Promise<boolean> {
  const text = await quickInput.widget.innerText({ timeout: 100 }).catch(() => '');
  return text !== '' && !/already exists/.test(text);
}
