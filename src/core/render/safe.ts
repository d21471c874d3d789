/**
 * Text from files and their names on its way to people. VS Code and browsers read markup in texts: `[label](command:…)` in a
 * notification runs a command at one click, `$(name)` is an icon, a line break forges a line, U+202E turns letters round. What
 * stands here makes text that means nothing but itself; the types say where it has been done.
 */
import { escapeControls } from './escape.js';
import { filled } from '../texts/translate.js';
import { messageOf } from '../texts/messageOf.js';

declare const surface: unique symbol;

/** One line of text without links, icons, control characters and changes of direction: for every place that shows a line. */
export type SafeText = string & { readonly [surface]: 'text' };
/** Lines that are each a {@link SafeText}: for the second part of a dialog. */
export type SafeLines = string & { readonly [surface]: 'text' | 'lines' };
/** Markdown in which text from files stands escaped. */
export type SafeMarkdown = string & { readonly [surface]: 'markdown' };

/** Icons of VS Code's that our own texts begin with. */
export type Icon = 'warning' | 'table' | 'type-hierarchy' | 'folder-opened' | 'circle-slash';

/** Of a name more than this is no use in a sentence. */
const LONGEST_NAME = 200;
/** VS Code itself shows no more of a notification. */
const LONGEST_TEXT = 1000;
/** More than this of a name is no use in a hover. */
const LONGEST_IN_MARKDOWN = 500;

/** Zero-width: stands between the two characters by which VS Code knows a link's target or an icon. */
const GUARD = '\u200b';

/**
 * ``safe`Wrote "${file}".` ``: a text in the language of the user. What is put in is made safe and cut, so that a long name can't push
 * the rest out of sight.
 */
export function safe(texts: TemplateStringsArray, ...values: readonly (string | number)[]): SafeText {
  return guarded(
    filled(
      texts,
      values.map((value) => cut(oneLine(String(value)), LONGEST_NAME)),
    ),
  );
}

/** A whole text, such as a sentence of the core that names entries; what is longer loses its middle. */
export function safeText(text: string, longest = LONGEST_TEXT): SafeText {
  return guarded(cut(oneLine(text), longest));
}

/** What an error says. */
export function safeMessage(error: unknown): SafeText {
  return safeText(messageOf(error));
}

/** Safe texts one after the other. */
export function joined(texts: readonly SafeText[], separator: ' ' | ', ' | ' · '): SafeText {
  return guarded(texts.join(separator));
}

/** Safe texts as lines; an empty one parts paragraphs. */
export function safeLines(lines: readonly SafeText[]): SafeLines {
  return lines.join('\n') as SafeLines;
}

/** A text with one of VS Code's icons before it: the only way to one. */
export function withIcon(icon: Icon, text: SafeText): SafeText {
  return `$(${icon}) ${text}` as SafeText;
}

/** Text that renders as itself in Markdown: on one line, every ASCII punctuation mark escaped. */
export function safeMarkdown(text: string): SafeMarkdown {
  return cut(oneLine(text), LONGEST_IN_MARKDOWN).replace(/[!-/:-@[-`{-~]/g, '\\$&') as SafeMarkdown;
}

/** Text that is itself between HTML tags and in quoted attributes. */
export function safeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Written out and on one line. What is safe already stays as it is: the guards are none of the text's own characters. */
function oneLine(text: string): string {
  return escapeControls(text.replace(/([\]$])\u200b(?=\()/g, '$1'));
}

function guarded(text: string): SafeText {
  return text.replace(/([\]$])(?=\()/g, `$1${GUARD}`) as SafeText;
}

/** Both ends of a name tell it from others; no character is cut in two. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters = [...text];
  if (characters.length <= longest) return text;
  const tail = Math.floor((longest - 1) / 3);
  return `${characters.slice(0, longest - 1 - tail).join('')}…${characters.slice(-tail).join('')}`;
}
