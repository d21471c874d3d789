/** One encoding of AIMET's or Qualcomm's tools, in the words of each age of their schema. */
import type { Node } from 'jsonc-parser';
import { Q_MAX } from '../../table/quantization.js';
import type { EndPair } from '../../table/table.js';
import { field } from '../json/memberReader.js';
import { t } from '../../texts/translate.js';

/** What an encoding says of a tensor. */
export type Encoding =
  | {
      readonly kind: 'scale';
      readonly scale: number;
      /** Both ends, where they are not those of a symmetric range. */
      readonly ends?: EndPair;
      /** Why the scale is not the file's own; null where it is. */
      readonly note: string | null;
    }
  /** No single scale of integers: why. */
  | { readonly kind: 'none'; readonly why: string };

/** Reads an encoding: an object, or a list with one in it (several are one a channel). */
export function encodingOf(node: Node | undefined): Encoding {
  if (node?.type === 'array') {
    const count = node.children?.length ?? 0;
    return count === 1 ? encodingOf(node.children?.[0]) : { kind: 'none', why: t`${count} encodings, one a channel` };
  }
  if (node?.type !== 'object') return { kind: 'none', why: t`no encoding` };
  const type = textOf(node, 'dtype') ?? textOf(node, 'output_dtype') ?? 'int';
  if (/^b?float/i.test(type)) return { kind: 'none', why: t`stays in floating point` };
  const scales = field(node, 'scale') ?? field(node, 'y_scale');
  if ((scales?.children?.length ?? 0) > 1)
    return { kind: 'none', why: t`${scales?.children?.length} scales, one a channel` };
  return scaleOf(node, numberOf(scales), type);
}

function scaleOf(node: Node, scale: number, type: string): Encoding {
  const bits = numberOf(field(node, 'bitwidth') ?? field(node, 'bw')) || Number(type.replace(/^\D+/, '')) || 8;
  const [min, max] = endsOf(node, scale, bits, type);
  if (!Number.isFinite(min) || !Number.isFinite(max)) return { kind: 'none', why: t`no scale, and no range` };
  // A grid of 8 bits has one code more below zero than above; older tools shift it by one.
  const isSymmetric = min < 0 && Math.abs(min + max) <= 1.01 * (Number.isFinite(scale) ? scale : (max - min) / 255);
  if (isSymmetric && bits === 8 && Number.isFinite(scale)) return { kind: 'scale', scale, note: null };
  const amax = Math.max(Math.abs(min), Math.abs(max));
  const note = [
    ...(isSymmetric ? [] : [t`asymmetric (${min} to ${max})`]),
    ...(bits === 8 ? [] : [t`of ${bits} bits`]),
    ...(Number.isFinite(scale) ? [] : [t`without a scale`]),
  ].join(', ');
  return { kind: 'scale', scale: amax / Q_MAX, note, ...(isSymmetric ? {} : { ends: [min, max] }) };
}

/** The file's own ends, or those of its grid. Where a file has both, its offset is not to be trusted: the specification's own example has a wrong one. */
function endsOf(node: Node, scale: number, bits: number, type: string): EndPair {
  const own: EndPair = [numberOf(field(node, 'min')), numberOf(field(node, 'max'))];
  if (own.every((end) => Number.isFinite(end))) return own;
  const codes = 2 ** bits - 1;
  const least = field(node, 'y_scale') ? leastCode(node, bits, type) : numberOf(field(node, 'offset'));
  return [scale * least, scale * (least + codes)];
}

/** ONNX's words: the smallest code minus the zero point, which is 0 where none is written. */
function leastCode(node: Node, bits: number, type: string): number {
  const zero = field(node, 'y_zero_point');
  return (type.startsWith('u') ? 0 : -(2 ** (bits - 1))) - (zero && zero.type !== 'null' ? numberOf(zero) : 0);
}

/** A number, or a list of one. */
function numberOf(node: Node | undefined): number {
  const only = node?.type === 'array' ? node.children?.[0] : node;
  return typeof only?.value === 'number' ? only.value : NaN;
}

function textOf(node: Node, name: string): string | null {
  const value: unknown = field(node, name)?.value;
  return typeof value === 'string' ? value : null;
}
