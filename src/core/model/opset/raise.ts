/** A model of opset 9 to 12 as one of opset 13: per-channel scales exist from there on. */
import protobuf from 'protobufjs/light.js';
import { utf8Bytes } from '../../bytes/bytes.js';
import { constantRecord, nodeChange } from '../encode.js';
import { OPSET } from '../fields.js';
import { isDefault, nodeLabel, type ModelNode, type OnnxModel } from '../model.js';
import { NewNames } from '../newNames.js';
import { changed, joined, recordOf, replaced, type Change } from '../pieces.js';
import { withGraphChanges } from '../place/write.js';
import { allOf, inside, lastOf, ModelError, recordsOf, textOf } from '../records.js';
import { meaningOf } from './meanings.js';
import { nestedNodes } from './nestedNodes.js';
import type { Rewrite } from './rewrites.js';
import { t } from '../../texts/translate.js';

/** The opset that per-channel Q/DQ needs, and the first that is raised to it. */
export const [TARGET_OPSET, FIRST_RAISED] = [13, 9];

export interface Rewritten {
  readonly node: string;
  readonly op: string;
}

export interface Raised {
  readonly bytes: Uint8Array;
  readonly rewritten: readonly Rewritten[];
}

const ADVICE = t`export the model with opset 13, or convert it with onnx's version converter`;

/**
 * The model under opset 13, with the same meaning.
 * @throws {ModelError} that names the operator whose meaning would change
 */
export function raiseOpset(model: OnnxModel): Raised {
  const { opset, nodes, opsetRecords } = model;
  if (opset < FIRST_RAISED || opsetRecords.length === 0)
    throw new ModelError(t`it is of opset ${opset}, and only opset 9 and later can be raised: ${ADVICE}.`);
  refuseNested(model);
  const names = new NewNames(model.taken);
  const rewritten: Rewritten[] = [];
  const changes = nodes.flatMap((node) => {
    const rewrite = isDefault(node.domain) ? rewriteOf(model, node) : null;
    if (!rewrite) return [];
    rewritten.push({ node: nodeLabel(node), op: node.op });
    return changesOf(model, node, rewrite, names);
  });
  return { bytes: withOpset(model, changes), rewritten };
}

function rewriteOf(model: OnnxModel, node: ModelNode): Rewrite | null {
  const meaning = meaningOf(model, node);
  if (typeof meaning !== 'string') return meaning;
  throw new ModelError(
    t`its opset ${model.opset} can't be raised to ${TARGET_OPSET}, for ${node.op} "${nodeLabel(node)}" ${meaning}: ${ADVICE}.`,
  );
}

/** Within a graph of a node only what stays as it is can be raised. */
function refuseNested(model: OnnxModel): void {
  for (const node of nestedNodes(model)) {
    const meaning = isDefault(node.domain) ? meaningOf(model, node) : null;
    if (meaning !== null)
      throw new ModelError(
        t`its opset ${model.opset} can't be raised to ${TARGET_OPSET}, for ${node.op} "${nodeLabel(node)}" stands in a graph within a node and ${
          typeof meaning === 'string' ? meaning : t`is written in another way there`
        }: ${ADVICE}.`,
      );
  }
}

/** Constants before the node, and the node with them as inputs. */
function changesOf({ bytes }: OnnxModel, node: ModelNode, { added, attributes }: Rewrite, names: NewNames): Change[] {
  const base = node.outputs[0] ?? node.name;
  const inputs = added.map(({ name }) => (name === '' ? '' : names.take(`${base}_${name}`)));
  const constants = added.flatMap(({ tensor }, i) =>
    tensor ? constantRecord(names.take(`${inputs[i] ?? ''}_Constant`), inputs[i] ?? '', tensor) : [],
  );
  const { start } = node.record;
  const gone = new Set(attributes.map((attribute) => attribute.start));
  return [
    { start, end: start, pieces: constants },
    nodeChange(bytes, node, { added: inputs, isGone: (attribute) => gone.has(attribute.start) }),
  ];
}

function withOpset(model: OnnxModel, changes: readonly Change[]): Uint8Array {
  const bytes = changes.length === 0 ? model.bytes : joined(withGraphChanges(model, changes));
  const records = recordsOf(bytes, { start: 0, end: bytes.length });
  const versions = allOf(records, 8).flatMap((record): Change[] => {
    const fields = recordsOf(bytes, inside(record));
    const domain = lastOf(fields, OPSET.domain);
    const name = domain ? textOf(bytes, domain) : '';
    if (!isDefault(name)) return [];
    const head = domain ? recordOf(OPSET.domain, [utf8Bytes(name)]) : [];
    const version = protobuf.Writer.create()
      .uint32(OPSET.version << 3)
      .uint32(TARGET_OPSET)
      .finish();
    return [replaced(record, [...head, version])];
  });
  return joined(changed(bytes, { start: 0, end: bytes.length }, versions));
}
