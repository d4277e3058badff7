/** Proposals of changes: taken from whoever may propose, and made to the file when somebody who may edit accepts them. */
import { ChangeSet, MapMode, type Text } from '@codemirror/state';
import { EditRefused, type RoomDocument } from '../document/document.js';
import type { LogEntry } from '../document/log-segment-writer.js';
import { documentKind } from '../shared/document-kinds.js';
import { ENTRY_LIMITS, readEntries } from '../shared/entries.js';
import type { Limits } from '../shared/limits.js';
import { plainText, utf8Length } from '../shared/plain-text.js';
import {
  PROPOSAL_LIMITS,
  type Proposal,
  type ProposedPlace,
  placesWithin,
  readProposals,
} from '../shared/proposals.js';
import { PROPOSALS_DOCUMENT, type Refusal, ROOM_AUTHOR } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import { countPlaces } from '../shared/text-change.js';
import { readChange } from '../shared/wire/change.js';
import type { ClientMessage } from '../shared/wire/client-message.js';
import { FrameError, Reader } from '../shared/wire/codec.js';
import type { UnreadLogEntry } from '../shared/wire/log-segment.js';
import { applied } from './edits.js';
import { appendEntry, stampOf } from './entry-lines.js';
import { write } from './own-edits.js';
import { mayPost } from './posted.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

type Of<T extends ClientMessage['type']> = Extract<ClientMessage, { type: T }>;

/** Places of a proposal times those of the edits that it is mapped over, and these edits: a few milliseconds. */
const MAPPING_WORK = 1_000_000;
/** Bytes of the log that are read for one that is older than what is in memory. */
const OLDER_BYTES = 256 * 1024;
/** What is left for the decisions on all that wait. */
const DECISIONS_BYTES = 16 * 1024;

/** Why it was refused. */
class ProposalRefused extends Error {
  override name = 'ProposalRefused';
  constructor(
    readonly reason: Refusal,
    sentence: string,
  ) {
    super(sentence);
  }
}

export function propose(room: Room, connection: RoomConnection, message: Of<'propose'>): void {
  const { request, document: id, version, why } = message;
  answering(room, connection, message, () => {
    const file = fileOf(room, connection, id);
    if (!room.authorize(connection, 'propose', message, request)) return;
    // Before anything is mapped for it; what it puts in is counted below.
    if (!mayPost(room, connection, 1)) throw new ProposalRefused('busy', sentenceFor('posted-often'));
    const list = listOf(room);
    // Everybody reads what is proposed.
    if (!room.files.mayRead('candidate', id)) throw new ProposalRefused('invalid', sentenceFor('proposal-hidden'));
    if (why.length > PROPOSAL_LIMITS.why)
      throw new ProposalRefused('invalid', sentenceFor('entry-too-long', { characters: PROPOSAL_LIMITS.why }));
    if (open(list).length >= PROPOSAL_LIMITS.open)
      throw new ProposalRefused('busy', sentenceFor('proposals-full', { proposals: PROPOSAL_LIMITS.open }));
    const change = file.bring(version, message.change.read);
    const places = placesOf(change, file, room.limits);
    connection.rate.edit({ bytes: sizeOf(places), places: places.length }, room.clock.now());
    const about = { document: id, file: room.fileName(id), version: file.version, length: file.text.length };
    const entry = {
      ...stampOf(room, list, connection.person),
      kind: 'proposed',
      ...about,
      why: plainText(why),
      places,
    };
    write(room, list, withProposal(list, entry));
    connection.send({ type: 'done', request, document: list.id });
  });
}

/** The first who accepts or declines decides. */
export async function judge(room: Room, connection: RoomConnection, message: Of<'judge'>): Promise<void> {
  const { request, accept } = message;
  if (!room.authorize(connection, 'edit', message, request)) return;
  if (!mayPost(room, connection, 1))
    return room.refuse(connection, message, request, 'busy', sentenceFor('posted-often'));
  const found = accept ? proposalOf(room, message.proposal) : undefined;
  const file = found?.state === 'open' ? room.documents.get(found.document) : undefined;
  let older: UnreadLogEntry[] = [];
  // Most proposals are not so old that their edits have to be read from the disk.
  if (found && file && found.version < file.floor && file.logBytesSince(found.version) <= OLDER_BYTES) {
    older = await file.older(found.version).catch((error) => {
      room.reportError(error);
      return [];
    });
    if (!room.roster.has(connection)) return;
  }
  answering(room, connection, message, () => decide(room, connection, message, older));
}

function decide(room: Room, connection: RoomConnection, message: Of<'judge'>, older: readonly UnreadLogEntry[]): void {
  const { request, proposal: id, accept } = message;
  const list = listOf(room);
  // The role may have changed while the disk was read.
  if (!room.authorize(connection, 'edit', message, request)) return;
  const proposal = proposalOf(room, id);
  if (!proposal) throw new ProposalRefused('unknown', sentenceFor('no-proposal'));
  const { state, judged } = proposal;
  if (judged)
    throw new ProposalRefused(
      'invalid',
      sentenceFor(state === 'accepted' ? 'proposal-accepted' : 'proposal-declined', judged),
    );
  const stamp = stampOf(room, list, connection.person);
  const made = accept ? makeChange(room, connection, proposal, older) : null;
  const edit = made && { document: made.file.id, version: made.entry.version };
  const line = { ...stamp, kind: accept ? 'accepted' : 'declined', proposal: id, ...edit };
  // Told before the change, so that the session of whoever accepts it knows the change for its own.
  write(room, list, withLine(list, line));
  if (made) applied(room, made.file, made.entry);
  connection.send({ type: 'done', request, document: list.id });
}

/** The change is the room's own edit, which nobody has been told of yet: the line that names its version says who wanted it and whose it is. */
function makeChange(
  room: Room,
  connection: RoomConnection,
  proposal: Proposal,
  older: readonly UnreadLogEntry[],
): { file: RoomDocument; entry: LogEntry } {
  const file = fileOf(room, connection, proposal.document);
  if (!room.files.mayWrite(connection.role, file.id)) throw new ProposalRefused('role', sentenceFor('file-read-only'));
  const change = changeNow(proposal, file, older);
  if (!change) throw new ProposalRefused('stale', sentenceFor('proposal-gone'));
  // Made under another limit.
  const places = room.limits.changePlaces;
  if (countPlaces(change) > places) throw new ProposalRefused('too-large', sentenceFor('too-many-places', { places }));
  connection.rate.edit({ bytes: sizeOf(proposal.places), places: proposal.places.length }, room.clock.now());
  return { file, entry: file.write(ROOM_AUTHOR, change, room.clock.now()) };
}

/** The proposed change for the text as it is by now; null when what it is about has changed meanwhile. */
function changeNow(
  { version, length, places }: Proposal,
  file: RoomDocument,
  older: readonly UnreadLogEntry[],
): ChangeSet | null {
  const changes = changesSince(version, length, file, older);
  const work = changes?.reduce((sum, change) => sum + 1 + countPlaces(change), 0) ?? 0;
  if (!changes || work * places.length > MAPPING_WORK) return null;
  const moved: { from: number; to: number; insert: string }[] = [];
  for (const { from, to, removed, insert } of places) {
    const at = { from, to };
    for (const change of changes) {
      if (from === to) {
        const there = change.mapPos(at.from, -1, MapMode.TrackDel);
        if (there === null) return null;
        at.from = at.to = there;
      } else {
        at.from = change.mapPos(at.from, 1);
        at.to = change.mapPos(at.to, -1);
      }
    }
    if (at.to < at.from || file.text.sliceString(at.from, at.to) !== removed) return null;
    moved.push({ ...at, insert });
  }
  return ChangeSet.of(moved, file.text.length, '\n');
}

/** The edits after `version`, `older` being those that are not in memory; null when some are missing. */
function changesSince(
  version: number,
  length: number,
  file: RoomDocument,
  older: readonly UnreadLogEntry[],
): ChangeSet[] | null {
  let [reached, long] = [version, length];
  const changes: ChangeSet[] = [];
  for (const entry of older) {
    if (entry.version <= reached) continue;
    if (entry.version !== reached + 1) return null;
    const change = readChange(new Reader(entry.change), long, entry.change.length);
    changes.push(change);
    [reached, long] = [entry.version, change.newLength];
  }
  if (reached < file.floor) return null;
  return [...changes, ...file.since(reached).map(({ change }) => change)];
}

/** At most as many as one edit may have, which it becomes when somebody accepts it. Throws ProposalRefused. */
function placesOf(change: ChangeSet, { text }: RoomDocument, { changePlaces }: Limits): ProposedPlace[] {
  const most = { ...PROPOSAL_LIMITS, places: Math.min(PROPOSAL_LIMITS.places, changePlaces) };
  const places = placesWithin(change, text, most);
  if (!places) throw new ProposalRefused('too-large', sentenceFor('proposal-too-large', most));
  if (places.length === 0) throw new ProposalRefused('invalid', sentenceFor('proposal-empty'));
  return places.map((place) => ({ ...place, ...around(place, text) }));
}

/** What is shown of the lines of a place. */
function around({ from, to }: Pick<ProposedPlace, 'from' | 'to'>, text: Text) {
  const most = PROPOSAL_LIMITS.around;
  const line = text.lineAt(from);
  const lead = text.sliceString(Math.max(line.from, from - most), from);
  const tail = text.sliceString(to, Math.min(text.lineAt(to).to, to + most));
  // A cut in the middle of a character would be no text.
  return { line: line.number, lead: plainText(lead), tail: plainText(tail) };
}

function sizeOf(places: readonly ProposedPlace[]): number {
  return places.reduce((sum, { removed, insert }) => sum + removed.length + insert.length, 0);
}

/** Throws ProposalRefused. */
function fileOf(room: Room, connection: RoomConnection, id: number): RoomDocument {
  const file =
    documentKind(id) === 'file' && !room.files.isAside(id) ? room.visibleDocument(connection, id) : undefined;
  if (!file) throw new ProposalRefused('unknown', sentenceFor('no-file'));
  return file;
}

function listOf(room: Room): RoomDocument {
  const list = room.documents.get(PROPOSALS_DOCUMENT);
  if (!list) throw new ProposalRefused('unknown', sentenceFor('no-file'));
  return list;
}

/** Throws ProposalRefused where open proposals would have to give way. */
function withProposal(list: RoomDocument, line: object): string {
  const waiting = openLines(list);
  const space = ENTRY_LIMITS.bytes - DECISIONS_BYTES;
  const bytes = utf8Length(JSON.stringify(line));
  if (bytes > space / 2) throw new ProposalRefused('too-large', sentenceFor('proposal-too-large', PROPOSAL_LIMITS));
  if (utf8Length(waiting.join('\n')) + bytes > space)
    throw new ProposalRefused('busy', sentenceFor('proposals-full', { proposals: waiting.length }));
  return withLine(list, line);
}

/** Those that are decided give way to a new line; those that wait stay. */
function withLine(list: RoomDocument, line: object): string {
  const added = appendEntry(list.text.toString(), line);
  const kept = new Set(readProposals(added).map(({ id }) => id));
  return open(list).every(({ id }) => kept.has(id)) ? added : appendEntry(openLines(list).join('\n'), line);
}

function openLines(list: RoomDocument): string[] {
  const ids = new Set(open(list).map(({ id }) => id));
  const lines = list.text.toString().split('\n');
  return lines.filter((line) => readEntries(line).some(({ id }) => ids.has(id)));
}

function open(list: RoomDocument): Proposal[] {
  return readProposals(list.text.toString()).filter(({ state }) => state === 'open');
}

function proposalOf(room: Room, id: number): Proposal | undefined {
  const text = room.documents.get(PROPOSALS_DOCUMENT)?.text.toString() ?? '';
  return readProposals(text).find((proposal) => proposal.id === id);
}

/** What cannot be done is refused with its sentence. */
function answering(room: Room, connection: RoomConnection, message: Of<'propose' | 'judge'>, act: () => void): void {
  try {
    act();
  } catch (error) {
    const refused = error instanceof ProposalRefused || error instanceof EditRefused;
    if (!refused && !(error instanceof FrameError)) throw error;
    room.refuse(connection, message, message.request, refused ? error.reason : 'invalid', error.message);
  }
}
