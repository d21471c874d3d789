/**
 * protobuf text format against a schema of only the fields we want. Networks are full of others (every
 * Caffe fork has its own): each unknown field is reserved in the schema when it turns up, which is how the
 * parser is told to skip it, value and all.
 */
import protobuf, { type Type } from 'protobufjs/light.js';
import textformat from 'protobufjs/ext/textformat.js';

/** Text that can't be parsed: the reason, and its line (from 1). */
export class TextProtoError extends Error {
  constructor(readonly reason: string, readonly line: number | null) {
    super(reason);
  }
}

const UNKNOWN_FIELD = /^\.?([\w.]+): unknown field '([^']+)'/;
const AT_LINE = / \(line (\d+)\)$/;

/** A schema from its `.proto` declarations in protobuf.js JSON form. */
export function schemaOf(nested: protobuf.INamespace['nested']): protobuf.Root {
  return protobuf.Root.fromJSON({ nested: nested ?? {} });
}

/** Parses a text as `type`; fields that the schema lacks are skipped. Throws TextProtoError. */
export function parseText(type: Type, text: string): Record<string, unknown> {
  for (;;) {
    try {
      return textformat.fromText(type, text) as unknown as Record<string, unknown>;
    } catch (error) {
      reserveUnknown(type, error);
    }
  }
}

/** Adds the field that stopped the parser to the reserved ones; throws TextProtoError for any other error. */
function reserveUnknown(type: Type, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const line = AT_LINE.exec(message)?.[1];
  const [, owner, field] = UNKNOWN_FIELD.exec(message) ?? [];
  if (owner === undefined || field === undefined) throw new TextProtoError(message.replace(AT_LINE, ''), line === undefined ? null : Number(line));
  const holder = type.root.lookupType(owner);
  holder.reserved = [...(holder.reserved ?? []), field];
}
