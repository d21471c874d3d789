import assert from 'node:assert/strict';
import fc from 'fast-check';
import { outliersIn } from '../../src/core/table/outliers.js';
import type { Look } from '../../webview/table/profile/profileScene.js';
import { clamped, describeProfile, profileOf, zoomed } from '../../webview/table/profile/profile.js';
import { profileKey } from '../../webview/table/profile/profileKeys.js';
import { positionAt, profileScene, xOf } from '../../webview/table/profile/profileScene.js';
import { neighboursOf } from '../../webview/table/inspector/neighbours.js';
import { svgOf } from '../../webview/shared/charts/sceneSvg.js';
import { model } from './support/tableModel.js';

const NAMES = Array.from({ length: 40 }, (_, i) => (i % 2 ? `/b${i}/Conv_output_0` : `/b${i}/Relu_output_0`));
const table = model({
  names: NAMES,
  values: Float64Array.from(NAMES, (_, i) => (i === 20 ? 40 : i === 30 ? 0 : 0.05 + (i % 5) / 100)),
  findings: [],
});
const LOOK: Look = {
  text: 'black',
  grid: 'gray',
  thread: 'gray',
  types: ['blue', 'green'],
  other: 'gray',
  outlier: 'orange',
  broken: 'red',
  selected: 'black',
  brush: 'blue',
  font: 'sans-serif',
};
const SIZE = { width: 600, height: 120 };

describe('a profile', () => {
  const profile = profileOf(table);

  it('follows the file where there is no network, and the network where there is one', () => {
    assert.equal(profile.isNetwork, false);
    assert.deepEqual([...profile.entries], [...NAMES.keys()]);
    const order = Int32Array.from(NAMES, (_, i) => (i === 5 ? -1 : 100 - i));
    const places = { order, types: ['Convolution'], typeOf: new Int32Array(40), blobs: [] };
    const along = profileOf({ ...table, places });
    assert.equal(along.isNetwork, true);
    assert.deepEqual(
      [along.entries.length, along.entries[0], along.positionOf[39], along.positionOf[5]],
      [39, 39, 0, -1],
    );
    assert.deepEqual(along.types, ['Convolution']);
    assert.deepEqual(neighboursOf({ ...table, places }, 10), {
      before: 11,
      after: 9,
      place: '30 of 39 along the network',
    });
    assert.deepEqual(neighboursOf({ ...table, places }, 5), {
      before: 4,
      after: 6,
      place: 'Entry 6 of 40 in the file',
    });
    assert.equal(neighboursOf(table, 0).before, null);
  });

  it('marks what stands out from its neighbours, and keeps its axis for the bulk', () => {
    assert.deepEqual([...profile.outliers], [20]);
    assert.ok(10 ** profile.high < 20, String(profile.high));
    assert.equal(profile.above, 1);
    assert.match(
      describeProfile(profile, ['tensor', 'tensors']),
      /^Dynamic range of 39 tensors in the order of the file, logarithmic axis, from ± 6\.35 to ± 5080\. 1 stands out from those around\. 1 far out, at the edges\. 1 without a place on the axis\.$/,
    );
  });

  it('marks nothing in what is steady, rises steadily, or is short', () => {
    const steady = (make: (i: number) => number, length = 60): number[] =>
      outliersIn(Float64Array.from({ length }, (_, i) => make(i)));
    assert.deepEqual(
      steady(() => 1),
      [],
    );
    assert.deepEqual(
      steady((i) => i / 10),
      [],
    );
    assert.deepEqual(
      steady((i) => (i === 2 ? 9 : 0), 5),
      [],
    );
  });

  it('draws a mark for each entry, a cross for one without a place, and faint ones for those that are filtered out', () => {
    const sight = { visible: { from: 0, to: 39 }, brush: null, selected: 3, isShown: (at: number) => at < 10 };
    const { shapes } = profileScene(profile, sight, SIZE, LOOK);
    const count = (kind: string, faint?: boolean): number =>
      shapes.filter(
        (shape) => shape.kind === kind && (faint === undefined || ('faint' in shape && shape.faint === faint)),
      ).length;
    assert.deepEqual([count('circle'), count('cross'), count('triangle'), count('ring')], [39, 1, 1, 1]);
    assert.equal(count('circle', false), 10);
  });

  it('draws columns where there are more entries than pixels', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `t${i}`);
    const large = profileOf(
      model({ names: many, values: Float64Array.from(many, (_, i) => 1 + (i % 9)), findings: [] }),
    );
    const sight = { visible: { from: 0, to: 4999 }, brush: null, selected: null, isShown: () => true };
    const { shapes } = profileScene(large, sight, SIZE, LOOK);
    assert.ok(shapes.length < 400);
  });

  it('finds the position at a place again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 39 }), fc.integer({ min: 0, max: 39 }), (a, b) => {
        const visible = { from: Math.min(a, b), to: Math.max(a, b) };
        assert.equal(positionAt(xOf(a, visible, SIZE), visible, SIZE), visible.from === visible.to ? visible.from : a);
      }),
    );
  });

  it('is zoomed around a place, never beyond its ends or below a few entries', () => {
    assert.deepEqual(zoomed({ from: 0, to: 39 }, 20, 0.5, 40), { from: 10, to: 30 });
    assert.equal(zoomed({ from: 10, to: 30 }, 20, 4, 40), null);
    assert.deepEqual(clamped({ from: 30, to: 10 }, 40), { from: 10, to: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 39 }), fc.double({ min: 0.01, max: 10, noNaN: true }), (around, factor) => {
        const { from, to } = zoomed({ from: 0, to: 39 }, around, factor, 40) ?? { from: 0, to: 39 };
        assert.ok(from >= 0 && to < 40 && to >= from);
      }),
    );
  });

  it('is walked, brushed and zoomed by keys', () => {
    const place = { at: 10, count: 40, visible: { from: 0, to: 39 }, brush: null };
    const press = (key: string, shiftKey = false, more = {}): ReturnType<typeof profileKey> =>
      profileKey({ key, shiftKey, ctrlKey: false, metaKey: false, altKey: false }, { ...place, ...more });
    assert.deepEqual(press('ArrowRight'), { at: 11 });
    assert.deepEqual(press('End'), { at: 39 });
    assert.deepEqual(press('ArrowLeft', true), { at: 9, brush: { from: 9, to: 10 } });
    assert.deepEqual(press('ArrowRight', true, { at: 12, brush: { from: 10, to: 12 } }), {
      at: 13,
      brush: { from: 10, to: 13 },
    });
    assert.deepEqual(press('Escape', false, { brush: { from: 1, to: 2 } }), { brush: null });
    assert.deepEqual([press('Escape'), press('a')], [null, null]);
    assert.ok(press('+')?.zoom);
  });

  it('is an SVG in which a name is text', () => {
    const sight = { visible: { from: 0, to: 39 }, brush: null, selected: null, isShown: () => true };
    const svg = svgOf(profileScene(profile, sight, SIZE, LOOK), 'white', '<script>&"');
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="600" height="120"/);
    assert.match(svg, /<title>&#60;script&#62;&#38;&#34;<\/title>/);
    assert.ok((svg.match(/<path /g) ?? []).length > 40);
  });
});
