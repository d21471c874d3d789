import { finding } from '../../findings/finding.js';
import { unnamedLayer } from '../../table/entryNames.js';
import type { Rule } from '../rule.js';
import { t } from '../../texts/translate.js';

/** About the whole file: NVIDIA's own script keeps TensorRT's names where nvdla_compiler asks for layers. */
export const tensorKeyed: Rule = ({ table: { format, names } }) => {
  if (format !== 'nvdla') return [];
  const unnamed = names.filter((name) => unnamedLayer(name) !== null);
  const [first] = unnamed;
  if (first === undefined) return [];
  const count = unnamed.length === 1 ? t`1 key is` : t`${unnamed.length} keys are`;
  const message = t`The keys are TensorRT's names of tensors (${count} like "${first}"), but nvdla_compiler looks up layers by name: it aborts at the first that it does not find, and an equal name can mean another tensor. Convert the file to NVDLA with its network: that maps the names.`;
  return [finding('tensor-keyed-nvdla', message)];
};
