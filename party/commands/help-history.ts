/** When the help of a room's editors was changed, to what, and by whom. */
import { Text } from '@codemirror/state';
import type { Room } from '../room/room.js';
import { type Help, helpOf } from '../shared/help.js';
import { HELP_DOCUMENT } from '../shared/protocol.js';
import { applyChange } from '../shared/text-change.js';
import { readLogSegment } from '../shared/wire/log-segment.js';

/** `at` is milliseconds since 1970; `by` is left out where it was said over HTTP. */
export interface ReportedHelp {
  help: Help;
  at: number;
  by?: string;
}

/** Nothing for a room in which it has always been full. The log has to be on disk. */
export async function reportedHelp({ documents, replicas, roster }: Room): Promise<{ help?: ReportedHelp[] }> {
  const found: ReportedHelp[] = [];
  let [text, before]: [Text, Help] = [Text.empty, 'full'];
  for (const bytes of (await documents.get(HELP_DOCUMENT)?.segments()) ?? []) {
    const { length, entries } = readLogSegment(bytes);
    // What was before is compacted.
    if (length !== text.length) text = Text.empty;
    for (const { change, time: at, author } of entries) {
      text = applyChange(change, text);
      const help = helpOf(text.toString());
      if (help === before) continue;
      before = help;
      const person = replicas.personOf(author);
      found.push({ help, at, ...(person !== undefined && { by: roster.record(person).name }) });
    }
  }
  return found.length > 0 ? { help: found } : {};
}
