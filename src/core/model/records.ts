/** The records of a protobuf message as places in the bytes: what is not looked at is never decoded, and never changed. */
import protobuf from 'protobufjs/light.js';
import { escapedText } from '../bytes/bytes.js';
import { t } from '../texts/translate.js';
import { messageOf } from '../texts/messageOf.js';

/** Bytes from `start` up to `end` (not included) of a file. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Wire types of protobuf that ONNX uses. */
export const WIRE = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

/** One field of a message: its tag and value lie in [start, end), the value alone begins at `value`. */
export interface FieldRecord extends Span {
  readonly field: number;
  readonly wire: number;
  /** Where the value begins; of a string, message or packed list the first byte after its length. */
  readonly value: number;
}

/** A model that can't be taken: why, and what to do about it. */
export class ModelError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ModelError';
  }
}

/**
 * The records of the message in `span`, in file order.
 * @throws {ModelError} when the bytes are cut off or no protobuf
 */
export function recordsOf(bytes: Uint8Array, span: Span): FieldRecord[] {
  const reader = protobuf.Reader.create(bytes);
  reader.pos = span.start;
  reader.len = span.end;
  const records: FieldRecord[] = [];
  try {
    while (reader.pos < span.end) records.push(nextRecord(reader));
  } catch (error) {
    const reason = messageOf(error);
    throw new ModelError(t`this is no readable ONNX model: its bytes break off or are no protobuf (${reason}).`);
  }
  return records;
}

function nextRecord(reader: protobuf.Reader): FieldRecord {
  const start = reader.pos;
  const tag = reader.uint32();
  const [field, wire] = [tag >>> 3, tag & 7];
  if (field === 0) throw new RangeError(t`a field numbered 0`);
  if (wire !== WIRE.bytes) {
    const value = reader.pos;
    reader.skipType(wire);
    return { field, wire, start, value, end: reader.pos };
  }
  const length = reader.uint32();
  const value = reader.pos;
  reader.skip(length);
  return { field, wire, start, value, end: reader.pos };
}

/** The message or string in a record, as a span of its own. */
export function inside({ value, end }: FieldRecord): Span {
  return { start: value, end };
}

/** The text of a string record. */
export function textOf(bytes: Uint8Array, { value, end }: FieldRecord): string {
  return escapedText(bytes.subarray(value, end));
}

/** The last record of a field that a message may hold once, as protobuf has it. */
export function lastOf(records: readonly FieldRecord[], field: number, wire: number = WIRE.bytes): FieldRecord | null {
  return records.findLast((record) => record.field === field && record.wire === wire) ?? null;
}

/** All records of a field that a message may hold many times. */
export function allOf(records: readonly FieldRecord[], field: number, wire: number = WIRE.bytes): FieldRecord[] {
  return records.filter((record) => record.field === field && record.wire === wire);
}

/** Whole numbers (int64) of a repeated field, packed or one by one. Exact: ends of slices are often 2^63 - 1. */
export function integersOf(bytes: Uint8Array, records: readonly FieldRecord[], field: number): bigint[] {
  return records
    .filter((record) => record.field === field && (record.wire === WIRE.bytes || record.wire === WIRE.varint))
    .flatMap((record) => varintsIn(bytes, inside(record)));
}

/** The value of a whole number field as a plain number; `absent` where there is none. */
export function numberOf(bytes: Uint8Array, records: readonly FieldRecord[], field: number, absent = 0): number {
  const value = integersOf(bytes, records, field).at(-1);
  return value === undefined ? absent : Number(value);
}

/** protobufjs reads 64 bits only with another library, or rounds them: this is exact without one. */
function varintsIn(bytes: Uint8Array, { start, end }: Span): bigint[] {
  const numbers: bigint[] = [];
  let [number, shift] = [0n, 0n];
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    number |= BigInt(byte & 127) << shift;
    shift += 7n;
    if (byte < 128 || shift > 63n) {
      numbers.push(BigInt.asIntN(64, number));
      [number, shift] = [0n, 0n];
    }
  }
  return numbers;
}
