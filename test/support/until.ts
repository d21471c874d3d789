import { setTimeout as sleep } from 'node:timers/promises';

/** How long a workbench may take to react before a test gives up. */
export const patience = 10_000;

/** The first answer that is neither undefined nor false; asks again and again until there is one. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  milliseconds = patience,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${milliseconds} ms in vain for ${what}`);
    await sleep(50);
  }
}
