import type * as vscode from 'vscode';

export const GIT_SCHEME = 'git';
const FULL_HASH = /^[0-9a-f]{40,64}$/;
const SHORT_HASH_LENGTH = 8;

/** What version a `git:` URI of the Git extension means, for people (`HEAD`, `1a2b3c4d`); null for other URIs. */
export function gitRefOf({ scheme, query }: vscode.Uri): string | null {
  if (scheme !== GIT_SCHEME) return null;
  const ref = refIn(query);
  if (ref === '' || ref === '~') return 'Index';
  return FULL_HASH.test(ref) ? shortHash(ref) : ref;
}

/** As git itself shortens hashes, about. */
export function shortHash(hash: string): string {
  return hash.slice(0, SHORT_HASH_LENGTH);
}

/** The query is the Git extension's JSON: `{path, ref}`. */
function refIn(query: string): string {
  try {
    const { ref } = JSON.parse(query) as { ref?: unknown };
    return typeof ref === 'string' ? ref : 'HEAD';
  } catch {
    return 'HEAD';
  }
}

/** Of two files that are compared the new one, unless it is a version that git has: such a file is beside nothing. */
export function onDisk([before, after]: readonly [vscode.Uri, vscode.Uri]): vscode.Uri {
  return after.scheme === GIT_SCHEME ? before : after;
}
