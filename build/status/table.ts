/** Returns the lines of a table whose columns are as wide as their widest cell. */
export function formatTable(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** In characters, not in the units of UTF-16; marks above letters take no room. */
const widthOf = (cell = ''): number => [...cell.replace(/\p{M}/gu, '')].length;
