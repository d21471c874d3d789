/** Tables against each other by what they do to the outputs, on the same inputs. */
import type { PlacementMode } from '../model/place/placement.js';
import { planQdq } from '../transfer/toQdq.js';
import type { CalibrationTable } from '../table/table.js';
import type { OutputNoise } from './decibels.js';
import { measurePlan } from './overall.js';
import { withReferences } from './references.js';
import type { Subject } from './subject.js';
import { t } from '../texts/translate.js';

/** The outputs under each table, in their order. Throws ModelError for a table of which nothing can be placed in the model. */
export async function compareTables(
  subject: Subject,
  tables: readonly CalibrationTable[],
  placement: PlacementMode,
): Promise<OutputNoise[]> {
  const options = { placement, exclude: [], perTensorWeights: false, replaceQdq: true };
  return withReferences(subject, async (references) => {
    const found: OutputNoise[] = [];
    for (const [i, table] of tables.entries()) {
      await subject.progress.report(i, tables.length, t`table ${i + 1}`);
      const plan = await planQdq(table, subject.model.bytes, options, { external: subject.external });
      found.push(await measurePlan(subject, plan, references));
    }
    return found;
  });
}
