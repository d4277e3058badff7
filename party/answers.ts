/** What a room answers to the HTTP API. */
import { AccessDenied, type Identity, mintToken, verifyToken } from './access.js';
import type { CreateCommand, Exchanged, RoomAnswer, RoomCode, RoomCommand, RoomFacts, RoomRefusal } from './command.js';
import { decide } from './decisions.js';
import { passage } from './gate.js';
import type { Existence, RoomKeeper } from './keeper.js';
import { digest } from './keys.js';
import { GONE, type RoomRecord } from './record.js';
import type { Room } from './room.js';
import { seed, write } from './seed.js';
import { utf8Length } from './shared/change.js';
import { personColor } from './shared/colors.js';
import { DECISIONS } from './shared/decision.js';
import { defaultFileName } from './shared/languages.js';
import { BRIEF_DOCUMENT, documentKind, MAIN_DOCUMENT } from './shared/protocol.js';
import { type Action, may, ROLES, type Role } from './shared/roles.js';

const DEFAULT_LANGUAGE = 'python';
const HOUR_MS = 3600 * 1000;

type Kept = Extract<Existence, { kind: 'kept' }>;

export async function answer(keeper: RoomKeeper, command: RoomCommand): Promise<RoomAnswer> {
  if (command.type === 'create') return create(keeper, command);
  const existence = await keeper.exist();
  if (existence.kind === 'gone') return refused(404, GONE[existence.tombstone.reason]);
  if (existence.kind === 'none') return refused(404, 'There is no such room. Check the link.');
  if (command.type === 'exists') return { ok: true, value: null };
  if (command.type === 'exchange') return exchange(keeper, existence.record, command);
  return withToken(keeper, existence, command);
}

async function create(keeper: RoomKeeper, command: CreateCommand): Promise<RoomAnswer<'create'>> {
  const { title, brief, lobby, digests, language, code, retentionHours } = command;
  if (utf8Length(code) > keeper.settings.limits.fileBytes)
    return refused(413, 'The code is larger than a file may be.');
  const about = { kind: 'made' as const, retentionMs: retentionHours * HOUR_MS, title, lobby, digests };
  const record = await keeper.make(about, (room) => {
    const document = room.parts.documents.get(MAIN_DOCUMENT);
    if (document) seed(room, document, language, code);
    const task = room.parts.documents.get(BRIEF_DOCUMENT);
    if (task && brief) write(room, task, brief);
  });
  return record
    ? { ok: true, value: { expiresAt: record.expiresAt } }
    : refused(409, 'There is a room of this id already.');
}

async function exchange(
  keeper: RoomKeeper,
  record: RoomRecord,
  { secret, name, personKey }: Extract<RoomCommand, { type: 'exchange' }>,
): Promise<RoomAnswer<'exchange'>> {
  const given = await digest(secret);
  const role = ROLES.find((candidate) => record.digests[candidate] === given);
  if (!role) return refused(401, 'This link is not valid any more. Ask for a new one.');
  // The key stays between the person and the room: a token travels further.
  const sub = await digest(`${role}:${personKey}`);
  const value: Exchanged = {
    role,
    ...(await mintToken(record.key, keeper.id, { sub, role, name }, keeper.clock.now())),
  };
  return { ok: true, value };
}

async function withToken(
  keeper: RoomKeeper,
  { record, room }: Kept,
  command: Extract<RoomCommand, { token: string }>,
): Promise<RoomAnswer> {
  let identity: Identity;
  try {
    identity = await verifyToken(record.key, keeper.id, command.token, keeper.clock.now());
  } catch (error) {
    if (error instanceof AccessDenied) return refused(401, error.message);
    throw error;
  }
  const way = passage(room.parts, identity);
  if (way.to === 'street') return refused(403, way.sentence);
  if (command.type === 'facts')
    return { ok: true, value: facts(record, room, way.to === 'room' ? identity.role : null) };
  if (way.to === 'lobby') return refused(403, 'Wait until an interviewer has let you in.');
  const role = room.parts.roster.roleOf(identity.person, identity.role);
  if (!may(role, rightFor(command))) return refused(403, `As ${role} you may not do this. Ask an interviewer.`);
  switch (command.type) {
    case 'code':
      return { ok: true, value: code(room) };
    case 'decide': {
      const objection = decide(room, command.decision);
      return objection ? refused(STATUS[objection.reason], objection.sentence) : { ok: true, value: null };
    }
    case 'delete':
      await keeper.end('deleted');
      return { ok: true, value: null };
  }
}

const STATUS = { unknown: 404, ended: 409, invalid: 422 } as const;

function rightFor(command: Exclude<Extract<RoomCommand, { token: string }>, { type: 'facts' }>): Action {
  if (command.type === 'decide') return DECISIONS[command.decision.type];
  return command.type === 'code' ? 'read' : command.type;
}

/** Whoever has not been let in learns no more than what to wait for. */
function facts(record: RoomRecord, { parts }: Room, role: Role | null): RoomFacts {
  const { roster, run, documents, lobby } = parts;
  const people = roster.present().map(({ id, name, role, color }) => ({ id, name, role, color: personColor(color) }));
  const { title, createdAt, expiresAt } = record;
  const language = documents.get(MAIN_DOCUMENT)?.language || DEFAULT_LANGUAGE;
  return {
    title,
    brief: role ? (documents.get(BRIEF_DOCUMENT)?.text.toString() ?? '') : '',
    state: record.ended ? 'ended' : 'open',
    lobby: record.lobby,
    locked: record.locked,
    language,
    createdAt,
    expiresAt,
    people: role ? people : [],
    ...(role && may(role, 'admit')
      ? { waiting: lobby.knocks.map(({ person: id, name, role }) => ({ id, name, role })) }
      : {}),
    ...(role && run.record ? { run: lastRun(parts) } : {}),
  };
}

function lastRun({ run }: Room['parts']): NonNullable<RoomFacts['run']> {
  const { record, startedAt } = run;
  if (!record) throw new TypeError('Nothing has been run.');
  const durationMs = run.on ? {} : { durationMs: record.elapsedMs };
  return { id: String(record.run), language: record.language, state: record.state, startedAt, ...durationMs };
}

function code({ parts }: Room): RoomCode {
  const all = [...parts.documents.values()].filter(({ id }) => documentKind(id) === 'file');
  const files = all.map(({ name, language, text }) => {
    const known = language || DEFAULT_LANGUAGE;
    return { name: name || defaultFileName(known), language: known, text: text.toString() };
  });
  return { files };
}

function refused(status: RoomRefusal['status'], detail: string): RoomRefusal {
  return { ok: false, status, detail };
}
