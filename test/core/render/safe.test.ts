import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  joined,
  safe,
  safeHtml,
  safeLines,
  safeMarkdown,
  safeMessage,
  safeText,
  withIcon,
} from '../../../src/core/render/safe.js';

/** As VS Code finds links and icons in texts. */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
const ICON = /\$\([a-z0-9-]+(?:~[a-z]+)?\)/i;
const UNSAFE = /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;
/** Pieces of markup in any order, among other text. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('[', ']', '(', ')', '](', '$', '$(', '\u200b', 'command:a.b', 'trash', '\n', '\u202e'),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(''));

describe('text that is safe to show', () => {
  it('says what it said, without links and icons', () => {
    const text = safe`Wrote "${'[Open](command:a.b?1) $(trash)'}".`;
    assert.equal(text.replaceAll('\u200b', ''), 'Wrote "[Open](command:a.b?1) $(trash)".');
    assert.doesNotMatch(text, LINK);
    assert.doesNotMatch(text, ICON);
  });

  it('has neither, whatever is put together', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (a, b, c) => {
        for (const text of [
          safe`${a}${b}(${c})`,
          safe`[${a}](${b})$(${c})`,
          safeText(a + b),
          joined([safeText(a), safeText(b)], ' '),
        ]) {
          assert.doesNotMatch(text, LINK);
          assert.doesNotMatch(text, ICON);
          assert.doesNotMatch(text, UNSAFE);
        }
      }),
    );
  });

  it('is the same when it is made safe again', () => {
    fc.assert(fc.property(hostile, (text) => safeText(safeText(text)) === safeText(text)));
    fc.assert(fc.property(hostile, (text) => safe`${safe`${text}`}` === safe`${text}`));
  });

  it('is one line, with line breaks and changes of direction written out', () => {
    assert.equal(safeText('a\r\nb\u202egnp\u2066'), 'a\\r\\nb\\u202egnp\\u2066');
    assert.equal(safeLines([safeText('a\nb'), safe``, safe`c`]), 'a\\nb\n\nc');
  });

  it('keeps both ends of a long name and the sentence around it', () => {
    const text = safe`Wrote "${`begin${'x'.repeat(100_000)}end`}" whole.`;
    assert.match(text, /^Wrote "beginx+…x+end" whole\.$/);
    assert.ok(text.length < 230, String(text.length));
    assert.ok(safeText('y'.repeat(100_000)).length <= 1000);
  });

  it('cuts no character in two', () => {
    assert.doesNotMatch(
      safe`${'😀'.repeat(1000)}`,
      /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
    );
  });

  it('takes what an error says, whatever was thrown', () => {
    assert.equal(safeMessage(new Error('no\nfile')), 'no\\nfile');
    assert.equal(safeMessage(undefined), 'undefined');
  });

  it('has an icon only where we put one', () => {
    assert.match(withIcon('warning', safe`${'$(trash)'}`), /^\$\(warning\) \$\u200b\(trash\)$/);
  });

  it('is no markup in Markdown and HTML either', () => {
    assert.equal(safeMarkdown('<b>*a*</b>\n[x](y)'), '\\<b\\>\\*a\\*\\<\\/b\\>\\\\n\\[x\\]\\(y\\)');
    assert.equal(safeHtml(`</title><img src="x">'&`), '&#60;/title&#62;&#60;img src=&#34;x&#34;&#62;&#39;&#38;');
  });
});
