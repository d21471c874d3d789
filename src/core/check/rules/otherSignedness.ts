import { byteText } from '../../bytes/bytes.js';
import { layerTypeOf } from '../../table/entryNames.js';
import { entryRule, type Rule } from '../rule.js';
import { t } from '../../texts/translate.js';

/** Operators whose outputs are never negative. */
const UNSIGNED = /^(?:Relu6?|Sigmoid|Softmax)$/i;

const eachEntry = entryRule('other-signedness', ({ bytes, table, spans }, index) => {
  const type = layerTypeOf(table.names[index] ?? '');
  if (type === null || !UNSIGNED.test(type)) return null;
  const min = Number(byteText(bytes.subarray(spans.start[index], spans.end[index])).split(/[ \t]+/)[2]);
  if (!(min < 0)) return null;
  return t`"min" is ${min}, so TPU-MLIR takes the tensor for signed; a ${type} writes no negative values, and half of the codes stay unused. Its own tables have a min of 0 or more there.`;
});

/** TPU-MLIR alone reads a sign out of its table: a min of 0 or more means unsigned. */
export const otherSignedness: Rule = (document) => (document.table.format === 'tpu-mlir' ? eachEntry(document) : []);
