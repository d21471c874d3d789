/**
 * A hot-exit backup: the bytes as edited, and the bytes as they stood on disk, so that after a restart it is
 * still known whether somebody else has changed the file meanwhile. Layout: the length of the first part as
 * uint32 and that of the second one plus one (0: there is none), then the parts.
 */
import { t } from '../../../core/texts/translate.js';

const HEADER_BYTES = 8;

/** Packs the edited bytes and those on disk (null: the file has none yet). */
export function packBackup(bytes: Uint8Array, onDisk: Uint8Array | null): Uint8Array {
  const packed = new Uint8Array(HEADER_BYTES + bytes.length + (onDisk?.length ?? 0));
  const view = new DataView(packed.buffer);
  view.setUint32(0, bytes.length);
  view.setUint32(4, onDisk ? onDisk.length + 1 : 0);
  packed.set(bytes, HEADER_BYTES);
  if (onDisk) packed.set(onDisk, HEADER_BYTES + bytes.length);
  return packed;
}

/** The parts of a packed backup. Throws RangeError when the bytes are no whole backup. */
export function unpackBackup(packed: Uint8Array): { bytes: Uint8Array; onDisk: Uint8Array | null } {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const middle = HEADER_BYTES + view.getUint32(0);
  const second = view.getUint32(4);
  if (packed.length !== middle + Math.max(0, second - 1))
    throw new RangeError(t`The backup of the unsaved edits is not whole.`);
  return { bytes: packed.slice(HEADER_BYTES, middle), onDisk: second > 0 ? packed.slice(middle) : null };
}
