/** The library of questions over HTTP: who finds what in it, and who reads hidden parts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OWN_QUESTIONS, readLibrary } from '../../demo/server/questions.js';
import { type ApiOptions, createApi } from '../../party/http/api.js';
import { ROLES, type Role } from '../../party/shared/roles.js';
import { MemoryRooms } from './memory-rooms.js';

const { questions } = readLibrary([OWN_QUESTIONS]);
const KEY = 'a-key-that-nobody-guesses';

function server(options: Partial<ApiOptions> = {}) {
  const rooms = new MemoryRooms();
  let reads = 0;
  const report = (error: unknown) => assert.fail(String(error));
  const library = () => {
    reads++;
    return questions;
  };
  const api = createApi({ rooms, now: () => rooms.now, report, questions: library, ...options });
  const call = async (path: string, token?: string, body?: object) => {
    const headers = {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body && { 'Content-Type': 'application/json' }),
    };
    const response = await api.request(path, {
      headers,
      method: body ? 'POST' : 'GET',
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: await response.json() };
  };
  const tokens = async (): Promise<Record<Role, string>> => {
    const { json } = await call('/api/rooms', options.makers, {});
    const found = {} as Record<Role, string>;
    for (const role of ROLES) {
      const secret = new URL(json.links[role]).hash.slice(3);
      found[role] = (await call(`/api/rooms/${json.id}/token`, undefined, { secret })).json.token;
    }
    return found;
  };
  return { call, tokens, reads: () => reads };
}

const ids = ({ json }: { json: { questions: { id: string }[] } }) => json.questions.map(({ id }) => id);

describe('the library', () => {
  it('is read when somebody first asks for it, and once', async () => {
    const { call, reads } = server();
    assert.equal(reads(), 0);
    const { status, json } = await call('/api/questions');
    assert.equal(status, 200);
    assert.equal(json.questions.length, questions.length);
    assert.deepEqual(json.questions[0], {
      ...{ id: questions[0]?.id, title: questions[0]?.title, level: 1, topics: questions[0]?.topics },
      ...{ minutes: 20, languages: ['python', 'javascript', 'typescript'], stages: 0 },
    });
    assert.ok(json.topics.includes('joins'));
    await call('/api/questions');
    assert.equal(reads(), 1);
  });

  it('is empty where a server has none', async () => {
    const { call } = server({ questions: () => [] });
    assert.deepEqual((await call('/api/questions')).json, { questions: [], topics: [] });
    assert.equal((await call('/api/questions/bank-transfers')).status, 404);
  });

  it('is searched by words, topic and level, together', async () => {
    const { call } = server();
    assert.deepEqual(ids(await call('/api/questions?q=BANK%20transfers')), ['bank-transfers']);
    assert.deepEqual(ids(await call('/api/questions?topic=Joins')), ['overdue-books', 'top-customers']);
    assert.deepEqual(ids(await call('/api/questions?topic=joins&level=2&q=')), ['top-customers']);
    assert.deepEqual(ids(await call('/api/questions?q=nothingofthiskind')), []);
    assert.equal(ids(await call('/api/questions?level=&topic=')).length, questions.length);
    const wrong = await call('/api/questions?level=6');
    assert.equal(wrong.status, 422);
    assert.match(wrong.json.detail, /A level is a number from 1 to 5\./);
  });

  it('shows whoever sends nothing what a candidate sees first, and no more', async () => {
    const { call } = server();
    for (const { id, stages, languages, brief, hints } of questions) {
      const { status, json } = await call(`/api/questions/${id}`);
      assert.equal(status, 200);
      assert.equal(json.brief, brief);
      const text = JSON.stringify(json);
      for (const hint of hints) assert.ok(!text.includes(JSON.stringify(hint).slice(1, -1)), id);
      for (const [language, { hidden, tests, starter }] of Object.entries(languages)) {
        const part = json.languages[language];
        const later = stages.flatMap((stage) => stage.tests ?? []).length;
        assert.equal(part.tests.length, tests.length - later, id);
        assert.equal(
          part.starter.length,
          starter.length - stages.flatMap(({ files }) => files?.[language] ?? []).length,
        );
        assert.deepEqual(Object.keys(part).sort(), ['entry', 'starter', 'tests']);
        assert.ok(hidden.length > 0);
      }
      assert.deepEqual(Object.keys(json).sort(), ['brief', 'id', 'languages', 'level', 'minutes', 'title', 'topics']);
    }
  });

  it('shows interviewers all of it, candidates and observers nothing', async () => {
    const { call, tokens } = server();
    const { interviewer, candidate, observer } = await tokens();
    const { json } = await call('/api/questions/bank-transfers', interviewer);
    assert.deepEqual(
      json,
      questions.find(({ id }) => id === 'bank-transfers'),
    );
    for (const token of [candidate, observer])
      for (const path of ['/api/questions', '/api/questions/bank-transfers'])
        assert.equal((await call(path, token)).status, 403);
    for (const token of ['nonsense', interviewer.slice(0, -4)]) {
      const { status, json } = await call('/api/questions/bank-transfers', token);
      assert.equal(status, 401);
      assert.doesNotMatch(JSON.stringify(json), /account/);
    }
  });

  it('with a key opens to the key and to interviewers alone', async () => {
    const { call, tokens } = server({ makers: KEY });
    const { interviewer, candidate } = await tokens();
    for (const path of ['/api/questions', '/api/questions/bank-transfers']) {
      assert.equal((await call(path)).status, 401);
      assert.equal((await call(path, `${KEY.slice(1)}`)).status, 401);
      assert.equal((await call(path, candidate)).status, 403);
      for (const token of [KEY, interviewer]) assert.equal((await call(path, token)).status, 200);
    }
    assert.ok((await call('/api/questions/bank-transfers', KEY)).json.hints.length > 0);
  });
});
