/** Attributes of a node, decoded when they are asked for. */
import { ATTRIBUTE } from './fields.js';
import type { ModelNode } from './model.js';
import { inside, integersOf, lastOf, recordsOf, textOf, WIRE, type FieldRecord, type Span } from './records.js';

export interface Attribute {
  readonly name: string;
  readonly span: Span;
  readonly records: readonly FieldRecord[];
}

/** The attributes of a node, in file order. */
export function attributesOf(bytes: Uint8Array, { attributes }: ModelNode): Attribute[] {
  return attributes.map((span) => {
    const records = recordsOf(bytes, span);
    const name = lastOf(records, ATTRIBUTE.name);
    return { name: name ? textOf(bytes, name) : '', span, records };
  });
}

export function attributeOf(bytes: Uint8Array, node: ModelNode, name: string): Attribute | null {
  return attributesOf(bytes, node).find((attribute) => attribute.name === name) ?? null;
}

/** A whole number, or `absent`. Some writers leave a field out that is 0. */
export function integerAttribute(bytes: Uint8Array, node: ModelNode, name: string, absent: number): number {
  const attribute = attributeOf(bytes, node, name);
  return attribute ? Number(integersOf(bytes, attribute.records, ATTRIBUTE.i).at(-1) ?? 0n) : absent;
}

/** Whole numbers of a list, exact; null where the node has no such attribute. */
export function integersAttribute(bytes: Uint8Array, node: ModelNode, name: string): bigint[] | null {
  const attribute = attributeOf(bytes, node, name);
  return attribute && integersOf(bytes, attribute.records, ATTRIBUTE.ints);
}

/** The four bytes of a float32, as they stand; null where the node has no such attribute. */
export function floatAttribute(bytes: Uint8Array, node: ModelNode, name: string): Uint8Array | null {
  const attribute = attributeOf(bytes, node, name);
  if (!attribute) return null;
  const record = lastOf(attribute.records, ATTRIBUTE.f, WIRE.fixed32);
  return record ? bytes.subarray(record.value, record.end) : new Uint8Array(4);
}

/** The tensor in an attribute; null where there is none. */
export function tensorAttribute(bytes: Uint8Array, node: ModelNode, name: string): Span | null {
  const attribute = attributeOf(bytes, node, name);
  const record = attribute && lastOf(attribute.records, ATTRIBUTE.t);
  return record && inside(record);
}
