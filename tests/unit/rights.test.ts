/** Who may send which message and use which route, in each state of a room: every message and route must be listed here. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import { OWN_QUESTIONS, readLibrary } from '../../demo/build/read-questions.js';
import { rightsTable } from '../../demo/server/rights.js';
import { readServiceSettings } from '../../party/config/service-settings.js';
import { createApi } from '../../party/http/api.js';
import { describeApi } from '../../party/http/openapi.js';
import {
  ACTIVITY_DOCUMENT,
  BRIEF_DOCUMENT,
  CHAT_DOCUMENT,
  DRAFT_DOCUMENT,
  FOCUS_DOCUMENT,
  HELP_DOCUMENT,
  HIDDEN_RESULTS_DOCUMENT,
  HIDDEN_TESTS_DOCUMENT,
  INTERVIEWER_CHAT_DOCUMENT,
  MOMENTS_DOCUMENT,
  NOTES_DOCUMENT,
  QUESTION_DESK_DOCUMENT,
  QUESTIONS_DOCUMENT,
  RESULTS_DOCUMENT,
  SCORES_DOCUMENT,
  TESTS_DOCUMENT,
  TIMER_DOCUMENT,
} from '../../party/shared/protocol.js';
import { ROLES, type Role } from '../../party/shared/roles.js';
import {
  CLIENT_MESSAGE_KINDS,
  decodeClientMessage,
  encodeClientMessage,
  type OutgoingMessage,
} from '../../party/shared/wire/client-message.js';
import type { RoomMessage } from '../../party/shared/wire/room-message.js';
import { decodeRoomMessage } from '../../party/shared/wire/room-message.js';
import { World } from '../room/world.js';
import { MemoryRooms } from './memory-rooms.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

/** What comes of it, for interviewer, candidate, observer and assistant in this order: `yes`, the reason it is refused with, or `closed-4400`. Where an assistant is not named, it may what an observer may. */
type Outcomes = string;

const insert = ChangeSet.of({ from: 0, insert: 'x' }, 0);
const edit = (document: number) => ({ document, base: 0, sequence: 1, change: insert });
const nobody = { person: 'nobody' };
const post = (document: number, entry: object) =>
  ({ type: 'post', request: 1, document, entry: JSON.stringify(entry) }) as const;
const ONLY_INTERVIEWERS_REACH = 'unknown role role';

const MESSAGES: readonly [
  says: string,
  message: (token: string) => OutgoingMessage,
  unended: Outcomes,
  ended: Outcomes,
][] = [
  [
    'a second hello',
    (token) => ({
      type: 'hello',
      version: 1,
      token,
      name: '',
      personKey: '',
      resume: new Uint8Array(),
      bookmark: null,
    }),
    'closed-4400 closed-4400 closed-4400',
    'closed-4400 closed-4400 closed-4400',
  ],
  ['an edit of the file', () => ({ type: 'submit', ...edit(1) }), 'yes yes role', 'ended ended role'],
  ['an edit of the task', () => ({ type: 'submit', ...edit(BRIEF_DOCUMENT) }), 'role role role', 'role role role'],
  ['an edit of the notes', () => ({ type: 'submit', ...edit(NOTES_DOCUMENT) }), 'yes unknown role', 'yes ended role'],
  ['an edit of the draft', () => ({ type: 'submit', ...edit(DRAFT_DOCUMENT) }), 'yes unknown role', 'ended ended role'],
  ['an edit of the tests', () => ({ type: 'submit', ...edit(TESTS_DOCUMENT) }), 'yes role role', 'ended ended role'],
  ['an edit of results', () => ({ type: 'submit', ...edit(RESULTS_DOCUMENT) }), 'yes yes role', 'ended ended role'],
  ...[HIDDEN_TESTS_DOCUMENT, HIDDEN_RESULTS_DOCUMENT].map((document): (typeof MESSAGES)[number] => [
    `an edit of hidden document ${document}`,
    () => ({ type: 'submit', ...edit(document) }),
    'yes unknown role',
    'ended ended role',
  ]),
  ['an edit of questions', () => ({ type: 'submit', ...edit(QUESTIONS_DOCUMENT) }), 'role role role', 'role role role'],
  [
    'an edit of the desk’s questions',
    () => ({ type: 'submit', ...edit(QUESTION_DESK_DOCUMENT) }),
    'role unknown role',
    'role ended role',
  ],
  ['an edit of the help', () => ({ type: 'submit', ...edit(HELP_DOCUMENT) }), 'yes role role', 'ended role role'],
  ['a part of an edit', () => ({ type: 'part', ...edit(1) }), 'yes yes role', 'ended ended role'],
  ['a cursor', () => ({ type: 'point', document: 1, version: 0, anchor: 0, head: 0 }), 'yes yes yes', 'yes yes yes'],
  ['a check', () => ({ type: 'check', document: 1, version: 0, hash: 0 }), 'yes yes yes', 'yes yes yes'],
  [
    'starter code',
    () => ({ type: 'seed', document: 1, language: 'python', text: '', more: false }),
    'yes yes role',
    'ended ended role',
  ],
  [
    'a file’s name',
    () => ({ type: 'describe', document: 1, name: 'a.py', language: 'python' }),
    'yes yes role',
    'ended ended role',
  ],
  ['a name', () => ({ type: 'rename', name: 'Bob' }), 'yes yes yes', 'ended ended ended'],
  ['a new token', (token) => ({ type: 'refresh', token }), 'yes yes yes', 'yes yes yes'],
  [
    'the start of a run',
    () => ({ type: 'start', request: 1, document: 1, version: 0, language: 'python' }),
    'yes yes role',
    'ended ended role',
  ],
  [
    'output of another’s run',
    () => ({ type: 'print', run: 9, output: [{ kind: 'stdout', text: 'x' }] }),
    'yes yes yes',
    'yes yes yes',
  ],
  [
    'the end of another’s run',
    () => ({ type: 'finish', run: 9, state: 'done', durationMs: 1 }),
    'yes yes yes',
    'yes yes yes',
  ],
  ['a stop', () => ({ type: 'stop', run: 9 }), 'yes yes role', 'ended ended role'],
  ['an answer', () => ({ type: 'answer', run: 9, prompt: 1, text: '' }), 'yes yes role', 'ended ended role'],
  ['a ping', () => ({ type: 'ping', nonce: 1 }), 'yes yes yes', 'yes yes yes'],
  ['an admission', () => ({ type: 'admit', ...nobody }), ONLY_INTERVIEWERS_REACH, ONLY_INTERVIEWERS_REACH],
  ['a refusal to admit', () => ({ type: 'decline', ...nobody }), ONLY_INTERVIEWERS_REACH, ONLY_INTERVIEWERS_REACH],
  ['a removal', () => ({ type: 'remove', ...nobody }), ONLY_INTERVIEWERS_REACH, ONLY_INTERVIEWERS_REACH],
  ['a role', () => ({ type: 'assign', ...nobody, role: 'observer' }), ONLY_INTERVIEWERS_REACH, ONLY_INTERVIEWERS_REACH],
  ['a lock', () => ({ type: 'lock', locked: true }), 'yes role role', 'ended role role'],
  ['an end', () => ({ type: 'end', ended: true }), 'yes role role', 'yes role role'],
  [
    'a new file',
    () => ({ type: 'add-file', request: 1, name: 'b.py', language: '', readonly: false, hidden: false }),
    'yes yes role',
    'ended ended role',
  ],
  [
    'a new file for interviewers',
    () => ({ type: 'add-file', request: 1, name: 'b.py', language: '', readonly: false, hidden: true }),
    'yes role role',
    'ended ended role',
  ],
  ['a file away', () => ({ type: 'remove-file', request: 1, document: 9 }), 'unknown unknown role', 'ended ended role'],
  [
    'a file back',
    () => ({ type: 'restore-file', request: 1, document: 9 }),
    'unknown unknown role',
    'ended ended role',
  ],
  [
    'a file’s place',
    () => ({ type: 'move-file', request: 1, document: 1, index: 0 }),
    'yes yes role',
    'ended ended role',
  ],
  ['the file to run', () => ({ type: 'choose-entry', request: 1, document: 1 }), 'yes yes role', 'ended ended role'],
  [
    'a file read-only',
    () => ({ type: 'protect-file', request: 1, document: 1, readonly: true, hidden: false }),
    'yes role role',
    'ended role role',
  ],
  ['words in the chat', () => post(CHAT_DOCUMENT, { text: 'Hello' }), 'yes yes role yes', 'ended ended role ended'],
  [
    'a proposal',
    () => ({ type: 'propose', request: 1, document: 1, version: 0, why: '', change: insert }),
    'yes yes role yes',
    'ended ended role ended',
  ],
  [
    'a word on a proposal',
    () => ({ type: 'judge', request: 1, proposal: 9, accept: true }),
    'unknown unknown role role',
    'ended ended role role',
  ],
  [
    'words among interviewers',
    () => post(INTERVIEWER_CHAT_DOCUMENT, { text: 'Hello' }),
    'yes unknown unknown',
    'yes unknown unknown',
  ],
  [
    'a moment',
    () => post(MOMENTS_DOCUMENT, { kind: 'good', text: '', file: 'main.py', version: 0 }),
    'yes unknown unknown',
    'yes unknown unknown',
  ],
  ...(['handed in', 'kept'] as const).map((what, index): (typeof MESSAGES)[number] => [
    `a scorecard, ${what}`,
    () => post(SCORES_DOCUMENT + index, { scores: [{ criterion: 'Code', level: 2, evidence: 'x' }] }),
    'yes unknown unknown',
    'yes unknown unknown',
  ]),
  [
    'an edit of scorecards',
    () => ({ type: 'submit', ...edit(SCORES_DOCUMENT) }),
    'role unknown role',
    'role ended role',
  ],
  [
    'a timer',
    () => post(TIMER_DOCUMENT, { phases: [{ name: 'code', minutes: 25 }] }),
    'yes role role',
    'ended role role',
  ],
  ['private time', () => post(FOCUS_DOCUMENT, { start: 5 }), 'role yes role', 'role ended role'],
  ['an offer of private time', () => post(FOCUS_DOCUMENT, { offer: 5 }), 'yes role role', 'ended role role'],
  ['what is watched together', () => post(FOCUS_DOCUMENT, { watch: 0 }), 'yes yes role', 'ended ended role'],
  [
    'activity, where there is a log',
    () => post(ACTIVITY_DOCUMENT, { kind: 'paste', characters: 50, lines: 1, file: 'main.py', line: 1, seconds: 0 }),
    'role invalid unknown',
    'role ended unknown',
  ],
  ['a post to the file', () => post(1, { text: 'Hello' }), 'unknown unknown unknown', 'unknown unknown unknown'],
  ...(['view', 'mark'] as const).map((kind): (typeof MESSAGES)[number] => [
    `a signal: ${kind}`,
    () => ({ type: 'signal', kind, document: 1, version: 0, anchor: 0, head: 0 }),
    'yes yes yes',
    'yes yes yes',
  ]),
  [
    'a signal: look',
    () => ({ type: 'signal', kind: 'look', document: 1, version: 0, anchor: 0, head: 0 }),
    'yes role role',
    'ended role role',
  ],
  ['the draft, shown', () => ({ type: 'draft', show: true }), 'yes role role', 'ended role role'],
];

function withAssistants(outcomes: Outcomes, roles: number): Outcomes {
  const words = outcomes.split(' ');
  return words.length < roles ? `${outcomes} ${words.at(-1)}` : outcomes;
}

type State = 'unlocked' | 'locked' | 'ended' | 'waiting';

/** What answers the message of somebody in this role, with all that comes before the answer to a ping after it. */
async function outcome(role: Role, state: State, message: (token: string) => OutgoingMessage): Promise<string> {
  const w = await World.made({ lobby: state === 'waiting', ai: 'allowed' });
  const token = await w.token(role, 'Ada', 'ada');
  if (state === 'waiting') {
    const me = await w.join({ token });
    await w.until(() => w.sessions[me]?.status === 'waiting');
    const before = await standing(w);
    const heard = await answers(w, me, message(token));
    assert.deepEqual(await standing(w), before, 'who waits changes nothing');
    return heard.every(({ type }) => type === 'pong') ? 'nothing' : heard.map(({ type }) => type).join(' ');
  }
  const me = await w.join({ token });
  await w.until(() => w.sessions[me]?.status === 'live');
  const room = await w.existing();
  if (state === 'locked') room.record.setLocked(true);
  if (state === 'ended') room.record.setEnded(true, Date.now());
  const wire = w.wires[me];
  const heard = await answers(w, me, message(token));
  if (wire?.closeCode) return `closed-${wire.closeCode}`;
  const refused = heard.find((answer) => answer.type === 'refused');
  return refused?.type === 'refused' ? refused.reason : 'yes';
}

async function answers(w: World, index: number, message: OutgoingMessage): Promise<RoomMessage[]> {
  const heard: RoomMessage[] = [];
  const wire = w.wires[index];
  w.record = (of, direction, bytes) => {
    if (of === wire && direction === '<') heard.push(decodeRoomMessage(bytes));
  };
  wire?.send(message);
  wire?.send({ type: 'ping', nonce: 77 });
  const done = () => !wire?.open || wire.closeCode > 0 || heard.some((m) => m.type === 'pong' && m.nonce === 77);
  for (let turn = 0; !done() && turn < 1_000; turn++) {
    while (wire && wire.up.length > 0) wire.deliverUp();
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.ok(done(), 'the ping is answered');
  // A token is looked at meanwhile.
  if (message.type === 'refresh') for (let n = 0; n < 20; n++) await new Promise((resolve) => setImmediate(resolve));
  w.record = null;
  return heard;
}

/** All that a message could change. */
async function standing(w: World) {
  const { record, documents, run, roster, lobby } = await w.existing();
  return {
    ...record.state,
    versions: [...documents.values()].map(({ version, name, language }) => [version, name, language]),
    run: run.record,
    people: roster.present(),
    waiting: lobby.knocks,
  };
}

describe('messages', () => {
  it('are all listed here', () => {
    const listed = new Set(MESSAGES.map(([, message]) => message('').type));
    assert.deepEqual(
      CLIENT_MESSAGE_KINDS.filter((kind) => !listed.has(kind)),
      [],
    );
    for (const [, message] of MESSAGES) assert.ok(decodeClientMessage(encodeClientMessage(message(''))));
  });

  for (const [says, message, unended, ended] of MESSAGES) {
    it(`${says}: ${unended} in an unlocked or locked room, ${ended} in one that has ended`, async () => {
      for (const [state, expected] of [
        ['unlocked', unended],
        ['locked', unended],
        ['ended', ended],
      ] as const) {
        const found = [];
        for (const role of ROLES) found.push(await outcome(role, state, message));
        assert.equal(found.join(' '), withAssistants(expected, ROLES.length), state);
      }
    });

    it(`${says}: no effect from the lobby`, async () => {
      for (const role of ['candidate', 'observer', 'assistant'] as const)
        assert.equal(await outcome(role, 'waiting', message), 'nothing', role);
    });
  }
});

/** For interviewer, candidate, observer and assistant (if not named: as observers): in an unlocked or locked room, in one that has ended, then for those who wait in a lobby. */
type Statuses = readonly [unended: string, ended: string, waiting: string];

const INTERVIEWERS: Statuses = ['200 403 403', '200 403 403', '403 403'];
const INTERVIEWERS_ACT: Statuses = ['204 403 403', '204 403 403', '403 403'];
/** Of a person who is not here. */
const INTERVIEWERS_FIND_NOBODY: Statuses = ['404 403 403', '404 403 403', '403 403'];
const ANYBODY: Statuses = ['200 200 200', '200 200 200', '200 200'];

/** About a question that this room does not have. */
const ASKING: Statuses = ['404 403 403', '409 403 403', '403 403'];

const ROUTES: Readonly<Record<string, Statuses | 'needs no token'>> = {
  'POST /api/rooms': 'needs no token',
  'POST /api/rooms/{id}/token': 'needs no token',
  'GET /healthz': 'needs no token',
  'GET /api/languages': 'needs no token',
  'GET /api/runners': 'needs no token',
  'GET /api/ai': 'needs no token',
  'GET /api/ai/check': 'needs no token',
  'GET /api/questions': INTERVIEWERS,
  'GET /api/questions/{question}': INTERVIEWERS,
  'GET /api/rooms/{id}': ANYBODY,
  'GET /api/rooms/{id}/code': ['200 200 200', '200 200 200', '403 403'],
  'GET /api/rooms/{id}/questions': ['200 200 200', '200 200 200', '403 403'],
  'GET /api/rooms/{id}/questions/{n}': ['404 403 403', '404 403 403', '403 403'],
  'POST /api/rooms/{id}/questions': ['201 403 403', '409 403 403', '403 403'],
  'POST /api/rooms/{id}/questions/{n}/reveal': ASKING,
  'POST /api/rooms/{id}/questions/{n}/return': ASKING,
  'POST /api/rooms/{id}/questions/{n}/hint': ASKING,
  'POST /api/rooms/{id}/questions/{n}/stage': ASKING,
  'DELETE /api/rooms/{id}/questions/{n}': ASKING,
  'POST /api/rooms/{id}/run': ['200 200 403', '409 409 403', '403 403'],
  'POST /api/rooms/{id}/assistant': ['200 200 403', '409 409 403', '403 403'],
  'DELETE /api/rooms/{id}/assistant/{question}': ['404 404 403', '404 404 403', '403 403'],
  'GET /api/rooms/{id}/mine': ['403 200 403', '403 200 403', '403 403'],
  'GET /api/rooms/{id}/replay': INTERVIEWERS,
  'GET /api/rooms/{id}/report': INTERVIEWERS,
  'GET /api/rooms/{id}/diagnostics': INTERVIEWERS,
  'POST /api/rooms/{id}/lock': ['204 403 403', '409 403 403', '403 403'],
  'POST /api/rooms/{id}/help': ['204 403 403', '409 403 403', '403 403'],
  'POST /api/rooms/{id}/unlock': ['204 403 403', '409 403 403', '403 403'],
  'POST /api/rooms/{id}/end': INTERVIEWERS_ACT,
  'POST /api/rooms/{id}/reopen': INTERVIEWERS_ACT,
  'POST /api/rooms/{id}/people/{person}/admit': INTERVIEWERS_FIND_NOBODY,
  'POST /api/rooms/{id}/people/{person}/decline': INTERVIEWERS_FIND_NOBODY,
  'POST /api/rooms/{id}/people/{person}/remove': INTERVIEWERS_FIND_NOBODY,
  'POST /api/rooms/{id}/people/{person}/role': INTERVIEWERS_FIND_NOBODY,
  'POST /api/rooms/{id}/links/{role}': INTERVIEWERS,
  'POST /api/rooms/{id}/links/{role}/reset': INTERVIEWERS,
  'DELETE /api/rooms/{id}/links/{role}': INTERVIEWERS_ACT,
  'POST /api/rooms/{id}/tokens/revoke': INTERVIEWERS_ACT,
  'DELETE /api/rooms/{id}': INTERVIEWERS_ACT,
};

const QUESTION = 'bank-transfers';

const BODIES: Readonly<Record<string, object>> = {
  'POST /api/rooms/{id}/run': { language: 'java', fileName: 'Main.java', code: '' },
  'POST /api/rooms/{id}/assistant': { question: 'Why?' },
  'POST /api/rooms/{id}/questions': { question: QUESTION },
  'POST /api/rooms/{id}/people/{person}/role': { role: 'observer' },
  'POST /api/rooms/{id}/help': { help: 'none' },
  'POST /api/rooms/{id}/tokens/revoke': { jti: 'another' },
};

describe('routes', () => {
  const rooms = new MemoryRooms();
  const reportError = (error: unknown) => {
    throw error;
  };
  const questions = () => readLibrary([OWN_QUESTIONS]).questions;
  const ai = { url: 'http://127.0.0.1:9', model: 'model-1' };
  const services = readServiceSettings('{"java": "piston http://127.0.0.1:9"}');
  const api = createApi({ rooms, roomsPerMinute: 1e6, now: () => rooms.now, reportError, questions, services, ai });

  async function call(route: string, id: string, token?: string): Promise<number> {
    const [method = '', path = ''] = route.split(' ');
    const address = path
      .replace('{id}', id)
      .replace('{person}', 'nobody')
      .replace('{role}', 'observer')
      .replace('assistant/{question}', 'assistant/1')
      .replace('{question}', QUESTION)
      .replace('{n}', '1');
    const body = BODIES[route];
    const headers = {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body && { 'Content-Type': 'application/json' }),
    };
    const response = await api.request(address, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return response.status;
  }

  async function send(path: string, body: object, token = ''): Promise<Record<string, never>> {
    const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
    const response = await api.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
    const text = await response.text();
    assert.ok(response.ok, `${path}: ${text}`);
    return text ? JSON.parse(text) : {};
  }

  /** A new room, since some of what is asked would change one. */
  async function make(state: State): Promise<{ id: string; tokens: Record<Role, string> }> {
    const { id, links } = await send('/api/rooms', { lobby: state === 'waiting', ai: 'allowed' });
    const tokens = {} as Record<Role, string>;
    for (const role of ROLES) {
      // The link of an assistant is made by an interviewer.
      const made =
        role === 'assistant'
          ? (await send(`/api/rooms/${id}/links/assistant`, {}, tokens.interviewer)).link
          : links?.[role];
      const secret = new URL(made ?? '').hash.slice(3);
      tokens[role] = (await send(`/api/rooms/${id}/token`, { secret })).token ?? '';
    }
    return { id: id ?? '', tokens };
  }

  /** Ended or locked when everybody has been inside: then only what they may do there counts. */
  async function status(route: string, role: Role, state: State): Promise<number> {
    const { id, tokens } = await make(state);
    if (state === 'ended') await send(`/api/rooms/${id}/end`, {}, tokens.interviewer);
    return call(route, id, tokens[role]);
  }

  it('are all listed here', () => {
    const { paths = {} } = describeApi(api);
    const known = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
    );
    assert.deepEqual(known.sort(), Object.keys(ROUTES).sort());
    const served = api.routes.filter(({ method, path }) => method !== 'ALL' && path !== '/openapi.json');
    const listed = new Set(known.map((route) => route.replace(/\{(\w+)\}/g, ':$1')));
    assert.deepEqual(
      [...new Set(served.map(({ method, path }) => `${method} ${path}`))].filter((route) => !listed.has(route)),
      [],
    );
  });

  it('are all in the table that people read, with the roles that may', () => {
    const told = rightsTable().flatMap(({ how, roles }) =>
      how.split(', ').flatMap((way) => (/^[A-Z]+ /.test(way) ? [`${way}: ${roles.join(' ')}`] : [])),
    );
    const known = Object.entries(ROUTES).flatMap(([route, statuses]) => {
      if (statuses === 'needs no token') return [];
      const unended = withAssistants(statuses[0], ROLES.length).split(' ');
      const roles = ROLES.filter((_, index) => unended[index] !== '403');
      return [`${route.replace('/api/rooms/{id}', '…')}: ${roles.join(' ')}`];
    });
    assert.deepEqual(told.sort(), known.sort());
  });

  for (const [route, expected] of Object.entries(ROUTES)) {
    if (expected === 'needs no token') continue;
    it(`${route}: ${expected.join(' | ')}`, async () => {
      for (const [index, state] of (['unlocked', 'ended', 'waiting'] as const).entries()) {
        const roles = state === 'waiting' ? (['candidate', 'observer', 'assistant'] as const) : ROLES;
        const found = [];
        for (const role of roles) found.push(await status(route, role, state));
        assert.equal(found.join(' '), withAssistants(expected[index] ?? '', roles.length), state);
      }
    });

    // Of no room; tests/unit/question-api.test.ts has the rest.
    if (route.startsWith('GET /api/questions')) continue;
    it(`${route}: 401 without a token, and with one of another room or an invalid one`, async () => {
      const { id } = await make('unlocked');
      const other = await make('unlocked');
      for (const token of [undefined, 'nonsense', other.tokens.interviewer])
        assert.equal(await call(route, id, token), 401);
    });
  }
});
