/**
 * A hot-exit backup: the bytes as edited, and the bytes as they stood on disk, so that after a restart it is
 * still known whether somebody else has changed the file meanwhile. Layout: the length of the first part as
 * uint32 and a flag byte (1: there is a second part), then the parts.
 */
const HEADER_BYTES = 5;

/** Packs the edited bytes and those on disk (null: the file has none yet). */
export function packBackup(bytes: Uint8Array, onDisk: Uint8Array | null): Uint8Array {
  const packed = new Uint8Array(HEADER_BYTES + bytes.length + (onDisk?.length ?? 0));
  const view = new DataView(packed.buffer);
  view.setUint32(0, bytes.length);
  view.setUint8(4, onDisk ? 1 : 0);
  packed.set(bytes, HEADER_BYTES);
  if (onDisk) packed.set(onDisk, HEADER_BYTES + bytes.length);
  return packed;
}

/** The parts of a packed backup. Throws RangeError when the bytes are no whole backup. */
export function unpackBackup(packed: Uint8Array): { bytes: Uint8Array; onDisk: Uint8Array | null } {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const end = HEADER_BYTES + view.getUint32(0);
  if (end > packed.length) throw new RangeError('The backup of the unsaved edits is cut off.');
  return { bytes: packed.slice(HEADER_BYTES, end), onDisk: view.getUint8(4) === 1 ? packed.slice(end) : null };
}
