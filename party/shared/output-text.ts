/** The output of a run as one text, for those who read it outside the element. */

/** Whole pieces, which come without a newline at their end. */
const OWN_LINES: ReadonlySet<string> = new Set(['image', 'note', 'table', 'file']);

/** `read`: how a piece reads. Pictures, files, tables and notes stand on lines of their own. */
export function outputText<P extends { kind: string }>(output: readonly P[], read: (piece: P) => string): string {
  let text = '';
  for (const piece of output) {
    const alone = OWN_LINES.has(piece.kind);
    if (alone && text !== '' && !text.endsWith('\n')) text += '\n';
    text += read(piece);
    if (alone && !text.endsWith('\n')) text += '\n';
  }
  return text;
}
