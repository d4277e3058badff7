/** The question library on the host's pages: in the form for a room and in the interviewer panel. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OWN_QUESTIONS, readLibrary } from '../../demo/build/read-questions.js';
import { createSite } from '../../demo/server/site.js';
import { createApi } from '../../party/http/api.js';
import type { Role } from '../../party/shared/roles.js';
import { MemoryRooms } from './memory-rooms.js';

const { questions } = readLibrary([OWN_QUESTIONS]);

function host(makers?: string) {
  const rooms = new MemoryRooms();
  const reportError = (error: unknown) => assert.fail(String(error));
  const api = createApi({
    rooms,
    reportError,
    makers,
    roomsPerMinute: 1e6,
    now: () => rooms.now,
    questions: () => questions,
  });
  const sandbox = async () => new Response('sandbox');
  const site = createSite({ api, rooms, sandbox, open: true, needsKey: makers !== undefined, reportError });
  const call = async (path: string, form?: [string, string][], token?: string) => {
    const headers = { 'HX-Request': 'true', ...(token && { Authorization: `Bearer ${token}` }) };
    const body = form && { method: 'POST', body: new URLSearchParams(form) };
    const response = await site.request(`http://host.test${path}`, { headers, ...body });
    return { status: response.status, text: await response.text() };
  };
  /** A room with these questions, and a token for each role. */
  const room = async (ids: string[]) => {
    const made = await call(
      '/rooms',
      ids.map((id) => ['questions', id]),
    );
    const links = [...made.text.matchAll(/href="([^"]+)" id="link-(\w+)"/g)];
    const tokens = {} as Record<Role, string>;
    const id = new URL(links[0]?.[1] ?? '').pathname.slice(3);
    for (const [, link = '', role] of links) {
      const body = JSON.stringify({ secret: new URL(link).hash.slice(3) });
      const headers = { 'Content-Type': 'application/json' };
      const answer = await api.request(`/api/rooms/${id}/token`, { method: 'POST', headers, body });
      tokens[role as Role] = ((await answer.json()) as { token: string }).token;
    }
    return { id, tokens, made };
  };
  return { call, room };
}

describe('the question library in the form for a room', () => {
  it('can be searched, and chosen questions stay chosen', async () => {
    const { call } = host();
    const first = await call('/questions', [['all', '1']]);
    assert.match(first.text, /<option>joins<\/option>/);
    assert.equal(first.text.match(/name="questions"/g)?.length, questions.length);
    const found = await call('/questions', [
      ['q', 'bank'],
      ['topic', ''],
      ['questions', 'word-index'],
      ['questions', 'free-slots'],
    ]);
    const boxes = [...found.text.matchAll(/value="([\w-]+)"[^>]*?( checked)?>/g)].map(
      ([, id, on]) => `${id}${on ?? ''}`,
    );
    assert.deepEqual(boxes.slice(0, 2).sort(), ['free-slots checked', 'word-index checked']);
    assert.ok(boxes.includes('bank-transfers'));
    assert.ok(boxes.length < 8);
    assert.match((await call('/questions', [['q', 'zzzzzz']])).text, /No question is like that\./);
  });

  it('creates a room with prepared questions, and says so; a refused form keeps them', async () => {
    const { call, room } = host();
    const { made } = await room(['word-index', 'free-slots']);
    assert.equal(made.status, 201);
    assert.match(made.text, /2 questions wait in the interviewer panel/);
    const refused = await call('/rooms', [
      ['questions', 'word-index'],
      ['retentionHours', '0'],
    ]);
    assert.equal(refused.status, 422);
    assert.match(refused.text, /value="word-index"[^>]* checked/);
  });

  it('keeps them in a form refused for its key, too, though nobody may read them without one', async () => {
    const { call } = host('a-key-that-nobody-guesses');
    const refused = await call('/rooms', [
      ['questions', 'word-index'],
      ['questions', '"><b>'],
      ['key', 'wrong'],
    ]);
    assert.equal(refused.status, 401);
    for (const id of ['word-index', '&quot;&gt;&lt;b&gt;'])
      assert.match(refused.text, new RegExp(`<input type="checkbox" name="questions" value="${id}" hidden checked>`));
    assert.doesNotMatch(refused.text, /Word index/);
  });

  it('shows a question without its hidden parts, and says where those are', async () => {
    const { call } = host();
    for (const { text, status } of [
      await call('/questions/bank-transfers'),
      await call('/questions/bank-transfers', []),
    ]) {
      assert.equal(status, 200);
      assert.match(text, /Finish the class <code>Bank<\/code>/);
      assert.match(text, /stand in the interviewer panel of a room/);
      assert.doesNotMatch(text, /Hidden tests<|Solution|Which questions have to be answered/);
    }
    assert.equal((await call('/questions/nothing')).status, 404);
    assert.match((await call('/questions?q=bank')).text, /Bank transfers/);
  });

  it('asks for the server’s key where there is one, and shows everything with it', async () => {
    const { call } = host('a-key-that-nobody-guesses');
    assert.equal((await call('/questions')).status, 401);
    assert.equal((await call('/questions?level=9')).status, 422, 'the key would not help');
    assert.match((await call('/questions', [['key', 'wrong']])).text, /role="alert"/);
    assert.doesNotMatch((await call('/questions', [['key', 'wrong']])).text, /Bank transfers/);
    const key: [string, string] = ['key', 'a-key-that-nobody-guesses'];
    assert.match((await call('/questions', [key])).text, /Bank transfers/);
    assert.match((await call('/questions/bank-transfers', [key])).text, /Solution/);
  });
});

describe('the questions of the interviewer panel', () => {
  it('are for interviewers: others get neither the room’s nor the library', async () => {
    const { call, room } = host();
    const { id, tokens } = await room(['word-index']);
    for (const path of ['questions', 'questions/asked', 'questions/1', 'library', 'library/word-index']) {
      assert.equal((await call(`/r/${id}/desk/${path}`, undefined, tokens.interviewer)).status, 200, path);
      for (const token of [tokens.candidate, tokens.observer, '']) {
        const { status, text } = await call(`/r/${id}/desk/${path}`, undefined, token);
        assert.ok(status === 403 || status === 401, `${path} ${status}`);
        assert.doesNotMatch(text, /Word index/, path);
      }
    }
  });

  it('are shown, asked, returned to and given hints, each with the current list', async () => {
    const { call, room } = host();
    const { id, tokens } = await room(['bank-transfers']);
    const post = (path: string, form: [string, string][] = []) =>
      call(`/r/${id}/desk/questions${path}`, form, tokens.interviewer);
    assert.match((await post('/1/reveal', [['language', 'javascript']])).text, /Now<\/span><span[^>]*>JavaScript/);
    const picked = await call(`/r/${id}/desk/library/word-index`, undefined, tokens.interviewer);
    assert.match(picked.text, /<option value="javascript" selected>/);
    const asked = await post('', [
      ['question', 'word-index'],
      ['language', 'python'],
      ['reveal', 'now'],
    ]);
    assert.match(asked.text, /Return to it/);
    const waiting = await post('', [
      ['question', 'free-slots'],
      ['language', 'python'],
      ['reveal', 'later'],
    ]);
    assert.match(waiting.text, /Waits/);
    assert.match((await post('/1/return')).text, /Give hint 1 of 3/);
    assert.match((await post('/1/hint')).text, /Give hint 2 of 3/);
    assert.match((await post('/1/stage')).text, /Hints \(1 of 3 given\)/);
    const again = await post('/1/stage');
    assert.match(again.text, /role="alert"[^>]*>All parts have been shown\./);
    assert.match((await call(`/r/${id}/desk/library`, undefined, tokens.interviewer)).text, /In this room/);
  });
});
