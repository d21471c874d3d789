/**
 * protobuf text format against a schema of only the fields we want. Networks are full of others (every
 * Caffe fork has its own): each is reserved in the schema, which is how the parser is told to skip it, value
 * and all.
 */
import protobuf, { type Type } from 'protobufjs/light.js';
import textformat from 'protobufjs/ext/textformat.js';
import { messageOf } from '../texts/messageOf.js';

/** Text that can't be parsed: the reason, and its line (from 1). */
export class TextProtoError extends Error {
  constructor(
    readonly reason: string,
    readonly line: number | null,
  ) {
    super(reason);
  }
}

/** What may be a field's name, wherever it stands. Words in strings and comments do no harm. */
const FIELD_LIKE = /[A-Za-z_]\w*(?=\s*[:{<])/g;
const UNKNOWN_FIELD = /^\.?([\w.]+): unknown field '([^']+)'/;
const AT_LINE = / \(line (\d+)\)$/;

/** A schema from its `.proto` declarations in protobuf.js JSON form. */
export function schemaOf(nested: protobuf.INamespace['nested']): protobuf.Root {
  return protobuf.Root.fromJSON({ nested: nested ?? {} });
}

/** Parses a text as `type`; fields that the schema lacks are skipped. Throws TextProtoError. */
export function parseText(type: Type, text: string): Record<string, unknown> {
  reserve(type.root.nestedArray, [...new Set(text.match(FIELD_LIKE))]);
  for (;;) {
    try {
      return textformat.fromText(type, text) as unknown as Record<string, unknown>;
    } catch (error) {
      const message = messageOf(error);
      if (!reserveUnknown(type, message)) throw errorOf(type, text, message);
    }
  }
}

/** Tells the parser beforehand what to skip: else each unknown field would cost one more pass over the text. */
function reserve(objects: readonly protobuf.ReflectionObject[], words: string[]): void {
  for (const object of objects) {
    if (object instanceof protobuf.Type) object.reserved = words;
    else if (object instanceof protobuf.Namespace) reserve(object.nestedArray, words);
  }
}

/** Reserves the field that stopped the parser, one that stands where no field was looked for; false when something else did. */
function reserveUnknown(type: Type, message: string): boolean {
  const [, owner, field] = UNKNOWN_FIELD.exec(message) ?? [];
  if (owner === undefined || field === undefined) return false;
  const holder = type.root.lookupType(owner);
  holder.reserved = [...(holder.reserved ?? []), field];
  return true;
}

function errorOf(type: Type, text: string, message: string): TextProtoError {
  const line = AT_LINE.exec(message)?.[1];
  const reason = message.replace(AT_LINE, '').replace(/^\.\w+\./, '');
  return new TextProtoError(reason, line === undefined ? lineOf(type, text.split('\n'), message) : Number(line));
}

/** Of a value of the wrong type the parser does not tell the line: it ends the shortest head of the text that fails in the same way. */
function lineOf(type: Type, lines: readonly string[], message: string): number {
  let [passing, failing] = [0, lines.length];
  while (failing - passing > 1) {
    const middle = (passing + failing) >> 1;
    if (failureOf(type, lines.slice(0, middle).join('\n')) === message) failing = middle;
    else passing = middle;
  }
  return failing;
}

function failureOf(type: Type, text: string): string | null {
  try {
    textformat.fromText(type, text);
    return null;
  } catch (error) {
    return messageOf(error);
  }
}
