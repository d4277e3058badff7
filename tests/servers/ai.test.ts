/** The AI of a server, through a real one: asked over HTTP, heard by everybody over their sockets, stopped, and its key told nobody. And an agent with a seat, as SESSION.md shows it. */
import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import WebSocket from 'ws';
import { judge, Session } from '../../components/session/index.js';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';
import { readProposals } from '../../party/shared/proposals.js';
import { readTalk } from '../../party/shared/talk.js';
import { engines } from '../engines.js';
import { type AiServiceFixture, startAiService } from '../fixtures/ai-service.js';
import { until } from '../fixtures/sessions.js';

const KEY = 'canary-71c0e5';

for (const engine of engines) {
  describe(`the AI of a server on ${engine}`, () => {
    let service: AiServiceFixture;
    let server: Engine;
    const heard: string[] = [];
    const sessions: Session[] = [];
    before(async () => {
      service = await startAiService();
      server = await startEngine({
        engine,
        vars: { CODE_ROOM_AI_URL: service.url, CODE_ROOM_AI_KEY: KEY, CODE_ROOM_AI_MODEL: 'model-1' },
        log: (line) => heard.push(line),
      });
    });
    after(async () => {
      for (const session of sessions) session.close();
      await server.stop();
      await service.close();
      for (const text of heard) assert.ok(!text.includes(KEY), `the key came out: ${text}`);
    });

    /** Remembers all that its socket hears. */
    class Listening extends WebSocket {
      constructor(...given: ConstructorParameters<typeof WebSocket>) {
        super(...given);
        this.on('message', (data) => heard.push(String(data)));
      }
    }

    const call = async (path: string, token?: string, body?: object, signal?: AbortSignal) => {
      const response = await fetch(server.url + path, {
        method: body ? 'POST' : 'GET',
        headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
        ...(body && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      });
      return response;
    };
    const read = async <T = Record<string, string>>(path: string, token?: string, body?: object): Promise<T> => {
      const text = await (await call(path, token, body)).text();
      heard.push(text);
      return JSON.parse(text) as T;
    };
    const room = async () => {
      const about = { ai: 'allowed', code: 'print(1)\n' };
      const made = await read<{ id: string; links: Record<string, string> }>('/api/rooms', undefined, about);
      const token = async (link: string) =>
        (await read(`/api/rooms/${made.id}/token`, undefined, { secret: new URL(link).hash.slice(3) })).token ?? '';
      const interviewer = await token(made.links.interviewer ?? '');
      const { link = '' } = await read(`/api/rooms/${made.id}/links/assistant`, interviewer, {});
      const candidate = await token(made.links.candidate ?? '');
      return { id: made.id, link, tokens: { interviewer, candidate } };
    };
    const enter = async (id: string, token: string, name: string) => {
      const session = new Session({ host: server.url, room: id, token, name, WebSocket: Listening as never });
      sessions.push(session);
      session.connect();
      await until(() => session.status === 'live', `${name} is in`);
      return session;
    };
    const talk = ({ documents }: Session) => readTalk(documents.talk.text.toString());

    it('answers piece by piece, which everybody hears while it comes; Stop ends it there, too', async () => {
      const { id, tokens } = await room();
      const ada = await enter(id, tokens.interviewer, 'Ada');
      assert.equal(ada.documents.ai.rule, 'allowed');
      const whole = await (await call(`/api/rooms/${id}/assistant`, tokens.candidate, { question: 'Why?' })).text();
      heard.push(whole);
      assert.match(whole, /"type":"end","state":"done"/);
      await until(() => talk(ada)[0]?.answer?.state === 'done', 'the answer is in the talk');
      const stop = new AbortController();
      const slow = await call(`/api/rooms/${id}/assistant`, tokens.candidate, { question: 'SLOW' }, stop.signal);
      const reader = slow.body?.getReader();
      await reader?.read();
      await until(
        () => [...ada.documents.ai.answers.values()].some((text) => text.startsWith('First')),
        'Ada hears the answer while it comes',
      );
      const broken = service.brokenOff;
      stop.abort();
      const question = talk(ada)[1]?.question.id ?? 0;
      const stopped = await fetch(`${server.url}/api/rooms/${id}/assistant/${question}`, {
        method: 'DELETE',
        headers: { Authorization: `Bearer ${tokens.candidate}` },
      });
      assert.equal(stopped.status, 204);
      await until(() => service.brokenOff > broken, 'the request to the AI ends');
      await until(() => talk(ada)[1]?.answer?.text === 'First ', 'what had come is the answer');
      assert.equal((await call(`/api/rooms/${id}/assistant`, tokens.candidate, { question: 'Again?' })).status, 200);
      service.goOn();
      for (const question of ['LOCKED', 'WHISPER'])
        heard.push(await (await call(`/api/rooms/${id}/assistant`, tokens.interviewer, { question })).text());
      await until(() => talk(ada).length === 5 && talk(ada).every(({ answer }) => answer), 'all is answered');
      for (const path of ['replay', 'report'])
        await read(`/api/rooms/${id}/${path}`, tokens.interviewer).catch(() => {});
    });

    it('is checked on the page /runners, by whoever may make rooms', async () => {
      const page = await (await fetch(`${server.url}/runners`, { method: 'POST', body: new URLSearchParams() })).text();
      heard.push(page);
      assert.match(page, /model-1/);
    });

    it('an agent takes a seat with the program of SESSION.md, and proposes', async () => {
      const { id, link, tokens } = await room();
      const ben = await enter(id, tokens.candidate, 'Ben');
      const words = await readFile('components/session/SESSION.md', 'utf8');
      const program = /```js\n(\/\/ agent\.js[\s\S]*?)```/.exec(words)?.[1] ?? '';
      assert.match(program, /session\.propose/);
      // As it stands there, but for where the package is.
      const file = `tests/servers/agent-of-session-${engine}.mjs`;
      const own = pathToFileURL('components/session/index.ts').href;
      await writeFile(file, program.replace("'code-room/session'", JSON.stringify(own)));
      const { spawn } = await import('node:child_process');
      const agent = spawn(process.execPath, ['--import', 'tsx', file, link], {
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      try {
        await until(() => ben.people.some(({ role }) => role === 'assistant'), 'the agent is in', 60_000);
        const end = ben.document.text.length;
        ben.document.edit({ from: end, insert: '# agent: greet\n' });
        const proposals = () => readProposals(ben.documents.proposals.text.toString());
        await until(() => proposals().length === 1, 'the agent proposes');
        assert.equal(ben.document.text.toString(), 'print(1)\n# agent: greet\n');
        await judge(ben.documents, proposals()[0]?.id ?? 0, true);
        await until(() => ben.document.text.toString() === 'print(1)\nprint("Hello!")\n', 'it is accepted');
      } finally {
        agent.kill();
        await rm(file);
      }
    });
  });
}
