/** How much an editor helps whoever writes: as the room says it, for everybody in it. */

/** None; words, keywords and brackets; and all tools that know the language. */
export const HELPS = ['none', 'basic', 'full'] as const;
export type Help = (typeof HELPS)[number];

/** Of the document that says so: its last line that says something counts. Where nothing is said there is all help. */
export function helpOf(text: string): Help {
  const said = text.split('\n').map((line) => HELPS.find((help) => help === line.trim()));
  return said.findLast((help) => help !== undefined) ?? 'full';
}
