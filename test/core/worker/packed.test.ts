import assert from 'node:assert/strict';
import { alignTables } from '../../../src/core/diff/align/align.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { planByName, withSources, type Plan } from '../../../src/core/transfer/plan.js';
import { PlanRows } from '../../../src/core/transfer/planRows.js';
import { planFromTable } from '../../../src/core/transfer/port.js';
import { buffersOf } from '../../../src/worker/messages.js';
import { packAlignment, unpackAlignment } from '../../../src/worker/packedAlignment.js';
import { packDocument, unpackDocument } from '../../../src/worker/packedDocument.js';
import { packPlan, unpackPlan } from '../../../src/worker/packedPlan.js';

const table = (...lines: readonly string[]): ReturnType<typeof tensorrt.read> =>
  tensorrt.read(Buffer.from(`TRT-8601-EntropyCalibration2\n${lines.map((line) => `${line}\n`).join('')}`));

const old = table('a: 3c010a14', 'b: 3c810a14', 'gone: 3d010a14', 'inf: 7f800000', 'b: 3c810a15');
const fresh = table('a: 3c010a15', '(Unnamed Layer* 1) [X]_output: 3c810a14', 'b: 3c810a14', 'new: 3e010a14');

/** What arrives in another thread. */
const sent = <T>(value: T): T => structuredClone(value, { transfer: buffersOf(value) });

describe('what goes to the worker and back', () => {
  it('a document with its findings', () => {
    const broken = table('a: 3c010a14', 'no entry', 'ü: 3c010a14');
    assert.ok(broken.findings.length > 0);
    const packed = sent(packDocument(broken));
    const again = tensorrt.read(broken.bytes);
    assert.deepEqual(unpackDocument(packed, again.table.names, again.bytes), again);
  });

  it('an alignment, pair by pair', () => {
    const alignment = alignTables(old.table, fresh.table);
    assert.ok(alignment.matches.length > 0 && alignment.removed.length > 0);
    assert.deepEqual(unpackAlignment(sent(packAlignment(alignment))), alignment);
  });

  const plans: Readonly<Record<string, Plan>> = {
    'by name, with what is dropped': planByName(old, nvdla),
    "by another table's names, with doubts": planFromTable(old, fresh, tensorrt),
    'mended by hand': withSources(
      planByName(old, nvdla),
      new Map([
        [0, { kind: 'scale', scale: 0.25 }],
        [1, null],
      ]),
    ),
    'of no rows': {
      target: nvdla,
      rows: PlanRows.from([]),
      dropped: [],
      needsEveryRow: true,
      warnings: ['w'],
      refusal: 'r',
    },
  };
  for (const [what, plan] of Object.entries(plans))
    it(`a plan ${what}`, () => assert.deepEqual(unpackPlan(sent(packPlan(plan))), plan));

  it('buffers are handed over once each, wherever they lie in objects', () => {
    const both = new Float64Array(4);
    const message = { a: both.subarray(0, 2), b: { c: both.subarray(2), d: new Uint8Array(1) }, list: [1], none: null };
    assert.deepEqual(buffersOf(message), [both.buffer, message.b.d.buffer]);
  });
});
