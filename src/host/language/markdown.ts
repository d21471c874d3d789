/** Names and messages hold whatever a file holds: they reach Markdown escaped, or not at all. */
import { safeMarkdown, type SafeMarkdown } from '../../core/render/safe.js';
import { BASIS_WORDS, severityWord, type Description } from '../../core/render/describe.js';
import { t } from '../../core/texts/translate.js';

/** A description as Markdown: title, facts a line each, then what is wrong and what is known. */
export function markdownOf({ title, facts, statements, findings }: Description): SafeMarkdown {
  const blocks = [
    `**${safeMarkdown(title.trim() || t`(no name)`)}**`,
    facts.map(({ label, text }) => `${safeMarkdown(label)}: ${safeMarkdown(text)}`).join('  \n'),
    ...findings.map(
      (item) =>
        `**${severityWord(item)}:** ${safeMarkdown(item.message)} *(${safeMarkdown(item.rule)}, ${BASIS_WORDS[item.basis]})*`,
    ),
    statements.map(({ text, basis }) => `- ${safeMarkdown(text)} *(${BASIS_WORDS[basis]})*`).join('\n'),
  ];
  return blocks.filter((block) => block !== '').join('\n\n') as SafeMarkdown;
}
