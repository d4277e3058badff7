/** The question library over HTTP: search, and who may read hidden parts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OWN_QUESTIONS, readLibrary } from '../../demo/build/read-questions.js';
import { type ApiOptions, createApi } from '../../party/http/api.js';
import type { Role } from '../../party/shared/roles.js';
import { MemoryRooms } from './memory-rooms.js';

const { questions } = readLibrary([OWN_QUESTIONS]);
const KEY = 'a-key-that-nobody-guesses';

function server(options: Partial<ApiOptions> = {}) {
  const rooms = new MemoryRooms();
  let reads = 0;
  const reportError = (error: unknown) => assert.fail(String(error));
  const library = () => {
    reads++;
    return questions;
  };
  const api = createApi({ rooms, now: () => rooms.now, reportError, questions: library, ...options });
  const call = async (path: string, token?: string, body?: object, method = body ? 'POST' : 'GET') => {
    const headers = {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body && { 'Content-Type': 'application/json' }),
    };
    const response = await api.request(path, {
      headers,
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: response.status === 204 ? null : await response.json() };
  };
  const tokens = async (): Promise<Record<Role, string>> => {
    const { json } = await call('/api/rooms', options.makers, {});
    const found = {} as Record<Role, string>;
    for (const [role, link] of Object.entries(json.links) as [Role, string][]) {
      const secret = new URL(link).hash.slice(3);
      found[role] = (await call(`/api/rooms/${json.id}/token`, undefined, { secret })).json.token;
    }
    return found;
  };
  return { call, tokens, reads: () => reads };
}

const ids = ({ json }: { json: { questions: { id: string }[] } }) => json.questions.map(({ id }) => id);

describe('the question library', () => {
  it('is loaded at first use, and once', async () => {
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

  it('shows clients without a token what a candidate sees first, and no more', async () => {
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

  it('with a key is open to the key and to interviewers only', async () => {
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

describe('questions over HTTP', () => {
  async function room(about: object = {}) {
    const { call } = server();
    const { json } = await call('/api/rooms', undefined, about);
    const tokenOf = async (role: Role) => {
      const secret = new URL(json.links[role]).hash.slice(3);
      return (await call(`/api/rooms/${json.id}/token`, undefined, { secret })).json.token as string;
    };
    const [interviewer, candidate] = [await tokenOf('interviewer'), await tokenOf('candidate')];
    const path = `/api/rooms/${json.id}/questions`;
    const post = (more: string, body: object = {}, token = interviewer) => call(path + more, token, body);
    const get = (more = '', token = interviewer) => call(path + more, token);
    const take = (more: string, token = interviewer) => call(path + more, token, undefined, 'DELETE');
    const code = async () => (await call(`/api/rooms/${json.id}/code`, candidate)).json.files as { name: string }[];
    return { post, get, take, code, candidate, call, id: json.id };
  }

  it('are asked by id, in a language, and the room gets their files', async () => {
    const { post, get, code, candidate } = await room();
    const { status, json } = await post('', { question: 'bank-transfers', language: 'typescript' });
    assert.equal(status, 201);
    assert.deepEqual([json.n, json.language, json.current, json.hints[0].at], [1, 'typescript', true, null]);
    assert.ok(json.askedAt > 0);
    assert.ok((await code()).length > 0);
    const theirs = (await get('', candidate)).json.questions;
    assert.deepEqual(theirs, [
      { n: 1, title: 'Bank transfers', language: 'typescript', current: true, hints: [], stage: 0 },
    ]);
    assert.equal((await get()).json.questions[0].followUps.length > 0, true);
    assert.ok((await get('/1')).json.languages.python.solution.length > 0);
    assert.equal((await get('/1', candidate)).status, 403);
  });

  it('as whole JSON are refused with a sentence per fault, or go through all steps', async () => {
    const { post, get } = await room();
    const own = { ...questions.find(({ id }) => id === 'bank-transfers'), id: 'our-own', title: 'Our own' };
    const faulty = await post('', { question: { ...own, level: 9, hints: 'none' } });
    assert.equal(faulty.status, 422);
    assert.match(faulty.json.detail, /^The question cannot be asked\. question\.json: "level" must be/);
    assert.equal(faulty.json.errors.length, 2);
    const waiting = await post('', { question: own, reveal: false });
    assert.deepEqual([waiting.status, waiting.json.askedAt], [201, null]);
    const shown = await post('/1/reveal', { language: 'javascript' });
    assert.deepEqual([shown.status, shown.json.language, shown.json.current], [200, 'javascript', true]);
    assert.ok((await post('/1/hint')).json.hints[0].at > 0);
    assert.ok((await post('/1/stage')).json.stages[0].at > 0);
    await post('', { question: 'word-index' });
    assert.equal((await post('/1/return')).json.current, true);
    assert.deepEqual(
      (await get()).json.questions.map((one: { id: string; current: boolean }) => [one.id, one.current]),
      [
        ['our-own', true],
        ['word-index', false],
      ],
    );
  });

  it('that wait are taken out again by interviewers', async () => {
    const { post, get, take, candidate } = await room({ questions: ['word-index', 'bank-transfers'] });
    assert.equal((await take('/1', candidate)).status, 403);
    assert.equal((await take('/1')).status, 204);
    assert.equal((await take('/1')).status, 404);
    assert.deepEqual(
      (await get()).json.questions.map(({ id }: { id: string }) => id),
      ['bank-transfers'],
    );
    await post('/2/reveal', {});
    const seen = await take('/2');
    assert.deepEqual(
      [seen.status, seen.json.title, seen.json.detail],
      [409, 'Not possible now', 'Everybody has seen “Bank transfers”: it stays in this room.'],
    );
  });

  it('are refused with a sentence that says what to do', async () => {
    const { post, candidate } = await room();
    for (const [body, status, sentence] of [
      [{}, 422, /Send the id of a question/],
      [{ question: 7 }, 422, /Send the id of a question/],
      [{ question: 'nothing' }, 422, /There is no question "nothing" in the library\./],
      [{ question: 'overdue-books', language: 'python' }, 422, /can be asked in sql\. Choose one of these\./],
      [{ question: 'overdue-books', language: 'klingon' }, 422, /Choose one of the languages/],
      [{ question: 'overdue-books', show: true }, 422, /There is no field "show"/],
    ] as const) {
      const answer = await post('', body);
      assert.equal(answer.status, status, JSON.stringify(body));
      assert.match(answer.json.detail, sentence);
    }
    // A candidate does not learn what there is.
    for (const id of ['nothing', 'overdue-books'])
      assert.equal((await post('', { question: id }, candidate)).status, 403);
    assert.equal((await post('/x/hint')).status, 422);
    assert.equal((await post('/1/hint')).status, 404);
  });

  it('are prepared in a room that is created with some', async () => {
    const { get, code, candidate, post } = await room({ questions: ['word-index', 'bank-transfers'] });
    assert.deepEqual((await get('', candidate)).json.questions, []);
    assert.equal((await code()).length, 1);
    assert.deepEqual(
      (await get()).json.questions.map(({ n, id }: { n: number; id: string }) => [n, id]),
      [
        [1, 'word-index'],
        [2, 'bank-transfers'],
      ],
    );
    assert.equal((await post('/2/reveal')).json.current, true);
    const { call } = server();
    for (const [ids, sentence] of [
      [['nothing'], /There is no question "nothing"/],
      [['word-index', 'word-index'], /named twice/],
      [Array.from({ length: 21 }, () => 'word-index'), /at most 20 questions/],
    ] as const) {
      const { status, json } = await call('/api/rooms', undefined, { questions: ids });
      assert.equal(status, 422);
      assert.match(json.detail, sentence);
    }
  });

  it('are in the report and in a candidate’s download', async () => {
    const { post, call, id, candidate } = await room();
    await post('', { question: 'word-index' });
    await post('', { question: 'bank-transfers' });
    await post('/2/hint');
    const mine = await call(`/api/rooms/${id}/mine`, candidate);
    assert.deepEqual(
      mine.json.questions.map(({ title, files }: { title: string; files: object[] }) => [title, files.length > 0]),
      [
        ['Word index', true],
        ['Bank transfers', true],
      ],
    );
    assert.doesNotMatch(JSON.stringify(mine.json), /followUps|rubric/);
  });
});
