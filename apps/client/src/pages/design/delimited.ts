/**
 * Rows of a table that was pasted as text: separated by tabs, semicolons or commas, perhaps quoted as in RFC 4180 (a
 * doubled quote is one quote, a quoted cell may hold separators and line breaks). A quote inside a cell that did not
 * begin with one is an ordinary sign. Never fails: whatever is not a table is a table of one column.
 */
export function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.some((each) => each !== '')) rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += sign;
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (sign === separator) endCell();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  endRow();
  return rows;
}

const SEPARATORS = ['\t', ';', ','];

/** The sign that separates cells: the first of tab, semicolon and comma that stands outside of quotes in most lines. */
export function separatorOf(text: string): string | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return SEPARATORS.find((separator) => {
    const cells = rowsOf(text, separator);
    return cells.filter((row) => row.length > 1).length * 2 > lines.length;
  });
}
