import { safe } from '../../core/render/safe.js';
import { baseName } from '../ui/baseName.js';
import { withSlowProgress } from '../ui/progress.js';
import type { HostServices } from '../ui/services.js';
import { isLarge } from '../work/large.js';
import { receiveDocument } from '../work/receiveDocument.js';
import { contentOf, type ReadContent } from './source.js';
import { t } from '../../core/texts/translate.js';

/** Reads small files at once, large ones in a worker and with a word on it; one that was cancelled is as if too large. */
export function readerOf({ background }: HostServices): ReadContent {
  return async (bytes, uri) => {
    if (!isLarge(bytes)) return contentOf(bytes, uri);
    const found = await withSlowProgress(safe`Reading ${baseName(uri)}`, (token) =>
      background.run('read', { bytes, path: uri.path }, { token, topic: t`read ${uri.toString()}` }),
    );
    if (!found) return { kind: 'tooLarge', size: bytes.length };
    if ('foreign' in found) return { kind: 'foreign', foreign: found.foreign };
    const document = await receiveDocument(found.document, bytes);
    return { kind: 'table', document, checked: found.checked };
  };
}
