/** Takes edits: in their turn, checked, told to everybody at once and written down after. */
import { changeMessage } from './catch-up.js';
import { EditRefused, type RoomDocument } from './document.js';
import { heed } from './frames.js';
import type { Entry } from './log-chunk.js';
import type { Member } from './member.js';
import type { Room } from './room.js';
import type { ClientMessage } from './shared/client-message.js';
import { CLOSE, documentKind } from './shared/protocol.js';
import { editing } from './shared/roles.js';

type Submit = Extract<ClientMessage, { type: 'submit' }>;

/** An edit that waits for longer than this is worth a word, but not more than one a minute. */
const NOTICED_MS = 1_000;
const TOLD_AGAIN_MS = 60_000;

/** An edit that comes too soon waits; its session sends the next one only when it has been taken. Only what may be taken waits: the rest would take the turns of others. */
export function submit(room: Room, member: Member, message: Submit, bytes: number): void {
  const { clock } = room.parts;
  if (!permitted(room, member, message)) {
    if (!member.pace.mayBeRefused(clock.now())) room.expel(member, CLOSE.flood, 'Too many messages at once.');
    return;
  }
  if (member.held.has(message.document))
    return room.expel(member, CLOSE.flood, 'Too many edits at once: send the next when the last has been taken.');
  const wait = member.pace.edit(bytes, clock.now());
  if (wait === 0) return take(room, member, message);
  const release = clock.after(wait, () => {
    member.held.delete(message.document);
    heed(room, member, () => take(room, member, message));
  });
  member.held.set(message.document, () => {
    release();
    member.pace.giveBack(bytes);
  });
  if (wait > NOTICED_MS) tellSlow(room, member);
}

function tellSlow(room: Room, member: Member): void {
  const now = room.parts.clock.now();
  if (now - member.pace.toldAt < TOLD_AGAIN_MS) return;
  member.pace.toldAt = now;
  room.notice(
    member,
    'busy',
    'You have written a lot in the last hour, so your edits are saved more slowly. Nothing is lost.',
  );
}

/** The document that this may be done to; else the member has been told why not. */
function permitted(room: Room, member: Member, message: Submit): RoomDocument | null {
  const { document: id, sequence } = message;
  const document = room.shown(member, id);
  if (!room.allowed(member, editing(member.role, id), message, sequence)) return null;
  if (!document) room.refuse(member, message, sequence, 'unknown', 'There is no such file in this room.');
  return document ?? null;
}

function take(room: Room, member: Member, message: Submit): void {
  const { limits, clock, put } = room.parts;
  const { base, sequence } = message;
  // Much may have been decided while it waited.
  const document = permitted(room, member, message);
  if (!document) return;
  try {
    const read = (length: number) => message.change(length, limits.frameBytes);
    const entry = document.submit(member.replica, base, sequence, read, clock.now());
    if (entry) applied(room, document, entry);
    member.unacked.set(document.id, document.version);
    put();
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error;
    if (error.reason === 'stale') room.expel(member, CLOSE.tryAgain, error.message);
    else room.refuse(member, message, sequence, error.reason, error.message);
  }
}

/** An edit has been taken: everybody hears of it, and the disk. */
export function applied(room: Room, document: RoomDocument, entry: Entry): void {
  const { record, saveRecord, put } = room.parts;
  room.tell(changeMessage(document, entry));
  if (!record.seeded && documentKind(document.id) === 'file') {
    record.seeded = true;
    saveRecord();
  }
  put();
}
