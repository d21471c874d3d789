/** The style sheets of the views. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lines, outlines and the conditions of a sheet stay in pixels. */
const IN_PIXELS = /@media|border(-\w+)*\s*:|outline|box-shadow|text-shadow|letter-spacing|background|transform/;

describe('the style sheets', () => {
  it('have their lengths by the size of the font, but for what is as thin as a line', () => {
    const sheets = readdirSync('webview', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.css'),
    );
    assert.ok(sheets.length > 8);
    const thick = sheets.flatMap((name) =>
      readFileSync(join('webview', name), 'utf8')
        .split('\n')
        .filter((line) => !IN_PIXELS.test(line) || line.includes('border-radius'))
        .filter((line) => [...line.matchAll(/(\d+(\.\d+)?)px\b/g)].some(([, length]) => Number(length) >= 4))
        .map((line) => `${name}: ${line.trim()}`),
    );
    assert.deepEqual(thick, []);
  });
});
