import { checkDocument } from '../../core/check/index.js';
import { detect, type Foreign } from '../../core/formats/index.js';
import { packDocument, type CheckedDocument } from '../packedDocument.js';
import type { Source } from './source.js';

/** Reads a file, whatever it is, and checks a table by the rules that look at it alone. */
export function readJob({ bytes, path }: Omit<Source, 'label'>): CheckedDocument | { readonly foreign: Foreign } {
  const detection = detect(bytes, path);
  if (detection.kind === 'foreign') return { foreign: detection.foreign };
  const document = detection.format.read(bytes);
  return { document: packDocument(document), checked: checkDocument(document) };
}
