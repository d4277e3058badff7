/** Carries out the HTTP API's commands in a room. */

import { findLink } from '../access/links.js';
import { digest } from '../access/secrets.js';
import { AccessDenied, type Identity, mintToken } from '../access/tokens.js';
import { ensureRoom } from '../lifecycle/ensure-room.js';
import type { Existence } from '../lifecycle/existence.js';
import type { RoomLifecycle } from '../lifecycle/room-lifecycle.js';
import { admissionPolicy } from '../room/admission-policy.js';
import { prepareQuestion } from '../room/ask-question.js';
import { endingOf } from '../room/ending.js';
import { putFiles } from '../room/file-requests.js';
import { setHelp } from '../room/help.js';
import { moderate } from '../room/moderation.js';
import { askedOf, questionsOf } from '../room/questions.js';
import { addLink, resetLink, revokeToken } from '../room/revocation.js';
import type { Room } from '../room/room.js';
import { putRules } from '../room/rules.js';
import { seed } from '../room/starter-code.js';
import { setTask } from '../room/task.js';
import { putTests } from '../room/tests.js';
import { aboutRoom } from '../room/webhooks.js';
import { filesFault } from '../shared/given-files.js';
import { utf8Length } from '../shared/plain-text.js';
import { MAIN_DOCUMENT } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import { type Action, may } from '../shared/roles.js';
import { HOUR_MS } from '../shared/time.js';
import { DECISIONS } from '../shared/wire/decision.js';
import { GONE, type RoomRecord } from '../storage/room-record.js';
import { candidateReport, code, interviewReport } from './build-report.js';
import type { CommandRefusal, CreateCommand, Exchanged, OwnWork, RoomAnswer, RoomCommand } from './command.js';
import { diagnose } from './diagnostics.js';
import { notedOf } from './entry-history.js';
import { ANYBODY, buildReplay, type HistoryCommand, pastEditsOf, type Replay, storedRuns } from './history.js';
import { handleQuestionCommand, refusalOf } from './question-commands.js';
import { reportedQuestions } from './question-history.js';
import type { Report } from './report.js';
import { factsOf } from './room-facts.js';
import { EVERYBODY, serviceRun } from './service-run.js';
import { talkWithAi } from './talk-with-ai.js';
import { visibleTests } from './test-history.js';

/** The maximum lifetime of any issuer's tokens. */
const LONGEST_TOKEN_MS = 12 * HOUR_MS;

/** `known` is the identity of the command's token if it was verified on the way. Rejects when the room cannot be read. */
export async function handleCommand(
  lifecycle: RoomLifecycle,
  command: RoomCommand,
  known?: Identity,
): Promise<RoomAnswer> {
  if (command.type === 'create') return create(lifecycle, command);
  let found: { existence: Existence; proven: Identity | null };
  try {
    found = await ensureRoom(lifecycle, 'token' in command ? command.token : '', known);
  } catch (error) {
    if (error instanceof AccessDenied) return refused(401, error.message);
    throw error;
  }
  const { existence, proven } = found;
  if (existence.kind === 'gone') return refused(404, GONE[existence.tombstone.reason]);
  if (existence.kind === 'none') return refused(404, sentenceFor('no-room-check-link'));
  if (command.type === 'exists') return { ok: true, value: null };
  if (command.type === 'exchange') return exchange(lifecycle, existence.room.record, command);
  return withToken(lifecycle, existence.room, command, proven);
}

async function create(lifecycle: RoomLifecycle, command: CreateCommand): Promise<RoomAnswer<'create'>> {
  const { title, brief, lobby, digests, language, code, retentionHours, ...more } = command;
  const { files = [], tests = [], questions = [], hiddenResults, candidateTests, ...rules } = more;
  const { rehearsal, ai = 'off' } = rules;
  const { limits } = lifecycle.settings;
  const fault = files.length > 0 ? filesFault(files, limits) : null;
  if (fault) return refused(422, fault);
  if (questions.length > limits.questions)
    return refused(422, sentenceFor('questions-full', { questions: limits.questions }));
  if (utf8Length(code) > limits.fileBytes) return refused(413, sentenceFor('code-too-large'));
  const initial = {
    ...{ kind: 'made' as const, retentionMs: retentionHours * HOUR_MS, title, lobby, digests },
    ...(candidateTests && { candidateTests }),
    ...(ai !== 'off' && { ai }),
    ...(rehearsal && { rehearsal }),
  };
  const fill = async (room: Room) => {
    const document = room.documents.get(MAIN_DOCUMENT);
    if (files.length > 0) await putFiles(room, language, files);
    else if (document) seed(room, document, language, code);
    setTask(room, brief);
    putTests(room, tests, hiddenResults);
    putRules(room, rules);
    for (const question of questions) await prepareQuestion(room, question);
    room.webhooks.tell('room.created', { room: aboutRoom(room) });
  };
  let record: RoomRecord | null;
  try {
    record = await lifecycle.make(initial, fill);
  } catch (error) {
    return refusalOf(error);
  }
  return record ? { ok: true, value: { expiresAt: record.expiresAt } } : refused(409, sentenceFor('room-exists'));
}

async function exchange(
  lifecycle: RoomLifecycle,
  record: RoomRecord,
  { secret, name, personKey }: Extract<RoomCommand, { type: 'exchange' }>,
): Promise<RoomAnswer<'exchange'>> {
  const given = await digest(secret);
  const link = findLink(record, given);
  if (!link) return refused(401, sentenceFor('link-reset'));
  const { role } = link;
  // The token gets a digest: the person key itself must stay between the person and the room, because a token travels further.
  const sub = await digest(`${role}:${personKey}`);
  const value: Exchanged = {
    role,
    ...(await mintToken(record, lifecycle.id, { sub, role, name, link: link.mark }, lifecycle.clock.now())),
  };
  return { ok: true, value };
}

async function withToken(
  lifecycle: RoomLifecycle,
  room: Room,
  command: Extract<RoomCommand, { token: string }>,
  proven: Identity | null,
): Promise<RoomAnswer> {
  const { record } = room;
  // In an open room there are no tokens, and everybody may run.
  if (command.type === 'service-run' && record.kind === 'open' && command.token === '' && lifecycle.settings.openRooms)
    return serviceRun(room, command, EVERYBODY);
  let identity: Identity;
  try {
    identity = await lifecycle.verify(record, command.token, proven);
  } catch (error) {
    if (error instanceof AccessDenied) return refused(401, error.message);
    throw error;
  }
  const way = admissionPolicy(room, identity);
  if (way.to === 'rejected') return refused(403, way.sentence);
  if (command.type === 'facts') return { ok: true, value: factsOf(room, way.to === 'room' ? identity.role : null) };
  if (way.to === 'lobby') return refused(403, sentenceFor('in-lobby'));
  const role = room.roster.roleOf(identity.person, identity.role);
  if (!may(role, rightFor(command))) return refused(403, sentenceFor('not-your-role', { role }));
  switch (command.type) {
    case 'code':
      return room.rates.of(identity.person, lifecycle.clock.now()).mayReadCode(lifecycle.clock.now())
        ? { ok: true, value: code(room, role) }
        : refused(429, sentenceFor('code-read-often'));
    case 'decide': {
      const objection = moderate(room, command.decision);
      // Whoever asks for the state next finds it ended.
      if (command.decision.type === 'end') await endingOf(room);
      return objection ? refused(STATUS[objection.reason], objection.sentence) : { ok: true, value: null };
    }
    case 'mine':
    case 'replay':
    case 'report':
      // History is read from the disk, so pending writes have to be finished first.
      await room.writeQueue.settled();
      return read(lifecycle, room, command, identity);
    case 'diagnose':
      return { ok: true, value: diagnose(room, lifecycle.settings.engine) };
    case 'reset':
      if (record.kind === 'embedded') return refused(422, sentenceFor('no-links'));
      resetLink(room, command.role, command.digest);
      return { ok: true, value: null };
    case 'add-link':
      if (record.kind === 'embedded') return refused(422, sentenceFor('no-links'));
      return addLink(room, command.role, command.digest)
        ? { ok: true, value: null }
        : refused(422, sentenceFor('many-links'));
    case 'service-run':
      return record.ended ? refused(409, sentenceFor('read-only')) : serviceRun(room, command, identity.person);
    case 'consult':
      if (record.ended && command.step === 'begin') return refused(409, sentenceFor('read-only'));
      return talkWithAi(room, command, identity);
    case 'library':
      return { ok: true, value: null };
    case 'questions':
      return { ok: true, value: may(role, 'ask') ? questionsOf(room) : askedOf(room) };
    case 'question':
    case 'ask':
    case 'turn':
    case 'hint':
    case 'stage':
    case 'withdraw':
      return handleQuestionCommand(room, command, identity.person);
    case 'set-help':
      if (record.ended) return refused(409, sentenceFor('reopen-first'));
      setHelp(room, command.help);
      return { ok: true, value: null };
    case 'revoke':
      revokeToken(room, command.jti, lifecycle.clock.now() + LONGEST_TOKEN_MS);
      return { ok: true, value: null };
    case 'delete':
      await lifecycle.delete('deleted');
      return { ok: true, value: null };
  }
}

const STATUS = { unknown: 404, ended: 409, invalid: 422 } as const;

type TokenCommand = Exclude<Extract<RoomCommand, { token: string }>, { type: 'facts' }>;

const RIGHTS = {
  code: 'read',
  mine: 'mine',
  replay: 'replay',
  report: 'replay',
  diagnose: 'diagnose',
  'add-link': 'revoke',
  reset: 'revoke',
  revoke: 'revoke',
  'service-run': 'run',
  consult: 'consult',
  library: 'ask',
  questions: 'read',
  question: 'ask',
  ask: 'ask',
  turn: 'ask',
  hint: 'ask',
  stage: 'ask',
  'set-help': 'protect',
  withdraw: 'ask',
  delete: 'delete',
} as const satisfies Record<Exclude<TokenCommand['type'], 'decide'>, Action>;

function rightFor(command: TokenCommand): Action {
  return command.type === 'decide' ? DECISIONS[command.decision.type] : RIGHTS[command.type];
}

/** Reading the whole history takes long and delays everybody who types, so it waits for its turn. */
async function read(lifecycle: RoomLifecycle, room: Room, command: HistoryCommand, identity: Identity) {
  const { clock, rates } = room;
  if (!rates.of(identity.person, clock.now()).mayReadPast(clock.now()))
    return refused(429, sentenceFor('past-read-often'));
  const value = lifecycle.workQueue.run(() => past(lifecycle, room, command, identity));
  if (!value) return refused(429, sentenceFor('past-read-by-many'));
  return { ok: true as const, value: await value };
}

async function past(
  { storage }: RoomLifecycle,
  room: Room,
  command: HistoryCommand,
  { person, role }: Identity,
): Promise<OwnWork | Replay | Report> {
  if (command.type === 'replay') return buildReplay(room, storage, command.shared ? ANYBODY : { person, role });
  if (command.type === 'report')
    return command.for === 'candidate'
      ? candidateReport(room, storage)
      : interviewReport(room, storage, { person, role });
  const runs = (await storedRuns(storage)).filter((run) => run.person === person);
  const questions = (await reportedQuestions(room, role)).map(({ n, title, language, current, files, tests }) => {
    const visible = tests.flatMap(({ name, state, hidden }) => (hidden ? [] : { name, state }));
    return { n, title, language, current, files, tests: visible };
  });
  return {
    name: room.roster.record(person).name,
    ...code(room, role),
    ...(questions.length > 0 && { questions }),
    ...visibleTests(room),
    activity: await pastEditsOf(room, person),
    ...notedOf(room, person),
    runs,
  };
}

function refused(status: CommandRefusal['status'], detail: string): CommandRefusal {
  return { ok: false, status, detail };
}
