/** The answer to "what did the build do?": a log or an inspection, recognised by its content. */
import { decodedText, utf16Order } from '../bytes/bytes.js';
import type { Build } from './build.js';
import { inspectorIn } from './inspector/read.js';
import { logIn, LogReader } from './log/logReader.js';

export type { Build, BuildLayer, BuildTensor, CacheState } from './build.js';

/** A build in a file's bytes, or null when they are neither the inspector's nor a log. Windows PowerShell writes logs as UTF-16. */
export function buildIn(bytes: Uint8Array): Build | null {
  return isLongLog(bytes) ? longLog(bytes) : buildInText(decodedText(bytes));
}

/** Longer logs are decoded piece by piece. */
const LONG = 8 * 1024 * 1024;
const PIECE = 1024 * 1024;
const LINE_END = 0x0a;

function isLongLog(bytes: Uint8Array): boolean {
  return bytes.length > LONG && utf16Order(bytes) === null && !JSON_START.test(decodedText(bytes.subarray(0, 64)));
}

function longLog(bytes: Uint8Array): Build | null {
  const reader = new LogReader();
  for (let start = 0; start < bytes.length;) {
    const lineEnd = bytes.indexOf(LINE_END, Math.min(start + PIECE, bytes.length));
    const end = lineEnd < 0 ? bytes.length : lineEnd + 1;
    for (const line of decodedText(bytes.subarray(start, end)).split(/\r?\n/)) reader.line(line);
    start = end;
  }
  return reader.end();
}

const JSON_START = /^\s*[[{"]/;

/** The same of a text. */
export function buildInText(text: string): Build | null {
  return (JSON_START.test(text) ? inspectorIn(text) : null) ?? logIn(text) ?? inspectorIn(text);
}
