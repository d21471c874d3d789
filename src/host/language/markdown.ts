/** Names and messages hold whatever a file holds: they reach Markdown escaped, or not at all. */
import { BASIS_WORDS, severityWord, type Description } from '../../core/render/describe.js';

/** More than this of a name is no use in a hover. */
const LONGEST = 500;

/** Text that renders as itself: on one line, every ASCII punctuation mark escaped. */
export function escapeMarkdown(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return cut.replace(/[\x00-\x1f\x7f\u2028\u2029]+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A description as Markdown: title, facts a line each, then what is wrong and what is known. */
export function markdownOf({ title, facts, statements, findings }: Description): string {
  const blocks = [
    `**${escapeMarkdown(title.trim() || '(no name)')}**`,
    facts.map(({ label, text }) => `${escapeMarkdown(label)}: ${escapeMarkdown(text)}`).join('  \n'),
    ...findings.map(
      (item) =>
        `**${severityWord(item)}:** ${escapeMarkdown(item.message)} *(${escapeMarkdown(item.rule)}, ${BASIS_WORDS[item.basis]})*`,
    ),
    statements.map(({ text, basis }) => `- ${escapeMarkdown(text)} *(${BASIS_WORDS[basis]})*`).join('\n'),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}
