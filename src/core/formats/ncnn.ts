/**
 * ncnn int8 tables, read only. `<layer>_param_0 v1 v2 …` are weights, one number an output channel; `<layer> v`
 * is the layer's input. v = 127 / threshold: the reciprocal of the scale here.
 */
import { DECIMAL, matchEntry, readLines, type LineMeaning } from './lines/lineReader.js';
import type { TableFormat } from './format.js';
import { leftWithoutScale } from './onMissing.js';
import { t } from '../texts/translate.js';

const WEIGHTS = new RegExp(String.raw`^([^ \t]+_param_\d+)((?: (?:${DECIMAL}))+)[ \t]*$`, 'i');
/** A line of so many weights that the detectors see it cut. */
const CUT_WEIGHTS = new RegExp(String.raw`^[^ \t]+_param_\d+(?: (?:${DECIMAL}))+[^ \t]*[ \t]*[^ \t]*\0$`, 'i');
const ACTIVATION = new RegExp(String.raw`^(?<name>[^ \t]+)[ \t]+(?<value>${DECIMAL})[ \t]*$`, 'di');

export const ncnn: TableFormat = {
  id: 'ncnn',
  label: t`ncnn int8 table`,
  extensions: ['table'],
  fileNames: { sure: [], possible: ['*.table'] },
  quantity: 'reciprocal',
  storage: 'decimal',
  keyedBy: 'layer',
  ofInputs: true,
  onMissing: leftWithoutScale('layer'),
  hasHeader: false,
  isText: true,
  oddNumbers: {
    zero: t`ncnn's own number (1 / scale) is inf, and every value becomes the largest one.`,
    infinite: t`ncnn's own number (1 / scale) is 0, and every value becomes 0.`,
    nan: t`ncnn's own number (1 / scale) is nan, and so is every value.`,
    negative: t`ncnn turns the sign of every value.`,
  },
  detect: ({ isText, lines }) =>
    isText && lines.some((line) => WEIGHTS.test(line) || CUT_WEIGHTS.test(line)) ? 0.9 : 0,
  read: (bytes) => ({ format: ncnn, ...readLines(bytes, { format: 'ncnn', quantity: 'reciprocal', reader }) }),
};

/** A blank line ends the table for ncnn: what stands behind one is told, not read. */
function reader(): (raw: string) => LineMeaning {
  let ended = false;
  let told = false;
  return (raw) => {
    if (raw.trim() === '') {
      ended = true;
      return { kind: 'nothing' };
    }
    if (ended) {
      const message = t`ncnn's reader stops at the blank line above: it reads nothing from here on.`;
      const meaning: LineMeaning = told ? { kind: 'nothing' } : { kind: 'problem', message, severity: 'warning' };
      told = true;
      return meaning;
    }
    return meaningOf(raw);
  };
}

function meaningOf(raw: string): LineMeaning {
  const weights = WEIGHTS.exec(raw);
  if (weights) {
    const count = (weights[2] ?? '').trim().split(' ').length;
    return { kind: 'kept', part: 'Weights', name: [0, weights[1]?.length ?? 0], text: t`${count} output channels` };
  }
  return (
    matchEntry(ACTIVATION, raw) ?? { kind: 'problem', message: t`Expected "layer number" or "layer_param_0 numbers".` }
  );
}
