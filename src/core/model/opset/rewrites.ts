/** Operators whose attributes became inputs between opset 9 and 13. */
import { attributeOf, floatAttribute, integersAttribute } from '../attributes.js';
import { int64Tensor, tensorBytes } from '../encode.js';
import { DATA_TYPE } from '../fields.js';
import type { ModelNode, OnnxModel } from '../model.js';
import type { Span } from '../records.js';
import { t } from '../../texts/translate.js';

/** Inputs to append (an empty name leaves one out) and attributes to take away. */
export interface Rewrite {
  readonly added: readonly { readonly name: string; readonly tensor: Uint8Array | null }[];
  readonly attributes: readonly Span[];
}

type Rewriter = (model: OnnxModel, node: ModelNode) => Rewrite | string | null;

const LEFT_OUT = { name: '', tensor: null };

/** By operator: the first opset that has it in the new form, and how it gets there. */
export const REWRITES: Readonly<Record<string, { readonly since: number; readonly rewrite: Rewriter }>> = {
  Squeeze: { since: 13, rewrite: integers(['axes']) },
  Unsqueeze: { since: 13, rewrite: integers(['axes']) },
  ReduceSum: { since: 13, rewrite: integers(['axes']) },
  Split: { since: 13, rewrite: integers(['split']) },
  Slice: { since: 10, rewrite: integers(['starts', 'ends', 'axes']) },
  Pad: { since: 11, rewrite: pad },
  Clip: { since: 11, rewrite: clip },
  Dropout: { since: 12, rewrite: dropout },
};

/** Lists of whole numbers become inputs in this order, exactly. */
function integers(names: readonly string[]): Rewriter {
  return ({ bytes }, node) => {
    const added = names.flatMap((name) => {
      const numbers = integersAttribute(bytes, node, name);
      return numbers ? [{ name, tensor: int64Tensor(numbers) }] : [];
    });
    return added.length === 0 ? null : { added, attributes: spansOf(bytes, node, names) };
  };
}

function pad({ bytes }: OnnxModel, node: ModelNode): Rewrite | string {
  const pads = integersAttribute(bytes, node, 'pads');
  if (!pads) return t`has no "pads"`;
  const value = floatAttribute(bytes, node, 'value');
  return {
    added: [{ name: 'pads', tensor: int64Tensor(pads) }, ...(value ? [{ name: 'value', tensor: scalar(value) }] : [])],
    attributes: spansOf(bytes, node, ['pads', 'value']),
  };
}

function clip({ bytes }: OnnxModel, node: ModelNode): Rewrite | null {
  const [min, max] = [floatAttribute(bytes, node, 'min'), floatAttribute(bytes, node, 'max')];
  if (!min && !max) return null;
  const low = min ? { name: 'min', tensor: scalar(min) } : LEFT_OUT;
  return {
    added: max ? [low, { name: 'max', tensor: scalar(max) }] : [low],
    attributes: spansOf(bytes, node, ['min', 'max']),
  };
}

/** When a model runs, the ratio has no meaning; the mask has none any more. */
function dropout({ bytes }: OnnxModel, node: ModelNode): Rewrite | string | null {
  if (node.outputs.filter((output) => output !== '').length > 1) return t`has a mask as a second output`;
  const attributes = spansOf(bytes, node, ['ratio']);
  return attributes.length === 0 ? null : { added: [], attributes };
}

function scalar(raw: Uint8Array): Uint8Array {
  return tensorBytes('', DATA_TYPE.float32, [], raw);
}

function spansOf(bytes: Uint8Array, node: ModelNode, names: readonly string[]): Span[] {
  return names.flatMap((name) => attributeOf(bytes, node, name)?.span ?? []);
}
