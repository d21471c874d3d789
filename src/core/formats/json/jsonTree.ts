import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import { literalValue, withoutNumberWords } from './numberWords.js';

/**
 * The nodes of a JSON text, as far as it can be read; numbers that Python writes as words have their value too.
 * @param errors filled with what is no JSON; such a word is none of them
 */
export function jsonTree(text: string, errors: ParseError[] = []): Node | undefined {
  const { text: plain, words } = withoutNumberWords(text);
  const root = parseTree(plain, errors);
  if (root && words.size > 0) setWords(root, words);
  return root;
}

function setWords(root: Node, words: ReadonlyMap<number, number>): void {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'number') Object.assign(node, { value: literalValue(words, node.offset, node.value) });
    for (const child of node.children ?? []) open.push(child);
  }
}
