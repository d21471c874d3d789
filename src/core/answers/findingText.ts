/** Findings as lines for people. */
import type { Finding } from '../findings/finding.js';
import { escapeControls } from '../render/escape.js';

/** `broken.cache:5: error: conv2: The scale is infinite … [non-finite-scale]`: the shape that editors and CI logs know. */
export function findingLine(file: string, { line, severity, message, rule, entry }: Finding): string {
  const where = line === null ? file : `${file}:${line}`;
  const subject = entry === null || message.includes(`"${entry}"`) ? '' : `${entry}: `;
  return escapeControls(`${where}: ${severity}: ${subject}${message} [${rule}]`);
}

/** `2 errors, 1 warning`, or `no findings`. */
export function countsText(findings: readonly Finding[]): string {
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((item) => item.severity === severity).length;
    return count === 0 ? [] : [plural(count, severity)];
  });
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

/** `1 entry`, `2 entries`. */
export function plural(count: number, noun: string): string {
  if (count === 1 || noun === 'info') return `${count} ${noun}`;
  return `${count} ${noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}
