/** The ids of the two contributions: by names that surely are ours, and by choice for broader ones. */
export const TABLE_EDITOR = 'calibrationTables.table';
export const TABLE_EDITOR_OPTION = 'calibrationTables.tableOption';
