/** Tensors in groups whose values fit into memory at a time. */
import { nodeRecord } from '../model/encode.js';
import type { OnnxModel } from '../model/model.js';
import { NewNames } from '../model/newNames.js';
import { withGraphChanges } from '../model/place/write.js';
import type { Subject } from './subject.js';
import { withSession } from './subject.js';
import { t } from '../texts/translate.js';

const FLOAT_BYTES = 4;
/** So few tensors can't be too many: sizes are looked up for more. */
const LIKELY_SMALL = 8;

/**
 * The tensors in as few groups as the budget allows, in their order. How many elements each has is asked of the model itself, by one run
 * on the first input that gives nothing but sizes.
 */
export async function groupsOf(subject: Subject, tensors: readonly string[]): Promise<string[][]> {
  if (tensors.length <= LIKELY_SMALL) return [[...tensors]];
  await subject.progress.report(0, 1, t`looking how large the tensors are`);
  const sizes = await sizesOf(subject, tensors);
  const groups: string[][] = [];
  let [group, bytes]: [string[], number] = [[], 0];
  for (const tensor of tensors) {
    const size = (sizes.get(tensor) ?? 0) * FLOAT_BYTES;
    if (group.length > 0 && bytes + size > subject.budget) {
      groups.push(group);
      [group, bytes] = [[], 0];
    }
    group.push(tensor);
    bytes += size;
  }
  return [...groups, group];
}

async function sizesOf(subject: Subject, tensors: readonly string[]): Promise<Map<string, number>> {
  const { model, samples } = subject;
  const names = new NewNames(model.taken);
  const sizes = tensors.map((tensor) => [tensor, names.take(`${tensor}_size`)] as const);
  const first = samples[0]?.load() ?? new Map<string, never>();
  return withSession(
    subject,
    withGraphChanges(model, [sizeNodes(model, names, sizes)]),
    sizes.map(([, size]) => size),
    async (session) => {
      const results = await session.run(first);
      return new Map(sizes.map(([tensor, size]) => [tensor, Number(results.get(size)?.data[0] ?? 0)]));
    },
  );
}

function sizeNodes(model: OnnxModel, names: NewNames, sizes: readonly (readonly [string, string])[]) {
  const place = model.nodes.at(-1)?.record.end ?? model.graphRecord.end;
  const pieces = sizes.flatMap(([tensor, size]) =>
    nodeRecord({ op: 'Size', name: names.take(`${size}_node`), inputs: [tensor], output: size }),
  );
  return { start: place, end: place, pieces };
}
