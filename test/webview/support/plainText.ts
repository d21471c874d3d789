import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';

/** What VS Code would draw as a link that runs a command, as an icon, or from right to left. */
export const HOSTILE = '[Open](command:workbench.action.terminal.new) $(trash) \u202egnp';

/** What reorders or hides text, and what breaks a line. */
const TRICKS = /[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** Asserts that a surface shows text and nothing else: no link, no icon, one line. Answers the text. */
export async function plainText(surface: Locator): Promise<string> {
  await surface.waitFor();
  const text = (await surface.innerText()).trim();
  // VS Code's own labels are made of such elements, too.
  assert.equal(await surface.locator('a:not(.label-name)').count(), 0, `a link in: ${text}`);
  assert.equal(await surface.locator('.codicon').count(), 0, `an icon in: ${text}`);
  assert.doesNotMatch(text, TRICKS);
  return text;
}

/** Asserts the same of every element that is found; of at least one. */
export async function plainTexts(surfaces: Locator): Promise<string[]> {
  await surfaces.first().waitFor();
  return Promise.all((await surfaces.all()).map(plainText));
}
