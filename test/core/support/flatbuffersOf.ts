import { Builder } from 'flatbuffers';

/** A FlatBuffers table as onnxruntime's own code builds it, with any text for a number. */
export function flatbuffersOf(pairs: readonly (readonly [string, string])[]): Uint8Array {
  const builder = new Builder();
  const offsets = pairs.map(([key, value]) => {
    const [keyAt, valueAt] = [builder.createString(key), builder.createString(value)];
    builder.startObject(2);
    builder.addFieldOffset(0, keyAt, 0);
    builder.addFieldOffset(1, valueAt, 0);
    return builder.endObject();
  });
  return tableOf(builder, offsets);
}

/** The file of a builder that has made its pairs. */
export function tableOf(builder: Builder, pairs: readonly number[]): Uint8Array {
  builder.startVector(4, pairs.length, 4);
  for (const offset of [...pairs].reverse()) builder.addOffset(offset);
  const dict = builder.endVector();
  builder.startObject(1);
  builder.addFieldOffset(0, dict, 0);
  builder.finish(builder.endObject());
  return builder.asUint8Array().slice();
}
