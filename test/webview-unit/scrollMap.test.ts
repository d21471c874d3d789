import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  clampTop,
  follow,
  isNearFalseEnd,
  MAX_NATIVE_HEIGHT,
  nativeHeight,
  toNative,
  toVirtual,
  visibleRows,
  type Extent,
} from '../../webview/shared/grid/scrollMap.js';

const SMALL: Extent = { content: 2000, window: 500 };
const HUGE: Extent = { content: 22_000_024, window: 500 };

describe('the scroll map', () => {
  it('is the identity where the browser can lay out all rows', () => {
    assert.equal(nativeHeight(SMALL), 2000);
    assert.equal(toVirtual(700, SMALL), 700);
    assert.deepEqual(follow({ native: 0, virtual: 0 }, 1500, SMALL), { native: 1500, virtual: 1500 });
  });

  it('maps both ends of a huge table to the ends of a short scroller', () => {
    assert.equal(nativeHeight(HUGE), MAX_NATIVE_HEIGHT);
    assert.equal(toVirtual(0, HUGE), 0);
    assert.ok(Math.abs(toVirtual(MAX_NATIVE_HEIGHT - HUGE.window, HUGE) - (HUGE.content - HUGE.window)) < 1e-6);
  });

  it('maps there and back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: HUGE.content - HUGE.window }),
        (top) => Math.abs(toVirtual(toNative(top, HUGE), HUGE) - top) < 1e-3,
      ),
    );
  });

  it('moves one to one for the wheel and in proportion for the thumb', () => {
    const middle = { native: 4_000_000, virtual: toVirtual(4_000_000, HUGE) };
    assert.equal(follow(middle, 4_000_110, HUGE).virtual, middle.virtual + 110);
    assert.equal(follow(middle, 6_000_000, HUGE).virtual, toVirtual(6_000_000, HUGE));
  });

  it('reaches the ends whatever the drift', () => {
    assert.equal(follow({ native: 100, virtual: 90_000 }, 0, HUGE).virtual, 0);
    const end = MAX_NATIVE_HEIGHT - HUGE.window;
    assert.equal(follow({ native: end - 10, virtual: 5_000_000 }, end, HUGE).virtual, HUGE.content - HUGE.window);
  });

  it('knows when the scroller would end before the content', () => {
    assert.ok(isNearFalseEnd({ native: 200, virtual: 90_000 }, HUGE));
    assert.ok(!isNearFalseEnd({ native: 200, virtual: 200 }, HUGE), 'just scrolled down from the top');
    assert.ok(!isNearFalseEnd({ native: 4_000_000, virtual: 4_000_000 }, HUGE), 'far from both ends');
    assert.ok(isNearFalseEnd({ native: MAX_NATIVE_HEIGHT - 900, virtual: 4_000_000 }, HUGE));
    assert.ok(!isNearFalseEnd({ native: 100, virtual: 100 }, SMALL));
  });

  it('keeps positions inside the content', () => {
    fc.assert(
      fc.property(fc.integer(), (top) => {
        const clamped = clampTop(top, SMALL);
        return clamped >= 0 && clamped <= 1500;
      }),
    );
    assert.equal(clampTop(50, { content: 100, window: 500 }), 0);
  });

  it('shows the rows in sight and some more, never rows that do not exist', () => {
    assert.deepEqual(visibleRows(220, 440, 22, 1000, 5), { first: 5, end: 35 });
    assert.deepEqual(visibleRows(0, 440, 22, 3, 5), { first: 0, end: 3 });
    assert.deepEqual(visibleRows(0, 440, 22, 0, 5), { first: 0, end: 0 });
  });
});
