/** What is measured: a model, its inputs, and who runs it. */
import type { OnnxModel } from '../model/model.js';
import { readModel } from '../model/model.js';
import { joined, type Pieces } from '../model/pieces.js';
import type { ReadExternal } from '../model/tensorData.js';
import { withOutputs } from '../model/withOutputs.js';
import type { Sample } from '../tensors/samples.js';
import type { Tensor } from '../tensors/tensor.js';
import { numbersOfTensor } from '../tensors/fit.js';
import type { Engine, Progress, Session } from './engine.js';

export interface Subject {
  readonly engine: Engine;
  readonly model: OnnxModel;
  readonly external: ReadExternal;
  readonly samples: readonly Sample[];
  readonly progress: Progress;
  /** Bytes that values of tensors may take at a time. */
  readonly budget: number;
}

/** Loads a model with more outputs, does something with it, and gives its memory back. */
export async function withSession<T>(
  { engine }: Pick<Subject, 'engine'>,
  pieces: Pieces,
  tensors: readonly string[],
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const session = await engine.load(joined(withOutputs(readModel(joined(pieces)), tensors)));
  try {
    return await use(session);
  } finally {
    await session.release();
  }
}

/** The values of a float tensor; null for one of whole numbers, which no range is for. */
export function floatValues(tensor: Tensor | undefined): ArrayLike<number> | null {
  if (!tensor || !/^float/.test(tensor.type)) return null;
  return numbersOfTensor(tensor);
}
