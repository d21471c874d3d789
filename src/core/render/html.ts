/** HTML out of parts: whatever is put in is text, unless it was made here. The only way from a name in a file to a page. */
import { escapeControls } from './escape.js';
import { safeHtml } from './safe.js';

/** Markup. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /** For {@link html} and {@link ownMarkup}. */
  static of(markup: string): Html {
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

/** Markup that we have written ourselves: never with anything of a file's in it. */
export function ownMarkup(markup: string): Html {
  return Html.of(markup);
}

/** Of a template, never of what is put in. */
const INDENT = /\n\s+/g;

type Part = Html | string | number | null | false | readonly Part[];

/** ``html`<td>${name}</td>` ``: text is escaped and loses its control characters, markup of ours stays, nothing is nothing; how far lines are indented is the code's affair. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return Html.of(
    texts
      .map((text, at) => text.replace(INDENT, '\n') + (at < parts.length ? markupOf(parts[at] ?? null) : ''))
      .join(''),
  );
}

function markupOf(part: Part): string {
  if (part === null || part === false) return '';
  if (part instanceof Html) return part.toString();
  if (typeof part === 'object') return part.map(markupOf).join('');
  return safeHtml(escapeControls(String(part)));
}
