/** Plain text in columns: the first is left-aligned, figures right-aligned. */
export const formatTable = (rows: readonly (readonly string[])[]): string =>
  linesOf(rows, (cell, room, column) => (column === 0 ? cell + room : room + cell)).join('\n');

/** The lines of a table of words, all of which are left-aligned. */
export const wordTable = (rows: readonly (readonly string[])[]): string[] =>
  linesOf(rows, (cell, room) => cell + room);

/** @param align puts a cell and the room that its column has beside it into their order */
function linesOf(
  rows: readonly (readonly string[])[],
  align: (cell: string, room: string, column: number) => string,
): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]))));
  return rows.map((row) =>
    row
      .map((cell, column) => align(cell, ' '.repeat((widths[column] ?? 0) - widthOf(cell)), column))
      .join('  ')
      .trimEnd(),
  );
}

/** In characters, not in the units of UTF-16; marks above letters take no room. */
const widthOf = (cell = ''): number => [...cell.replace(/\p{M}/gu, '')].length;
