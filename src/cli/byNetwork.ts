/** Conversions by the rules of a network. */
import { writePlan, type Conversion } from '../core/transfer/convert.js';
import type { WritableFormat } from '../core/formats/format.js';
import { missingRows, planWithNetwork } from '../core/transfer/plan.js';
import { Failure } from './failure.js';
import { plural } from './findingText.js';
import { shownName, type Input } from './input.js';
import { loadNetwork } from './network.js';
import { sayDoubts } from './report.js';
import { say } from './streams.js';

interface ByNetwork {
  readonly network?: string;
  readonly allowMissing?: true;
}

/** Names by the network's rules. Throws {@link Failure} when the target's reader would stop at what is missing. */
export async function convertByNetwork(
  { file, document }: Input,
  target: WritableFormat,
  header: string | null,
  { network: networkFile = '', allowMissing }: ByNetwork,
): Promise<Conversion> {
  const plan = planWithNetwork(document, target, await loadNetwork(networkFile));
  sayDoubts(document, plan);
  const missing = missingRows(plan);
  if (plan.needsEveryRow && missing.length > 0 && !allowMissing) {
    missing.forEach((name) => say(`missing: ${name}`));
    throw new Failure(
      `${shownName(file)}: ${shownName(networkFile)} needs ${plural(missing.length, 'entry')} that the table lacks (listed above), and its reader stops at the first of them. Add them, or write the table incomplete with --allow-missing.`,
    );
  }
  return writePlan(document, plan, header);
}
