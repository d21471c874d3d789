import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { STANDARD_STREAM } from './streams.js';

/** A path as SARIF wants it: relative paths as relative URIs, so that a code host finds them in the repository. */
export function artifactUri(file: string): string {
  if (file === STANDARD_STREAM) return 'stdin';
  if (isAbsolute(file)) return pathToFileURL(file).href;
  const parts = file.split(sep).filter((part) => part !== '.');
  return parts.map(encodeURIComponent).join('/');
}
