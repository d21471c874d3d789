/** Control characters, what reorders or hides text, and halves of characters (bytes that are no UTF-8): none of them may reach a terminal from a file's names. */
const UNSAFE =
  /[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const SHORT: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** The text with its control characters written out: `\n`, `\u001b`. Safe on a terminal and inside a line. */
export function escapeControls(text: string): string {
  return text.replace(UNSAFE, (character) => SHORT[character] ?? unicodeEscape(character));
}

/** `\u001b`: an escape that JSON reads back too. */
export function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The same JSON with control characters beyond ASCII as escapes: parsers see no difference, a terminal is safe. */
export function safeJson(json: string): string {
  return json.replace(UNSAFE, unicodeEscape);
}
