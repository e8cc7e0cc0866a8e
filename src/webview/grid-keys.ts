/** Moving through a grid by keyboard, as the ARIA pattern for grids has it. */

export interface Place { readonly row: number; readonly column: number }

/** Where a key leads, or undefined for a key that does not move. It never leaves the grid and never wraps around. */
export function moved(
  { row, column }: Place,
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  { rows, columns, page }: { readonly rows: number; readonly columns: number; /** Rows in sight, which Page Up and Page Down pass over. */ readonly page: number },
): Place | undefined {
  if (altKey) return undefined;
  const far = ctrlKey || metaKey;
  const at = (nextRow: number, nextColumn: number): Place => ({
    row: Math.max(0, Math.min(rows - 1, nextRow)),
    column: Math.max(0, Math.min(columns - 1, nextColumn)),
  });
  switch (key) {
    case 'ArrowUp': return at(far ? 0 : row - 1, column);
    case 'ArrowDown': return at(far ? rows - 1 : row + 1, column);
    case 'ArrowLeft': return at(row, far ? 0 : column - 1);
    case 'ArrowRight': return at(row, far ? columns - 1 : column + 1);
    case 'Home': return at(far ? 0 : row, 0);
    case 'End': return at(far ? rows - 1 : row, columns - 1);
    case 'PageUp': return at(row - page, column);
    case 'PageDown': return at(row + page, column);
    default: return undefined;
  }
}
