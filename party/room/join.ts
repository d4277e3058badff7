/** Lets a connection into the room: finds its place, tells it everything it lacks, and the others that it has come. */
import { AccessDenied } from '../access/tokens.js';
import type { Peer } from '../engine/platform.js';
import { CLOSE, PROTOCOL_VERSION } from '../shared/protocol.js';
import { isRole, may, mayRead, type Role } from '../shared/roles.js';
import type { Hello } from '../shared/wire/client-message.js';
import type { UnreadEntry } from '../shared/wire/log-segment.js';
import { currentStart } from '../storage/room-record.js';
import { catchUp, resumePoint, worthChanges } from './catch-up.js';
import { tellCursors } from './cursors.js';
import { forget } from './forgetting.js';
import { standing } from './moderation.js';
import type { Room, RoomParts } from './room.js';
import { type Access, LOST_PLACE, Member } from './room-connection.js';

/** Entries out of memory that a session with this hello will need, by document. */
export async function olderEntries(
  { record, documents }: RoomParts,
  role: Role,
  hello: Hello,
): Promise<Map<number, UnreadEntry[]>> {
  const older = new Map<number, UnreadEntry[]>();
  for (const document of documents.values()) {
    if (!mayRead(role, document.id)) continue;
    const from = resumePoint(record, hello.bookmark, document);
    if (from !== null && from < document.floor && worthChanges(document, from))
      older.set(document.id, await document.older(from));
  }
  return older;
}

/** Without a pause in which something could change between what the newcomer is told and what it hears next. */
export function admit(
  room: Room,
  peer: Peer,
  identity: Access & { name: string },
  hello: Pick<Hello, 'name' | 'resume' | 'bookmark'>,
  older: Map<number, UnreadEntry[]>,
): void {
  const { roster, news, replicas, paces, clock, run, put, rearm } = room.parts;
  const known = replicas.find(hello.resume, identity.person);
  if (known === null && !hasPlace(room.parts, peer, identity)) return;
  if (known !== null) supersede(room.parts, known);
  const { replica, resume } = replicas.grant(known, identity.person, clock.now());
  const role = roster.roleOf(identity.person, identity.role);
  const pace = paces.of(identity.person, clock.now());
  const member = new Member(peer, replica, { ...identity, role }, pace, clock.now());
  // A session that has been here says its name when it has changed; else the one known here counts, not that of its token.
  const returns = hello.bookmark !== null && roster.knows(identity.person);
  roster.join(member, hello.name || (returns ? '' : identity.name));
  const missed = run.replicaBack(replica);
  greet(room.parts, member, resume, hello, older);
  if (run.record && missed) member.send({ type: 'answer', run: run.record.run, ...missed });
  if (run.stopping && run.record?.replica === replica) member.send({ type: 'stop', run: run.record.run });
  news.changed(member.person, member);
  forget(room.parts);
  rearm();
  put();
}

/** Goes on with a connection that outlived the room in memory: everybody knows all there is to know. */
export function takeUp({ parts }: Room, peer: Peer): void {
  const { roster, documents, paces, clock, run } = parts;
  const { state } = peer;
  // One that has lost its place comes back and finds it.
  if (!state || !isRole(state.role)) return peer.close(CLOSE.tryAgain, LOST_PLACE);
  if ('waits' in state) return parts.lobby.takeUp(peer, state);
  const { replica, cursor, seeding, heardAt, ...access } = state;
  const { person, role } = access;
  const member = new Member(peer, replica, access, paces.of(person, clock.now()), heardAt);
  member.cursor = cursor;
  if (seeding) member.seed = null;
  member.keep();
  roster.rejoin(member);
  run.replicaBack(replica);
  for (const { id, version } of documents.values()) if (mayRead(role, id)) member.unacked.set(id, version);
}

function greet(
  parts: RoomParts,
  member: Member,
  resume: Uint8Array,
  hello: Pick<Hello, 'bookmark'>,
  older: Map<number, UnreadEntry[]>,
): void {
  const { record, roster, documents, run, journal, lobby } = parts;
  const { epoch, seeded } = record;
  const { person, role, replica } = member;
  const start = currentStart(record);
  member.send({
    type: 'welcome',
    version: PROTOCOL_VERSION,
    epoch,
    start,
    replica,
    resume,
    person,
    role,
    seeded,
    open: !record.ended,
  });
  member.send({ type: 'state', ...standing(record) });
  if (may(role, 'admit')) for (const knock of lobby.knocks) member.send(knock);
  if (journal.failing) member.send({ type: 'saving', works: false });
  for (const present of roster.present()) member.send({ type: 'person', person: present });
  for (const document of documents.values()) {
    if (!mayRead(role, document.id)) continue;
    const from = resumePoint(record, hello.bookmark, document);
    for (const message of catchUp(document, from, older.get(document.id) ?? [], replica)) member.send(message);
    // What this replica sent before it was cut off may have become durable unheard.
    member.unacked.set(document.id, document.version);
  }
  tellCursors(parts, member);
  if (run.record) {
    member.send({ type: 'started', record: run.record });
    if (run.output.length > 0) member.send({ type: 'printed', run: run.record.run, output: [...run.output] });
  }
  member.send({ type: 'ready' });
}

/** A fresh token for somebody who is inside: only the same person in the same role goes on with it. */
export async function refresh(room: Room, member: Member, token: string): Promise<void> {
  const { roster, verify, rearm } = room.parts;
  try {
    const identity = await verify(token);
    const role = roster.roleOf(identity.person, identity.role);
    if (identity.person !== member.person || role !== member.role)
      throw new AccessDenied('The new token is for somebody else.');
    // Whoever has been sent away meanwhile stays away.
    if (roster.members.has(member.peer)) member.renew({ ...identity, role });
    rearm();
  } catch (error) {
    const sentence = error instanceof AccessDenied ? error.message : 'The new token could not be checked.';
    room.refuse(member, { type: 'refresh', token }, 0, 'expired', sentence);
  }
}

/** The newcomer is refused, never one of the others. */
function hasPlace({ roster, limits, tally }: RoomParts, peer: Peer, identity: Access): boolean {
  const connections = roster.of(identity.person).length;
  const places = may(identity.role, 'edit') ? limits.editors : limits.observers;
  // Whoever lets in and sends away is never kept out by those they would send away.
  const full = !may(identity.role, 'admit') && connections === 0 && roster.count(identity.role) >= places;
  if (connections >= limits.connectionsPerPerson) {
    peer.close(CLOSE.full, 'You have this room open in too many tabs. Close one of them, then reload the page.');
  } else if (full) {
    peer.close(CLOSE.full, 'This room is full. Ask somebody to leave, then reload the page.');
  } else {
    return true;
  }
  tally.count(`closed ${CLOSE.full}`);
  return false;
}

/** The replica's older connection ends quietly: the person has not left. */
function supersede({ roster }: RoomParts, replica: number): void {
  const older = roster.byReplica(replica);
  if (!older) return;
  roster.leave(older.peer);
  older.end();
  older.peer.state = null;
  older.peer.close(CLOSE.superseded, 'This room was opened again with the same session.');
}
