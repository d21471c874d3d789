import { until } from '../../support/until.js';
import type { Workbench } from '../../support/workbench/Workbench.js';

/** Answers the open save dialog; gives back the name that it suggested. */
export async function answerSaveDialog({ quickInput }: Workbench, path: string): Promise<string> {
  // The dialog fills its box late, over what has been typed till then.
  const suggested = await until('a suggested name', async () => ((await quickInput.widget.isVisible()) && (await quickInput.value())) || undefined);
  await until(`the path ${path} in the box`, async () => {
    await quickInput.type(path);
    return (await quickInput.value()) === path;
  });
  await quickInput.accept();
  return suggested.split(/[\\/]/).at(-1) ?? '';
}
