/** Joins a connection to the room: assigns its replica, sends it everything it lacks, and announces it to the others. */
import { AccessDenied } from '../access/tokens.js';
import type { Peer } from '../engine/platform.js';
import { CLOSE, FOCUS_DOCUMENT, PROTOCOL_VERSION, TIMER_DOCUMENT } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import { isRole, may, type Role, readsOwnLines } from '../shared/roles.js';
import type { Hello } from '../shared/wire/client-message.js';
import type { UnreadLogEntry } from '../shared/wire/log-segment.js';
import { catchUp, isUntold, resumePoint, worthChanges } from './catch-up.js';
import { sendPlaces } from './cursors.js';
import { focusNow } from './focus.js';
import { sendOwnLines } from './own-lines.js';
import { endRehearsal } from './rehearsal.js';
import type { Room } from './room.js';
import { type Credentials, RoomConnection } from './room-connection.js';

/** Entries to read from storage for this hello, by document. */
export async function olderEntries(
  room: Room,
  identity: { person: string; role: Role },
  hello: Hello,
): Promise<Map<number, UnreadLogEntry[]>> {
  const { record, documents } = room;
  const older = new Map<number, UnreadLogEntry[]>();
  for (const document of documents.values()) {
    if (!room.mayRead(identity, document.id) || readsOwnLines(identity.role, document.id)) continue;
    const from = resumePoint(record, hello.bookmark, document);
    if (from !== null && from < document.floor && worthChanges(document, from))
      older.set(document.id, await document.older(from));
  }
  return older;
}

/** Synchronous, so that nothing can change between what is sent now and what is sent next. */
export function join(
  room: Room,
  peer: Peer,
  identity: Credentials & { name: string },
  hello: Pick<Hello, 'name' | 'resume' | 'bookmark'>,
  older: Map<number, UnreadLogEntry[]>,
): void {
  const { roster, news, replicas, rates, clock, run, writeQueue, services } = room;
  const known = replicas.find(hello.resume, identity.person);
  if (known === null && !hasPlace(room, peer, identity)) return;
  if (known !== null) supersede(room, known);
  const { replica, resume } = replicas.grant(known, identity.person, clock.now());
  const role = roster.roleOf(identity.person, identity.role);
  const rate = rates.of(identity.person, clock.now());
  const connection = new RoomConnection(peer, replica, { ...identity, role }, rate, clock.now());
  // A returning session sends its name only if it has changed; otherwise the known one is kept, not the token's.
  const returns = hello.bookmark !== null && roster.knows(identity.person);
  roster.join(connection, hello.name || (returns ? '' : identity.name));
  const missed = run.replicaBack(replica);
  greet(room, connection, resume, hello, older);
  if (run.record && missed) connection.send({ type: 'answer', run: run.record.run, ...missed });
  if (run.stopping && run.record?.replica === replica) connection.send({ type: 'stop', run: run.record.run });
  news.changed(connection.person, connection);
  prune(room);
  services.rearm();
  writeQueue.schedule();
  endRehearsal(room);
}

/** Restores a hibernated connection; everybody is up to date already. */
export function resume(room: Room, peer: Peer): void {
  const { roster, documents, rates, clock, run } = room;
  const { state } = peer;
  // Its state was lost, so it is disconnected and joins anew.
  if (!state || !isRole(state.role)) return peer.close(CLOSE.tryAgain, sentenceFor('lost-place'));
  if ('waits' in state) return room.lobby.resume(peer, state);
  const { replica, cursor, view = null, seeding, heardAt, ...access } = state;
  const { person } = access;
  const connection = new RoomConnection(peer, replica, access, rates.of(person, clock.now()), heardAt);
  connection.cursor = cursor;
  connection.view = view;
  if (seeding) connection.seed = null;
  connection.keep();
  roster.rejoin(connection);
  run.replicaBack(replica);
  for (const document of documents.values())
    if (room.mayRead(connection, document.id) && !readsOwnLines(connection.role, document.id) && !isUntold(document))
      connection.unacked.set(document.id, document.version);
}

function greet(
  room: Room,
  connection: RoomConnection,
  resume: Uint8Array,
  hello: Pick<Hello, 'bookmark'>,
  older: Map<number, UnreadLogEntry[]>,
): void {
  const { record, roster, documents, files, run, writeQueue, lobby, clock } = room;
  const { epoch, seeded } = record;
  const { person, role, replica } = connection;
  const start = record.start;
  connection.send({
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
  connection.send({ type: 'state', ...record.state });
  if (record.ai !== 'off') connection.send({ type: 'rule', ai: record.ai });
  if (may(role, 'admit') && record.lobby) for (const knock of lobby.knocks) connection.send(knock);
  if (writeQueue.failing) connection.send({ type: 'saving', works: false });
  for (const present of roster.present()) connection.send({ type: 'person', person: present });
  if (!files.plain) connection.send({ type: 'files', entry: files.entry, files: files.of(role) });
  for (const document of documents.values()) {
    if (!room.mayRead(connection, document.id) || isUntold(document, hello.bookmark)) continue;
    // A document of an earlier question is sent only to sessions that have edits for it.
    if (files.isAside(document.id) && !hello.bookmark?.positions.some((at) => at.document === document.id)) continue;
    if (readsOwnLines(connection.role, document.id)) {
      sendOwnLines(room, connection, document);
      continue;
    }
    const from = resumePoint(record, hello.bookmark, document);
    for (const message of catchUp(document, from, older.get(document.id) ?? [], replica)) connection.send(message);
    // Edits of this replica may have become durable while it was disconnected.
    connection.unacked.set(document.id, document.version);
  }
  if (documents.get(TIMER_DOCUMENT)?.version || documents.get(FOCUS_DOCUMENT)?.version)
    connection.send({ type: 'clock', now: clock.now() });
  const focus = focusNow(room);
  if (focus.left > 0) connection.send(focus);
  sendPlaces(room, connection);
  if (run.record) {
    connection.send({ type: 'started', record: run.record });
    if (run.output.length > 0) connection.send({ type: 'printed', run: run.record.run, output: [...run.output] });
  }
  connection.send({ type: 'ready' });
}

/** Accepts a fresh token for a joined connection, only for the same person in the same role. Never rejects. */
export async function refresh(room: Room, connection: RoomConnection, token: string): Promise<void> {
  const { roster, services } = room;
  try {
    const identity = await services.verify(token);
    const role = roster.roleOf(identity.person, identity.role);
    if (identity.person !== connection.person || role !== connection.role)
      throw new AccessDenied(sentenceFor('token-other-person'));
    // The connection may have been closed during the await.
    if (roster.has(connection)) connection.renew({ ...identity, role });
    services.rearm();
  } catch (error) {
    const sentence = error instanceof AccessDenied ? error.message : sentenceFor('token-not-checked');
    room.refuse(connection, { type: 'refresh', token }, 0, 'expired', sentence);
  }
}

/** Refuses newcomers when the room is full; nobody inside loses their place. */
function hasPlace({ roster, limits, refusalCounter }: Room, peer: Peer, identity: Credentials): boolean {
  const connections = roster.of(identity.person).length;
  const places = may(identity.role, 'edit') ? limits.editors : limits.observers;
  // Interviewers are never refused because the room is full, since they are the ones who can remove people.
  const full = !may(identity.role, 'admit') && connections === 0 && roster.count(identity.role) >= places;
  if (connections >= limits.connectionsPerPerson) {
    peer.close(CLOSE.full, sentenceFor('too-many-tabs'));
  } else if (full) {
    peer.close(CLOSE.full, sentenceFor('room-full'));
  } else {
    return true;
  }
  refusalCounter.count(`closed ${CLOSE.full}`);
  return false;
}

/** Closes the replica's previous connection silently: the person has not left. */
function supersede({ roster }: Room, replica: number): void {
  const older = roster.byReplica(replica);
  if (!older) return;
  roster.leave(older);
  older.end();
  older.peer.state = null;
  older.peer.close(CLOSE.superseded, sentenceFor('superseded'));
}

/** Keeps those who are here and those who have written; forgets others first. */
function prune({ roster, replicas, documents }: Room): void {
  const here = new Set(roster.connections.map(({ replica }) => replica));
  const wrote = (replica: number) => [...documents.values()].some((document) => document.sequenceOf(replica) > 0);
  if (!replicas.prune((replica) => here.has(replica), wrote)) return;
  const known = new Set(replicas.authors.map(([, person]) => person));
  roster.prune((person) => known.has(person));
}
