import { counted } from '../../../core/render/counts.js';

/**
 * Why nvdla_compiler stopped, as far as its table tells.
 * @param path of the table
 * @param missing layers that the network has and the table lacks
 */
export function stoppedText(path: string, missing: readonly string[], code: number | null): string {
  const stopped = `nvdla_compiler stopped (exit code ${code ?? 'none'})`;
  const name = path.split('/').pop() ?? path;
  if (missing.length > 0) {
    const named = missing.slice(0, 3).map((layer) => `"${layer}"`);
    const more = missing.length > named.length ? ', …' : '';
    return `${stopped}: ${counted(missing.length, 'layer has', 'layers have')} no scale in "${name}" (${named.join(', ')}${more}), and it aborts at the first of them.`;
  }
  if (path !== path.toLowerCase())
    return `${stopped}: it lower-cases the path of its table, and that of "${name}" has capital letters: it finds no file there.`;
  return `${stopped}: "${name}" has all that the network needs, so the reason is another one; see its log.`;
}
