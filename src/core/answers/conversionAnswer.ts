import type { ConversionReport } from '../transfer/convert.js';
import type { ConversionAnswer } from './shapes.js';

/** What a conversion did, as plain data. */
export function conversionAnswer(report: ConversionReport): ConversionAnswer {
  const { entriesIn, entriesOut, renamed, dropped, missing, lost } = report;
  return { entriesIn, entriesOut, renamed, dropped, missing, lost };
}
