import type { Tensor } from '../../src/core/tensors/tensor.js';

/** A float32 tensor as a NumPy file of format version 1. */
export function npy({ dims, data }: Tensor): Uint8Array {
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${dims.join(', ')}), }`;
  const header = `${text.padEnd(Math.ceil((11 + text.length) / 64) * 64 - 11)}\n`;
  const length = Buffer.alloc(2);
  length.writeUInt16LE(header.length);
  return new Uint8Array(
    Buffer.concat([Buffer.from('\x93NUMPY\x01\x00', 'latin1'), length, Buffer.from(header), Buffer.from(data.buffer)]),
  );
}
