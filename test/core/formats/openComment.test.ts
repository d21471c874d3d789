/** JSON that ends within a comment: the parser's last token is one character longer than the file. */
import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { applySplice } from '../../../src/core/bytes/splice.js';
import { manyEdits } from '../../../src/core/edits/manyEdits.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { onnxruntimeJson } from '../../../src/core/formats/onnxruntime/json.js';

const CASES = [
  [nvdla, '{"a": {"scale": 1}, "b": {"scale": 2'],
  [nvdla, '{"a": {"scale": 1}, "b": {"scale": 2}'],
  [nvdla, '{"a": {"scale": 1}, "b": {'],
  [onnxruntimeJson, '{"a": [-1, 1], "b": [-2, 2'],
  [onnxruntimeJson, '{"a": [-1, 1], "b": [-2'],
  [onnxruntimeJson, '{"CLS": "TensorsData", "data": {"a": {"lowest": -1, "highest": 2'],
] as const;

describe('JSON that ends within a comment', () => {
  for (const [format, text] of CASES)
    for (const end of ['/*', ' /* x', '\n/**', '// x', '/'])
      it(`has its entries within the file (${format.id}): ${JSON.stringify(text + end)}`, () => {
        const bytes = utf8Bytes(text + end);
        const document = format.read(bytes);
        const { spans, table } = document;
        assert.ok(table.names.length > 0);
        table.names.forEach((_, index) => {
          const [start = NaN, stop = NaN] = [spans.start[index], spans.end[index]];
          assert.ok(start < stop && stop <= bytes.length, `${start} to ${stop} of ${bytes.length}`);
          assert.ok((spans.valueEnd[index] ?? NaN) <= bytes.length, 'its value');
        });
        // Whatever can't be done in it is refused in words, and nothing throws.
        for (const index of table.names.keys()) {
          const result = manyEdits(document, [{ kind: 'delete', index }]);
          if ('problem' in result) assert.match(result.problem, /The file is broken/);
          else
            assert.ok(
              result.splice && format.read(applySplice(bytes, result.splice)).table.names.length < table.names.length,
            );
        }
      });
});
