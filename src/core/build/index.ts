/** The answer to "what did the build do?": a log or an inspection, recognised by its content. */
import { decodedText } from '../bytes/bytes.js';
import type { Build } from './build.js';
import { inspectorIn } from './inspector/read.js';
import { logIn } from './log/logReader.js';

export type { Build, BuildLayer, BuildTensor, CacheState } from './build.js';

/** A build in a file's bytes, or null when they are neither the inspector's nor a log. Windows PowerShell writes logs as UTF-16. */
export function buildIn(bytes: Uint8Array): Build | null {
  return buildInText(decodedText(bytes));
}

/** The same of a text. */
export function buildInText(text: string): Build | null {
  return (/^\s*[[{"]/.test(text) ? inspectorIn(text) : null) ?? logIn(text) ?? inspectorIn(text);
}
