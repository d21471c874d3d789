/** Where the encodings of tensors stand in AIMET's files, by the age of the schema. */
import type { Node } from 'jsonc-parser';
import { field } from '../json/memberReader.js';

/** A tensor with its encoding: a node whose first child is the name, and the node of the encoding. */
export interface Found {
  readonly named: Node;
  readonly encoding: Node | undefined;
}

/** Encodings of activations, in the file's order. */
export function activationsIn(root: Node | undefined): Found[] {
  const encodings = field(root, 'encodings');
  return encodings ? listed(encodings) : sectionOf(field(root, 'activation_encodings'));
}

/** Encodings of weights; the schema 2.0.0 has them among the others. */
export function weightsIn(root: Node | undefined): Found[] {
  return sectionOf(field(root, 'param_encodings'));
}

function sectionOf(section: Node | undefined): Found[] {
  if (section?.type === 'array') return listed(section);
  return (section?.children ?? []).map((member) => ({ named: member, encoding: ofLayer(member.children?.[1]) }));
}

/** Since 1.0.0: a list of objects that each have a name. */
function listed({ children = [] }: Node): Found[] {
  return children.flatMap((encoding): Found[] => {
    const name = field(encoding, 'name');
    return name ? [{ named: { ...encoding, children: [name] }, encoding }] : [];
  });
}

/** Old files of PyTorch models name layers, each with inputs and outputs: its first output is what it writes. */
function ofLayer(value: Node | undefined): Node | undefined {
  const outputs = field(value, 'output');
  const isLayer = value?.type === 'object' && (outputs !== undefined || field(value, 'input') !== undefined);
  return isLayer ? outputs?.children?.[0]?.children?.[1] : value;
}
