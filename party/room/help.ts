/** How much the editors of a room help: said in a document of its own, so that the log and the replay tell when it was changed. */
import { type Help, helpOf } from '../shared/help.js';
import { HELP_DOCUMENT } from '../shared/protocol.js';
import { write } from './own-edits.js';
import type { Room } from './room.js';

export function helpIn(documents: Room['documents']): Help {
  return helpOf(documents.get(HELP_DOCUMENT)?.text.toString() ?? '');
}

/** What is so already is not written: most rooms never have the document. */
export function setHelp(room: Room, help: Help): void {
  const document = room.documents.get(HELP_DOCUMENT);
  if (document && helpIn(room.documents) !== help) write(room, document, help);
}
