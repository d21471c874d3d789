/** How many columns text takes on a terminal. */

const ASCII_ONLY = /^[\x20-\x7e]*$/;
const NO_WIDTH = /\p{Mark}/u;
/** East Asian wide and full-width characters, and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Columns that the text takes; an estimate beyond the common scripts. */
export function displayWidth(text: string): number {
  if (ASCII_ONLY.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The text, or its beginning and end with `…` between when it is wider than `limit`: names often differ at their end. */
export function shortenMiddle(text: string, limit: number): string {
  if (displayWidth(text) <= limit) return text;
  const characters = [...text];
  const room = Math.max(0, limit - 1);
  const head = take(characters, Math.ceil(room / 2));
  const tail = take([...characters].reverse(), room - Math.ceil(room / 2));
  return `${head.join('')}…${tail.reverse().join('')}`;
}

/** As many of the characters as fit into `room` columns. */
function take(characters: readonly string[], room: number): string[] {
  let width = 0;
  const end = characters.findIndex((character) => (width += characterWidth(character)) > room);
  return end < 0 ? [...characters] : characters.slice(0, end);
}

function characterWidth(character: string): number {
  if (NO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
