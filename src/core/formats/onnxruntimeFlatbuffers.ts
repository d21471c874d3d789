import { ByteBuffer } from 'flatbuffers';

/**
 * True when bytes are onnxruntime's `TrtTable { dict: [KeyValue] }` with `KeyValue { key, value: string }`:
 * the first pair must read as two strings, the second of them a number.
 */
export function isTrtTable(bytes: Uint8Array): boolean {
  try {
    const buffer = new ByteBuffer(bytes);
    const root = buffer.readInt32(0);
    const dict = root > 0 && root < bytes.length ? buffer.__offset(root, 4) : 0;
    if (dict === 0) return false;
    const pair = buffer.__indirect(buffer.__vector(root + dict));
    const [key, value] = [4, 6].map((field) => {
      const offset = buffer.__offset(pair, field);
      return offset === 0 ? null : buffer.__string(pair + offset);
    });
    return typeof key === 'string' && typeof value === 'string' && value !== '' && Number.isFinite(Number(value));
  } catch {
    return false;
  }
}
