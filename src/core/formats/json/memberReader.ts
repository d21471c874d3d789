/** What readers of tables that are members of one JSON object share. */
import { printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { bomLength, byteText, sliceText } from '../../bytes/bytes.js';
import { finding, type Finding } from '../../findings/finding.js';
import { jsonTree } from './jsonTree.js';
import { unquote } from './jsonMembers.js';
import { t } from '../../texts/translate.js';

/** Where a member stands, in bytes of the file, and what it is called. */
export interface MemberPlace {
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly end: number;
  readonly line: number;
}

/** A JSON file's nodes, with what turns their offsets into places of the file. */
export class JsonFile {
  readonly #bytes: Uint8Array;
  readonly #text: string;
  readonly #shift: number;
  readonly #errors: ParseError[] = [];
  readonly root: Node | undefined;
  #line = 1;
  #counted = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#text = byteText(bytes);
    this.#shift = bomLength(bytes);
    this.root = jsonTree(this.#text.slice(this.#shift), this.#errors);
  }

  /** The offset in the file's bytes of one in the nodes' text. */
  at(offset: number): number {
    return this.#shift + offset;
  }

  /** Name and place of a member. Members are asked for in the order of the file. */
  place(member: Node): MemberPlace {
    const [key] = member.children ?? [];
    const nameStart = this.at(key?.offset ?? member.offset);
    const nameEnd = nameStart + (key?.length ?? 0);
    this.#line += newlines(this.#text, this.#counted, nameStart);
    this.#counted = nameStart;
    const name = unquote(sliceText(this.#bytes, this.#text, nameStart, nameEnd));
    return { name, nameStart, nameEnd, end: this.at(member.offset + member.length), line: this.#line };
  }

  /** The text of a string node. */
  textOf(node: Node): string {
    const start = this.at(node.offset);
    return unquote(sliceText(this.#bytes, this.#text, start, start + node.length));
  }

  /** The line of an offset in the nodes' text. */
  lineAt(offset: number): number {
    return 1 + newlines(this.#text, 0, this.at(offset));
  }

  /** Where the file stops being JSON; what can be read of it is read all the same. */
  brokenAt(): Finding[] {
    return this.#errors
      .slice(0, 1)
      .map(({ error, offset }) =>
        finding('unreadable-line', t`This is no JSON (${printParseErrorCode(error)}).`, { line: this.lineAt(offset) }),
      );
  }
}

/** The value of an object's member; undefined for what is no object or has none. */
export function field(node: Node | undefined, name: string): Node | undefined {
  return node?.type === 'object'
    ? node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1]
    : undefined;
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
