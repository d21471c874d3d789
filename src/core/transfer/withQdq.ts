import type { ConversionReport } from './convert.js';
import type { FromQdq } from './fromQdq.js';

/** The report of a conversion, with what became of the pairs. */
export function withQdq(
  report: ConversionReport,
  { dropped, notes, carried, conflicts, kept }: Omit<FromQdq, 'document' | 'plain'>,
): ConversionReport {
  return {
    ...report,
    entriesIn: report.entriesIn - carried.length,
    dropped: [...dropped, ...report.dropped],
    lost: [...report.lost, ...notes],
    qdq: { carried, conflicts, kept },
  };
}
