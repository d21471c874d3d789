/**
 * Encodings of AIMET and Qualcomm's tools, read in three ages of their schema (to 0.6.1, 1.0.0, 2.0.0) and written as 0.6.1,
 * which QNN's own reader takes best. Symmetric tensors of 8 bits have their scale; of others the symmetric scale that holds as much is taken.
 */
import { utf8Bytes } from '../../bytes/bytes.js';
import { shortestDecimal } from '../../bytes/float64.js';
import { finding, type Finding } from '../../findings/finding.js';
import { NO_HEADER } from '../../table/header.js';
import type { CalibrationTable, EndPair } from '../../table/table.js';
import { endColumns } from '../endColumns.js';
import type { KeptPart, Reading, ReadableFormat, Sample, WritableFormat } from '../format.js';
import { JsonFile } from '../json/memberReader.js';
import { ANY_ODD_NUMBERS } from '../oddNumbers.js';
import { leftWithoutScale } from '../onMissing.js';
import { SpanBuilder } from '../spanBuilder.js';
import { encodingOf } from './encoding.js';
import { activationsIn, weightsIn } from './tensors.js';
import { t } from '../../texts/translate.js';

export const aimet: ReadableFormat & WritableFormat = {
  id: 'aimet',
  label: t`AIMET encodings`,
  extensions: ['encodings'],
  fileNames: { sure: [], possible: ['*.encodings', '*_encodings.json'] },
  quantity: 'scale',
  storage: 'decimal',
  keyedBy: 'tensor',
  duplicates: 'last',
  onMissing: leftWithoutScale('tensor'),
  hasHeader: false,
  isText: true,
  oddNumbers: ANY_ODD_NUMBERS,
  detect,
  read: (bytes) => ({ format: aimet, ...read(bytes) }),
  write: (table) => utf8Bytes(textOf(table)),
  nameProblem: (name) => (name === '' ? t`A tensor needs a name.` : null),
};

function detect({ json }: Sample): number {
  if (typeof json !== 'object' || json === null) return 0;
  const root = json as Readonly<Record<string, unknown>>;
  const section = root['activation_encodings'];
  const isOld = typeof section === 'object' && section !== null;
  return isOld || (typeof root['version'] === 'string' && Array.isArray(root['encodings'])) ? 1 : 0;
}

function read(bytes: Uint8Array): Reading {
  const file = new JsonFile(bytes);
  const findings = file.brokenAt();
  const names: string[] = [];
  const values: number[] = [];
  const ends: (EndPair | undefined)[] = [];
  const none: KeptPart['items'][number][] = [];
  const spans = new SpanBuilder();
  for (const { named, encoding } of activationsIn(file.root)) {
    const { name, line, end, nameStart, nameEnd } = file.place(named);
    const found = encodingOf(encoding);
    if (found.kind === 'none') {
      none.push({ name, text: found.why, line });
      continue;
    }
    const index = names.push(name) - 1;
    values.push(found.scale);
    ends.push(found.ends);
    spans.add({ start: nameStart, end, nameStart, nameEnd, valueStart: end, valueEnd: end, line });
    if (found.note !== null) findings.push(otherGrid(name, index, line, found.note));
  }
  return {
    bytes,
    findings,
    spans: spans.build(),
    table: {
      format: 'aimet',
      quantity: 'scale',
      header: NO_HEADER,
      names,
      values: Float64Array.from(values),
      ...endColumns(ends),
    },
    kept: [...part(t`Tensors without one scale of integers`, none), ...part('Weights', weightsOf(file))],
  };
}

function otherGrid(entry: string, index: number, line: number, note: string): Finding {
  const message = t`"${entry}" is ${note}: the symmetric scale of 8 bits that holds as much is taken. Of an asymmetric range up to half of the codes stay unused.`;
  return finding('qdq-asymmetric', message, { entry, index, line });
}

function weightsOf(file: JsonFile): KeptPart['items'] {
  const weights = weightsIn(file.root);
  const line = weights[0] ? file.lineAt(weights[0].named.offset) : 0;
  return weights.map(({ named, encoding }) => {
    const key = named.children?.[0];
    const found = encodingOf(encoding);
    return {
      name: key ? file.textOf(key) : '',
      text: found.kind === 'none' ? found.why : `scale ${found.scale}`,
      line,
    };
  });
}

function part(title: string, items: KeptPart['items']): KeptPart[] {
  return items.length === 0 ? [] : [{ title, items }];
}

/** As `json.dump(…, indent=4)` lays it out; by hand, since a JS object would move numeric names to the front. */
function textOf({ names, values }: CalibrationTable): string {
  const entries = names.map(
    (name, i) => `        ${JSON.stringify(name)}: [\n            ${encodingText(values[i] ?? NaN)}\n        ]`,
  );
  const activations = entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n    }`;
  return `{\n    "version": "0.6.1",\n    "activation_encodings": ${activations},\n    "param_encodings": {}\n}`;
}

function encodingText(scale: number): string {
  // The largest scales have no finite ends; a reader takes the scale all the same.
  const [least, most] = [Math.max(-128 * scale, -Number.MAX_VALUE), Math.min(127 * scale, Number.MAX_VALUE)].map(
    shortestDecimal,
  );
  return `{ "bitwidth": 8, "dtype": "int", "is_symmetric": "True", "max": ${most}, "min": ${least}, "offset": -128, "scale": ${shortestDecimal(scale)} }`;
}
