/** The AI of a server, over HTTP: who may ask, within which limits, what it is told, what comes of hostile endpoints, and that its key never comes out. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Report } from '../../party/commands/report.js';
import { createApi } from '../../party/http/api.js';
import type { AiRule } from '../../party/shared/ai-rule.js';
import { LIMITS, type Limits } from '../../party/shared/limits.js';
import { type AiServiceFixture, startAiService } from '../fixtures/ai-service.js';
import { MemoryRooms } from './memory-rooms.js';

const KEY = 'canary-9d2e7b';
const HOST = 'http://host.test';

let service: AiServiceFixture;
before(async () => {
  service = await startAiService();
});
after(() => service.close());

interface Line {
  type: 'question' | 'text' | 'wait' | 'end';
  question?: number;
  text?: string;
  state?: string;
  sentence?: string;
}

function host(more: { limits?: Partial<Limits>; makers?: string; url?: string } = {}) {
  const limits = { ...LIMITS, ...more.limits };
  const rooms = new MemoryRooms({ limits: { ...limits, batchPaceMs: 0 } });
  const api = createApi({
    ...{ rooms, limits, roomsPerMinute: 1e6, now: () => rooms.now },
    ai: { url: more.url ?? service.url, model: 'model-1', key: KEY },
    ...(more.makers !== undefined && { makers: more.makers }),
    reportError: (error) => assert.fail(String(error)),
  });
  const call = async (path: string, token?: string, body?: object) => {
    const response = await api.request(HOST + path, {
      method: body ? 'POST' : 'GET',
      headers: {
        Accept: 'application/json',
        ...(body && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const headers = JSON.stringify([...response.headers]);
    assert.ok(!text.includes(KEY) && !headers.includes(KEY), 'the key came out');
    return { status: response.status, text, headers: response.headers };
  };
  const room = async (ai: AiRule = 'allowed', about: object = {}) => {
    const made = JSON.parse((await call('/api/rooms', more.makers, { ai, ...about })).text);
    const tokens: Record<string, string> = {};
    for (const [role, link] of Object.entries<string>(made.links)) {
      const secret = new URL(link).hash.slice(3);
      const body = { secret, name: role === 'candidate' ? 'Ben' : role };
      tokens[role] = JSON.parse((await call(`/api/rooms/${made.id}/token`, undefined, body)).text).token;
    }
    return { id: made.id as string, tokens };
  };
  const ask = (id: string, token: string | undefined, question: string, files?: string[]) =>
    call(`/api/rooms/${id}/assistant`, token, { question, ...(files && { files }) });
  /** As the report has it; the replay, which has it too, is looked through for the key. */
  const talk = async (id: string, interviewer: string | undefined) => {
    await call(`/api/rooms/${id}/replay`, interviewer);
    const { talk = [] } = JSON.parse((await call(`/api/rooms/${id}/report`, interviewer)).text) as Report;
    return talk;
  };
  return { api, rooms, call, room, ask, talk };
}

function told({ status, text }: { status: number; text: string }) {
  assert.equal(status, 200, text);
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const end = lines.at(-1);
  assert.equal(end?.type, 'end');
  const said = lines.map((line) => (line.type === 'text' ? line.text : '')).join('');
  return { said, state: end?.state, sentence: end?.sentence ?? '' };
}

describe('the AI of a server', () => {
  it('answers interviewers and candidates, piece by piece, and everybody finds both in the talk', async () => {
    const { room, ask, talk } = host();
    const { id, tokens } = await room();
    const answer = told(await ask(id, tokens.candidate, 'Why é 😀?'));
    assert.deepEqual(answer, { said: 'You asked: Ben asks: Why é 😀?', state: 'done', sentence: '' });
    assert.equal(told(await ask(id, tokens.interviewer, 'And now?')).state, 'done');
    assert.deepEqual(
      (await talk(id, tokens.interviewer)).map(({ question, answer }) => [
        question.name,
        question.text,
        answer?.text,
        answer?.state,
      ]),
      [
        ['Ben', 'Why é 😀?', 'You asked: Ben asks: Why é 😀?', 'done'],
        ['interviewer', 'And now?', 'You asked: interviewer asks: And now?', 'done'],
      ],
    );
    const { body, key, path } = service.asked.at(-1) ?? {};
    assert.deepEqual([path, key, body?.model, body?.stream], ['/v1/chat/completions', KEY, 'model-1', true]);
    // What was said before is told again.
    assert.deepEqual(
      body?.messages.map(({ role }) => role),
      ['system', 'user', 'assistant', 'user'],
    );
    assert.equal(told(await ask(id, tokens.candidate, 'WHOLE')).said, 'All at once.');
  });

  it('may be given as many names of files as a room has on this server', async () => {
    for (const most of [30, 2]) {
      const { room, ask } = host({ limits: { files: most } });
      const { id, tokens } = await room();
      const names = Array.from({ length: most + 1 }, (_, n) => `${n}.py`);
      assert.equal((await ask(id, tokens.candidate, 'Why?', names.slice(1))).status, 200, `${most}`);
      const { status, text } = await ask(id, tokens.candidate, 'Why?', names);
      assert.deepEqual([status, JSON.parse(text).detail], [422, `A room has at most ${most} files.`]);
    }
  });

  it('is told the task and the files that everybody reads, and nothing that interviewers alone read', async () => {
    const { room, ask } = host();
    const files = [
      { name: 'main.py', text: 'print("shown")\n', entry: true },
      { name: 'helper.py', text: 'x = "helper"\n' },
      { name: 'secret.py', text: 'answer = "canary-file"\n', visibility: 'interviewers' },
    ];
    const tests = [{ name: 'hidden', kind: 'io', stdin: 'canary-test', stdout: '1', hidden: true }];
    const { id, tokens } = await room('required', { files, tests, brief: 'Sort the list.' });
    await ask(id, tokens.interviewer, 'Help', ['main.py', 'secret.py', 'none.py']);
    const some = JSON.stringify(service.asked.at(-1)?.body);
    assert.ok(some.includes('shown') && some.includes('Sort the list.') && !some.includes('helper'));
    await ask(id, tokens.interviewer, 'Help');
    const all = JSON.stringify(service.asked.at(-1)?.body);
    assert.ok(all.includes('shown') && all.includes('helper'));
    for (const sent of [some, all]) assert.ok(!sent.includes('canary'), sent);
  });

  it('is asked by nobody else, and not where it is off', async () => {
    const { room, ask, call } = host();
    const { id, tokens } = await room();
    const before = service.asked.length;
    assert.equal((await ask(id, tokens.observer, 'x')).status, 403);
    assert.equal((await ask(id, undefined, 'x')).status, 401);
    assert.equal((await ask(id, tokens.candidate, '  ')).status, 422);
    assert.equal((await ask(id, tokens.candidate, 'x'.repeat(8_001))).status, 422);
    assert.equal((await ask('there-is-none', tokens.candidate, 'x')).status, 404);
    const off = await room('off');
    const refused = await ask(off.id, off.tokens.candidate, 'x');
    assert.deepEqual(
      [refused.status, JSON.parse(refused.text).detail.slice(0, 27)],
      [403, 'AI is off in this room: who'],
    );
    const { link } = JSON.parse((await call(`/api/rooms/${id}/links/assistant`, tokens.interviewer, {})).text);
    const { token, role } = JSON.parse(
      (await call(`/api/rooms/${id}/token`, undefined, { secret: new URL(link).hash.slice(3) })).text,
    );
    assert.deepEqual([role, (await ask(id, token, 'x')).status], ['assistant', 403]);
    await call(`/api/rooms/${id}/end`, tokens.interviewer, {});
    assert.equal((await ask(id, tokens.candidate, 'x')).status, 409);
    assert.equal(service.asked.length, before);
  });

  it('says in a sentence what went wrong, keeps what had come, and never tells its key', async () => {
    const { room, ask, talk, rooms } = host({ limits: { aiQuestionsPerMinuteEach: 100, aiSilenceMs: 300 } });
    const { id, tokens } = await room();
    for (const [question, said, sentence] of [
      ['LOCKED', '', 'The AI does not accept the key of this server. Tell whoever runs this server.'],
      ['BUSY', '', 'The AI is busy, or this server has used up what it may ask. Try again in a minute.'],
      ['BROKEN', '', 'The AI answered with status 500: a disk is full for …. Ask again.'],
      ['CUT', 'Half an ans', 'The answer broke off. Ask again.'],
      ['ERROR', 'So ', 'The AI broke off: overloaded. Ask again.'],
      ['NONSENSE', '', 'The AI answered with something that is no JSON. Tell whoever runs this server.'],
      ['LINE', '', 'The AI answered with something that is no JSON. Tell whoever runs this server.'],
      ['EDGE', '', `The AI answered with status 400: ${'x'.repeat(290)}…. Tell whoever runs this server.`],
      ['SILENT', '', 'The AI took too long. Ask again.'],
      ['FLOOD', 'x'.repeat(24_000), 'The answer was longer than an answer may be. Ask for less at once.'],
    ] as const) {
      const answer = told(await ask(id, tokens.candidate, question));
      assert.deepEqual(answer, { said, state: 'failed', sentence }, question);
      rooms.now += 10_000;
      const last = (await talk(id, tokens.interviewer)).at(-1)?.answer;
      assert.deepEqual([last?.text, last?.state, last?.sentence], [said, 'failed', sentence]);
    }
    const whole = told(await ask(id, tokens.candidate, 'BRIM'));
    assert.deepEqual(whole, { said: 'x'.repeat(24_000), state: 'done', sentence: '' });
    rooms.now += 10_000;
    assert.equal((await talk(id, tokens.interviewer)).at(-1)?.answer?.text, whole.said);
    assert.match(told(await ask(id, tokens.candidate, 'AWAY')).sentence, /^The AI leads elsewhere/);
    assert.match(told(await ask(id, tokens.candidate, 'PAGE')).sentence, /its address may be wrong/);
    assert.equal(told(await ask(id, tokens.candidate, 'WHISPER')).said, 'The key is …!');
    assert.ok(!JSON.stringify(await talk(id, tokens.interviewer)).includes(KEY));
    const away = host({ url: 'http://127.0.0.1:9' });
    const other = await away.room();
    assert.match(told(await away.ask(other.id, other.tokens.candidate, 'x')).sentence, /^The AI cannot be reached/);
  });

  it('has limits for each person and each room, with a sentence and when to come again', async () => {
    const { room, ask, rooms } = host({ limits: { aiQuestionsPerMinuteEach: 2, aiQuestions: 4 } });
    const { id, tokens } = await room();
    for (let n = 0; n < 2; n++) assert.equal((await ask(id, tokens.candidate, 'x')).status, 200);
    const busy = await ask(id, tokens.candidate, 'x');
    assert.deepEqual([busy.status, busy.headers.get('Retry-After')], [429, '30']);
    assert.match(JSON.parse(busy.text).detail, /Too many questions for the AI/);
    assert.equal((await ask(id, tokens.interviewer, 'x')).status, 200, 'another person is not held up');
    rooms.now += 30_000;
    assert.equal((await ask(id, tokens.candidate, 'x')).status, 200);
    rooms.now += 60_000;
    const over = await ask(id, tokens.candidate, 'x');
    assert.deepEqual([over.status, /asked the AI 4 questions/.test(over.text)], [403, true]);
  });

  it('ends at the service when the request ends; what had come stays in the talk', async () => {
    const { room, api, ask, talk, rooms } = host();
    const { id, tokens } = await room();
    const broken = service.brokenOff;
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${tokens.candidate}` };
    const body = JSON.stringify({ question: 'SLOW' });
    const answer = await api.request(`${HOST}/api/rooms/${id}/assistant`, { method: 'POST', headers, body });
    const reader = answer.body?.getReader();
    const decoder = new TextDecoder();
    for (let seen = ''; !seen.includes('First'); ) seen += decoder.decode((await reader?.read())?.value);
    assert.equal((await ask(id, tokens.candidate, 'x')).status, 429, 'one at once');
    await reader?.cancel();
    while (service.brokenOff === broken) await new Promise((go) => setTimeout(go, 5));
    const interviewer = tokens.interviewer;
    let [turn] = await talk(id, interviewer);
    for (let n = 0; n < 50 && !turn?.answer; n++) {
      rooms.now += 10_000;
      [turn] = await talk(id, interviewer);
    }
    assert.deepEqual([turn?.answer?.text, turn?.answer?.state], ['First ', 'stopped']);
    assert.equal((await ask(id, tokens.candidate, 'x')).status, 200);
    service.goOn();
  });

  it('is checked by whoever may make rooms', async () => {
    const { call } = host({ makers: 'a-long-enough-key' });
    assert.deepEqual(JSON.parse((await call('/api/ai')).text), { available: true });
    assert.equal((await call('/api/ai/check')).status, 401);
    const found = JSON.parse((await call('/api/ai/check', 'a-long-enough-key')).text);
    assert.deepEqual([found.available, found.works, found.model, found.sentence], [true, true, 'model-1', '']);
  });
});
