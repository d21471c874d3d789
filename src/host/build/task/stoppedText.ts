import { counted } from '../../../core/render/counts.js';
import { t } from '../../../core/texts/translate.js';

/**
 * Why nvdla_compiler stopped, as far as its table tells.
 * @param path of the table
 * @param missing layers that the network has and the table lacks
 */
export function stoppedText(path: string, missing: readonly string[], code: number | null): string {
  const stopped = t`nvdla_compiler stopped (exit code ${code ?? t`none`})`;
  const name = path.split('/').pop() ?? path;
  if (missing.length > 0) {
    const named = missing.slice(0, 3).map((layer) => `"${layer}"`);
    const more = missing.length > named.length ? ', …' : '';
    return t`${stopped}: ${counted(missing.length, t`layer has`, t`layers have`)} no scale in "${name}" (${named.join(', ')}${more}), and it aborts at the first of them.`;
  }
  if (path !== path.toLowerCase())
    return t`${stopped}: it lower-cases the path of its table, and that of "${name}" has capital letters: it finds no file there.`;
  return t`${stopped}: "${name}" has all that the network needs, so the reason is another one; see its log.`;
}
