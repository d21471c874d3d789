import protobuf from 'protobufjs/light.js';
import { TYPE, VALUE_INFO } from './fields.js';

/** A ValueInfoProto: a name, and the type of a tensor where it has to be said. */
export function valueInfo(name: string, elementType: number | null = null, dims: readonly number[] = []): Uint8Array {
  const writer = protobuf.Writer.create().uint32(tag(VALUE_INFO.name)).string(name);
  if (elementType === null) return writer.finish();
  writer.uint32(tag(VALUE_INFO.type)).fork();
  writer.uint32(tag(TYPE.tensor)).fork();
  writer.uint32(TYPE.elemType << 3).uint32(elementType);
  writer.uint32(tag(TYPE.shape)).fork();
  for (const dim of dims)
    writer
      .uint32(tag(TYPE.dim))
      .fork()
      .uint32(DIM_VALUE << 3)
      .uint64(dim)
      .ldelim();
  return writer.ldelim().ldelim().ldelim().finish();
}

/** Field of a TensorShapeProto.Dimension. */
const DIM_VALUE = 1;

function tag(field: number): number {
  return (field << 3) | 2;
}
