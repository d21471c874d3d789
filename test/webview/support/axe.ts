import axe from 'axe-core';
import type { Frame } from 'playwright-core';

/** The serious and critical violations, in words. The page's policy forbids script elements; evaluating needs none. */
export async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const results = await frame.evaluate(async () =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
}
