import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator } from 'playwright-core';

/** How long a workbench may take to react before a test gives up: long, since a busy machine is no reason to fail. */
export const patience = 45_000;

/**
 * The first answer that is neither undefined nor false; asks again and again until there is one.
 * @param ask gets how often it has been asked, from 1: what tries something may wait longer for it each time, since a busy machine
 * may need that
 */
export async function until<T>(
  what: string,
  ask: (attempt: number) => Promise<T | undefined | false> | T | undefined | false,
  milliseconds = patience,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (let attempt = 1; ; attempt++) {
    const answer = await ask(attempt);
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${milliseconds} ms in vain for ${what}`);
    await sleep(50);
  }
}

/** Whether something comes in sight in time: a gesture that may be lost on a busy machine is made again where it does not. */
export function appears(what: Locator, milliseconds: number): Promise<boolean> {
  return what.waitFor({ timeout: milliseconds }).then(
    () => true,
    () => false,
  );
}
