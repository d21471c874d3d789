import { safeJson } from './escape.js';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * JSON for people and programs: objects that hold no others stand on one line. A number that JSON can't hold
 * becomes the string `"Infinity"`, `"-Infinity"` or `"NaN"`; undefined members are left out.
 * Generated in pieces, so that a million entries need not be one string.
 */
export function* jsonText(value: unknown): Generator<string> {
  yield* jsonNode(value, '');
  yield '\n';
}

function* jsonNode(value: unknown, indent: string): Generator<string> {
  const inner = `${indent}  `;
  if (!isNested(value)) {
    yield compactJson(value);
  } else if (Array.isArray(value)) {
    yield* joined(
      value.map((item: unknown) => ['', item]),
      '[',
      ']',
      indent,
      inner,
    );
  } else {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    yield* joined(
      members.map(([key, member]) => [`${compactJson(key)}: `, member]),
      '{',
      '}',
      indent,
      inner,
    );
  }
}

function* joined(
  items: [string, unknown][],
  open: string,
  close: string,
  indent: string,
  inner: string,
): Generator<string> {
  let separator = `${open}\n${inner}`;
  for (const [label, item] of items) {
    yield separator + label;
    yield* jsonNode(item, inner);
    separator = `,\n${inner}`;
  }
  yield `\n${indent}${close}`;
}

/** True for what holds an object, or a list of more than plain values: its members get lines of their own. */
function isNested(value: unknown): value is unknown[] | JsonObject {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(
    (member: unknown) => typeof member === 'object' && member !== null && !isPlainList(member),
  );
}

function isPlainList(value: object): boolean {
  return Array.isArray(value) && value.every((item) => typeof item !== 'object');
}

/** One line of JSON. */
export function compactJson(value: unknown): string {
  if (typeof value === 'number') return numberJson(value);
  if (Array.isArray(value)) return `[${value.map(compactJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return safeJson(JSON.stringify(value));
  const members = Object.entries(value as JsonObject).filter(([, member]) => member !== undefined);
  return members.length === 0
    ? '{}'
    : `{ ${members.map(([key, member]) => `${compactJson(key)}: ${compactJson(member)}`).join(', ')} }`;
}

function numberJson(value: number): string {
  if (!Number.isFinite(value)) return `"${value}"`;
  return Object.is(value, -0) ? '-0' : String(value);
}
