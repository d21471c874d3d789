import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { onnxruntimeJson } from '../../../src/core/formats/onnxruntime/json.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { html } from '../../../src/core/render/html.js';
import { htmlReport } from '../../../src/core/report/htmlReport.js';
import { nodeData } from '../../../src/core/report/nodeData.js';

const cache = (...lines: string[]): ReturnType<typeof tensorrt.read> =>
  tensorrt.read(utf8Bytes(`TRT-8601-EntropyCalibration2\n${lines.map((line) => `${line}\n`).join('')}`));

describe('html out of parts', () => {
  it('takes any text for text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const markup = html`<p title="${text}">${text}</p>`.toString();
        assert.doesNotMatch(markup.slice('<p title="'.length, -'</p>'.length).replace('">', ''), /[<>"']/);
      }),
    );
  });

  it('takes what it made for markup, lists one after the other, and nothing for nothing', () => {
    assert.equal(html`${[html`<b>${'<'}</b>`, null, false, 1]}`.toString(), '<b>&#60;</b>1');
  });
});

describe('a report', () => {
  const hostile = '</style></script><script>alert(1)</script><img src=x onerror=alert(1)>';
  const page = htmlReport([{ name: hostile, document: cache(`${hostile}: 3f000000`, 'b: 00000000', 'c: 3e800000') }]);

  it('holds no script and nothing from elsewhere, whatever names and files are called', () => {
    assert.doesNotMatch(page, /<script|<img|<link|<iframe| href=/i);
    assert.match(page, /&#60;script&#62;/);
    assert.match(page, /default-src 'none'/);
    assert.equal(page.match(/<\/style>/g)?.length, 1);
  });

  it('has each entry, its findings and a picture of its ranges', () => {
    assert.match(page, /<td>b<\/td>[^]*?<td class="number">0<\/td>/);
    assert.match(page, /zero-scale/);
    assert.equal(page.match(/<svg class="chart"/g)?.length, 2);
  });

  it('compares two tables', () => {
    const two = htmlReport([
      { name: 'old', document: cache('a: 3f000000', 'b: 3e800000', 'c: 3d800000') },
      { name: 'new', document: cache('a: 3f000000', 'b: 3f800000', 'c: 3d800000') },
    ]);
    assert.match(two, /<h2>Comparison<\/h2>/);
    assert.match(two, /2 same, 1 changed/);
  });

  it('is one of a table without anything to draw, too', () => {
    assert.match(htmlReport([{ name: 'none', document: cache('a: 7f800000') }]), /no range that could be drawn/);
  });

  it('shows values where the file has histograms', () => {
    const values = {
      CLS: 'TensorData',
      lowest: 0,
      highest: 4,
      hist: [1, 2, 1, 4],
      hist_edges: [0, 1, 2, 3, 4],
      bins: [0, 1, 2, 3, 4],
    };
    const json = JSON.stringify({ CLS: 'TensorsData', data: { a: values }, calibration_method: 'Entropy' });
    const document = onnxruntimeJson.read(utf8Bytes(json));
    assert.ok(onnxruntimeJson.histograms?.(document).some(Boolean));
    const page = htmlReport([{ name: 'v', document }]);
    assert.match(page, /class="spark"/);
    assert.match(page, /<h3>Values<\/h3>[\s\S]*class="box"[\s\S]*class="median"/);
  });
});

describe('node data', () => {
  it('is keyed by tensors, of the first entry of a name, and leaves out what is no number', () => {
    const { data, left } = nodeData(
      cache('a: 3f000000', 'a: 3e800000', '__proto__: 3f800000', 'inf: 7f800000'),
      'scale',
      'g',
    );
    assert.equal(
      JSON.stringify(data),
      '{"g":{"results":{"a":{"value":0.5},"__proto__":{"value":1}},"gradient":[{"stop":0,"bgColor":"#f7fbff"},{"stop":0.5,"bgColor":"#6baed6"},{"stop":1,"bgColor":"#d94801"}]}}',
    );
    assert.equal(left, 2);
  });

  it('has findings by severity', () => {
    const { data } = nodeData(cache('good: 3f000000', 'inf: 7f800000'), 'findings', null);
    assert.deepEqual({ ...(data as { results: object }).results }, { good: { value: 0 }, inf: { value: 3 } });
  });

  it('has what tensors do to the outputs, and what a build did with them, where that is known', () => {
    const table = cache('a: 3f000000', 'b: 3f800000', 'c: 3f800000');
    const outputs = new Map([
      ['a', 5.5],
      ['b', Infinity],
    ]);
    const { data, left } = nodeData(table, 'outputs', null, { outputs });
    assert.deepEqual({ ...(data as { results: object }).results }, { a: { value: 5.5 }, b: { value: 200 } });
    assert.equal(left, 1);
    assert.throws(() => nodeData(table, 'outputs', null), /told by a run/);
    assert.throws(() => nodeData(table, 'fate', null), /told by a build/);
  });

  it('says that what is clipped needs histograms', () => {
    assert.throws(() => nodeData(cache('a: 3f000000'), 'clipped', null), /told by histograms of values/);
  });
});
