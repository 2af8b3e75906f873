// Tables as CSV (RFC 4180) that spreadsheet programs open as they stand: nothing that somebody typed is ever taken for a formula.

const BYTE_ORDER_MARK = '\uFEFF';

function cell(value: string): string {
  // Spreadsheets calculate what begins with one of these (OWASP: CSV injection).
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** The text of a table; the mark at its front tells Excel that it is UTF-8. */
export function tableFile(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + line(columns) + rows.map(line).join('');
}
