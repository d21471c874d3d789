/** Edits of tables that are members of one JSON object: only the bytes of that member, in the layout of the file. */
import type { Node } from 'jsonc-parser';
import { bomLength, byteText, utf8Bytes } from '../../bytes/bytes.js';
import { spliceOf, type Splice } from '../../bytes/splice.js';
import { checkIndex } from '../checkIndex.js';
import type { Edit, TableDocument } from '../format.js';
import { insertJsonMember, removeJsonMember } from './jsonMembers.js';
import { jsonTree } from './jsonTree.js';
import { t } from '../../texts/translate.js';

/** What a format says of its members. */
export interface MemberStyle {
  /** The splice for another number. */
  set(document: TableDocument, edit: Edit & { readonly kind: 'set' }): Splice | null;
  /** The value of a new member. */
  valueOf(document: TableDocument, edit: Edit & { readonly kind: 'insert' }): string;
  /** The object that holds the members; undefined where the file has none. */
  objectIn(root: Node | undefined): Node | undefined;
}

/** The splice for an edit; null when the file already says so. Throws RangeError for an index out of bounds, a header, or where there is no object for a new member. */
export function editMember(document: TableDocument, change: Edit, style: MemberStyle): Splice | null {
  const { bytes, table, spans } = document;
  checkIndex(change, table.names.length);
  switch (change.kind) {
    case 'set':
      return style.set(document, change);
    case 'rename':
      if (table.names[change.index] === change.name) return null;
      return spliceOf(
        bytes,
        spans.nameStart[change.index] ?? 0,
        spans.nameEnd[change.index] ?? 0,
        utf8Bytes(JSON.stringify(change.name)),
      );
    case 'insert': {
      const member = `${JSON.stringify(change.name)}: ${style.valueOf(document, change)}`;
      return table.names.length === 0
        ? insertFirst(bytes, member, style)
        : insertJsonMember(bytes, spans, change.index, member);
    }
    case 'delete':
      return removeJsonMember(bytes, spans, change.index);
    case 'header':
      throw new RangeError(t`A table in JSON has no header.`);
  }
}

/** Into the object of entries, which may lie inside another one. */
function insertFirst(bytes: Uint8Array, member: string, { objectIn }: MemberStyle): Splice {
  const shift = bomLength(bytes);
  const object = objectIn(jsonTree(byteText(bytes).slice(shift)));
  if (object?.type !== 'object') throw new RangeError(t`The file holds no JSON object to add an entry to.`);
  const at = shift + object.offset + 1;
  return spliceOf(bytes, at, at, utf8Bytes(object.children?.length ? `${member}, ` : member));
}
