import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Frame } from 'playwright-core';
import type { Workbench } from '../../support/workbench/workbench.js';

/** Expects that axe finds nothing serious in a webview, in any theme of the window: all its rules once, contrast in each. */
export async function assertAccessible(vscode: Workbench, frame: Frame): Promise<void> {
  assert.deepEqual(await violations(frame), []);
  await vscode.inThemes(async (theme) => assert.deepEqual(await violations(frame, ['color-contrast']), [], theme));
}

/**
 * The serious and critical violations, in words. The page's policy forbids script elements; evaluating needs none.
 * @param rules all by default
 */
async function violations(frame: Frame, rules?: string[]): Promise<string[]> {
  await frame.evaluate(axe.source);
  const options: axe.RunOptions = { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) };
  const results = await frame.evaluate(
    async (wanted) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, wanted),
    options,
  );
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
}
