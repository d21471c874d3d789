/** NumPy files as NumPy writes them. */
import { zipSync } from 'fflate';

/** An array of format version 1, or 2 and 3, whose header has four bytes for its length. */
export function npyFile(
  descr: string,
  shape: readonly number[],
  data: Uint8Array,
  { fortran = false, version = 1 } = {},
): Uint8Array {
  const dims = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const text = `{'descr': '${descr}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${dims}), }`;
  const fixed = version === 1 ? 10 : 12;
  const header = `${text.padEnd(Math.ceil((fixed + text.length + 1) / 64) * 64 - fixed - 1)}\n`;
  const bytes = Buffer.alloc(fixed + header.length + data.length);
  bytes.write('\x93NUMPY', 'latin1');
  bytes[6] = version;
  if (version === 1) bytes.writeUInt16LE(header.length, 8);
  else bytes.writeUInt32LE(header.length, 8);
  bytes.write(header, fixed, 'latin1');
  bytes.set(data, fixed + header.length);
  return new Uint8Array(bytes);
}

export function npyOfFloats(shape: readonly number[], values: readonly number[]): Uint8Array {
  return npyFile('<f4', shape, new Uint8Array(Float32Array.from(values).buffer));
}

export function npzFile(arrays: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(arrays).map(([name, bytes]) => [`${name}.npy`, bytes])));
}
