/** The inspector's JSON as it is found: whole, with raw control characters, or as objects that a loop printed. */
import { createScanner } from 'jsonc-parser';

/** jsonc-parser's kinds of tokens (its enum exists at compile time only, and not for modules by themselves). */
const [OPEN_BRACE, CLOSE_BRACE, END] = [1, 2, 17];

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a text; an array of the objects in it where it is no JSON as a whole; undefined where there are none. */
export function parseInspector(text: string): unknown {
  const clean = escapeControlCharacters(text.replace(/^\uFEFF/, ''));
  try {
    return JSON.parse(clean);
  } catch {
    const objects = clean.includes('"LayerType"') ? objectsIn(clean) : [];
    return objects.length > 0 ? objects : undefined;
  }
}

/** TensorRT joins names of nodes by U+001E; copies in the wild hold the character itself, which JSON forbids in strings. */
function escapeControlCharacters(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The objects of a loop over `getLayerInformation(i)`, whatever lines stand between them. */
function objectsIn(text: string): Json[] {
  const scanner = createScanner(text, true);
  const objects: Json[] = [];
  let [depth, start] = [0, 0];
  for (let token: number = scanner.scan(); token !== END; token = scanner.scan()) {
    if (token === OPEN_BRACE && depth++ === 0) start = scanner.getTokenOffset();
    if (token === CLOSE_BRACE && depth > 0 && --depth === 0) {
      const value = parsed(text.slice(start, scanner.getTokenOffset() + 1));
      if (isObject(value)) objects.push(value);
    }
  }
  return objects;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
