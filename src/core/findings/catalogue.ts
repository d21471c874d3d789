import type { Basis } from '../table/statement.js';
import { t } from '../texts/translate.js';

interface RuleFacts {
  readonly severity: 'error' | 'warning' | 'info';
  readonly basis: Basis;
  /** One line: what the rule looks for and why it matters. */
  readonly title: string;
}

/** Every rule there is: its usual severity, where the fact behind it comes from, and what it looks for. */
export const RULES = {
  'zero-scale': {
    severity: 'warning',
    basis: 'seen',
    title: t`Scale 0 has no documented meaning: some TensorRT versions build with it, others abort.`,
  },
  'non-finite-scale': { severity: 'error', basis: 'seen', title: t`A scale of Inf or NaN breaks builds.` },
  'negative-scale': {
    severity: 'error',
    basis: 'documented',
    title: t`A set sign bit makes TensorRT's own reader in trtexec throw; NVDLA takes the absolute value.`,
  },
  'denormal-scale': {
    severity: 'warning',
    basis: 'inferred',
    title: t`A denormal scale is too small for a real tensor and some readers flush it to 0.`,
  },
  'duplicate-name': {
    severity: 'warning',
    basis: 'seen',
    title: t`Two entries of one name: which one counts depends on the reader (NVDLA takes the first).`,
  },
  'byte-swapped': {
    severity: 'error',
    basis: 'inferred',
    title: t`The values make sense only with their bytes in reverse order.`,
  },
  'hex-length': {
    severity: 'info',
    basis: 'seen',
    title: t`A float32 bit pattern has 8 hex digits; fewer are read with leading zeros, more cannot be read.`,
  },
  'unreadable-line': {
    severity: 'error',
    basis: 'documented',
    title: t`Text that means nothing in this format; it is kept as it is.`,
  },
  'unknown-header': {
    severity: 'warning',
    basis: 'seen',
    title: t`The first line is not a header that TensorRT writes.`,
  },
  'missing-header': {
    severity: 'error',
    basis: 'documented',
    title: t`The file starts with an entry instead of a header line.`,
  },
  'nvdla-no-scale': {
    severity: 'warning',
    basis: 'documented',
    title: t`Without "scale", nvdla_compiler needs both "min" and "max", and one of its maps keeps 0.`,
  },
  'nvdla-not-a-number': {
    severity: 'error',
    basis: 'documented',
    title: t`nvdla_compiler aborts on a value that is no JSON number.`,
  },
  'nvdla-min-max-ignored': {
    severity: 'info',
    basis: 'documented',
    title: t`With "scale" present, nvdla_compiler never reads "min" and "max".`,
  },
  'nvdla-offset': {
    severity: 'info',
    basis: 'documented',
    title: t`nvdla_compiler never reads "offset": quantization is symmetric.`,
  },
  'no-entries': {
    severity: 'error',
    basis: 'documented',
    title: t`A table without entries: nothing was calibrated.`,
  },
  'never-calibrated': {
    severity: 'error',
    basis: 'documented',
    title: t`All scales are the placeholders that trtexec uses when it is given no calibration.`,
  },
  'implausible-scale': {
    severity: 'warning',
    basis: 'seen',
    title: t`A range far outside those of real tensors.`,
  },
  'blank-around-name': {
    severity: 'warning',
    basis: 'documented',
    title: t`TensorRT's readers do not trim: a blank before or after a name becomes part of it.`,
  },
  'reader-misreads': {
    severity: 'warning',
    basis: 'documented',
    title: t`The file's own reader takes something else than what stands there.`,
  },
  'other-signedness': {
    severity: 'warning',
    basis: 'documented',
    title: t`TPU-MLIR takes a "min" of 0 or more for unsigned: a tensor without negative values should have one.`,
  },
  'understated-range': {
    severity: 'warning',
    basis: 'seen',
    title: t`onnxruntime's provider tables keep the larger end of a range without its sign; the JSON beside them has both.`,
  },
  'tensor-keyed-nvdla': {
    severity: 'error',
    basis: 'documented',
    title: t`An NVDLA table with TensorRT's names of tensors for keys: nvdla_compiler asks for layers.`,
  },
  'marker-scale': {
    severity: 'info',
    basis: 'documented',
    title: t`A scale of exactly 1 in a qdq_translator file is a marker for DLA: the tensor has no scale of its own.`,
  },
  'not-read-by-provider': {
    severity: 'info',
    basis: 'documented',
    title: t`onnxruntime writes a plain-text copy of its table that neither TensorRT nor its own provider reads.`,
  },
  'missing-entry': {
    severity: 'warning',
    basis: 'documented',
    title: t`The network (or a build) asks for an entry that the table lacks.`,
  },
  'other-network': {
    severity: 'warning',
    basis: 'inferred',
    title: t`The network knows hardly any entry of the table: it seems to be the file of another one.`,
  },
  'concat-scales': {
    severity: 'warning',
    basis: 'seen',
    title: t`Inputs of a Concat share one scale where TensorRT removes it: very different ranges ruin the small ones.`,
  },
  'parser-stops': {
    severity: 'error',
    basis: 'documented',
    title: t`A Caffe parser (TensorRT's, or NVDLA's for its tables) stops at a layer of the network.`,
  },
  'maybe-missing': {
    severity: 'info',
    basis: 'seen',
    title: t`TensorRT may complain of a missing scale, but the tensor holds integers or booleans, which need none.`,
  },
  'importer-made': {
    severity: 'info',
    basis: 'seen',
    title: t`The entry's name is one that TensorRT's ONNX importer makes: it can't be told from the model.`,
  },
  'calibration-unused': {
    severity: 'info',
    basis: 'documented',
    title: t`The network has Q/DQ nodes: TensorRT takes scales from them and reads no calibration table.`,
  },
  'unknown-entry': {
    severity: 'info',
    basis: 'documented',
    title: t`The network (or a build) never asks for this entry.`,
  },
  'numbering-drift': {
    severity: 'warning',
    basis: 'inferred',
    title: t`"(Unnamed Layer* N)" numbers do not fit the layers of the network.`,
  },
  'qdq-conflict': {
    severity: 'error',
    basis: 'documented',
    title: t`A model quantizes one tensor with several scales: a table has room for one.`,
  },
  'qdq-asymmetric': {
    severity: 'info',
    basis: 'documented',
    title: t`A model quantizes a tensor with a zero point; a table holds symmetric scales.`,
  },
  'no-pair-for-layer': {
    severity: 'warning',
    basis: 'documented',
    title: t`A layer with weights has no Q/DQ pair on its input, or would get none: it runs in the type of the model.`,
  },
  'range-above': { severity: 'warning', basis: 'documented', title: t`A range is above the limit that you set.` },
  'range-below': { severity: 'warning', basis: 'documented', title: t`A range is below the limit that you set.` },
  'cache-refused': { severity: 'error', basis: 'seen', title: t`A build log says that TensorRT refused the table.` },
  'log-range-differs': { severity: 'warning', basis: 'seen', title: t`A build used another range than the table's.` },
} as const satisfies Record<string, RuleFacts>;

export type RuleId = keyof typeof RULES;

/** Ids of all rules, in the order in which they are documented. */
export const RULE_IDS = Object.keys(RULES) as RuleId[];
