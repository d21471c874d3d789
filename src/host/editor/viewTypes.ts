/** The ids of the two contributions: by names that surely are ours, and by choice for broader ones. */
export const TABLE_EDITOR = 'calibrationTables.table';
export const TABLE_EDITOR_OPTION = 'calibrationTables.tableOption';

/** Whether a tab's view type is one of the two. */
export function isOurs(viewType: string): boolean {
  return viewType === TABLE_EDITOR || viewType === TABLE_EDITOR_OPTION;
}
