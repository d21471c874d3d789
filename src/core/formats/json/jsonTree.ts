import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import { literalValue, withoutNumberWords } from './numberWords.js';

/**
 * The nodes of a JSON text, as far as it can be read; numbers that Python writes as words have their value too.
 * @param errors filled with what is no JSON; such a word is none of them
 */
export function jsonTree(text: string, errors: ParseError[] = []): Node | undefined {
  const { text: plain, words } = withoutNumberWords(text);
  const root = parseTree(plain, errors);
  if (root) keepWithin(root, plain.length);
  if (root && words.size > 0) setWords(root, words);
  return root;
}

/** A comment without an end makes the parser's last token, and all nodes that it closes, one longer than the text. */
function keepWithin(root: Node, end: number): void {
  for (let node: Node | undefined = root; node && node.offset + node.length > end; node = node.children?.at(-1))
    Object.assign(node, { length: end - node.offset });
}

function setWords(root: Node, words: ReadonlyMap<number, number>): void {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'number') Object.assign(node, { value: literalValue(words, node.offset, node.value) });
    for (const child of node.children ?? []) open.push(child);
  }
}
