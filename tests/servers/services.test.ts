/** Programs that run on a service, through a real server: what is asked of the service, Stop, where nobody is led, and what is told of it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import WebSocket from 'ws';
import { Session } from '../../components/session/index.js';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';
import { engines } from '../engines.js';
import { type ProgramService, startProgramService } from '../fixtures/program-service.js';
import { until } from '../fixtures/sessions.js';

const KEY = 'canary-9d02b7';

for (const engine of engines) {
  describe(`programs on a service, from ${engine}`, () => {
    let service: ProgramService;
    let server: Engine;
    const heard: string[] = [];
    const logged: string[] = [];
    before(async () => {
      service = await startProgramService();
      const runners = {
        'go rust': { service: 'piston', url: service.url, key: KEY },
        java: { service: 'judge0', url: service.url, key: KEY },
        ruby: 'piston http://127.0.0.1:9',
      };
      server = await startEngine({
        engine,
        vars: { CODE_ROOM_RUNNERS: JSON.stringify(runners), CODE_ROOM_OPEN: '1' },
        log: (line) => logged.push(line),
      });
    });
    after(async () => {
      await server.stop();
      await service.close();
      for (const text of [...heard, ...logged]) assert.ok(!text.includes(KEY), `the key came out: ${text}`);
    });

    const ask = async (path: string, token?: string, body?: object, signal?: AbortSignal) => {
      const response = await fetch(server.url + path, {
        method: body ? 'POST' : 'GET',
        headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
        ...(body && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      });
      return response;
    };
    const call = async (path: string, token?: string, body?: object) => {
      const response = await ask(path, token, body);
      const text = await response.text();
      heard.push(text, JSON.stringify([...response.headers]));
      return { status: response.status, text };
    };
    const room = async () => {
      const made = JSON.parse((await call('/api/rooms', undefined, {})).text);
      const secret = new URL(made.links.candidate).hash.slice(3);
      const { token } = JSON.parse((await call(`/api/rooms/${made.id}/token`, undefined, { secret })).text);
      return { id: made.id as string, token: token as string };
    };
    const order = (code: string, more: object = {}) => ({ language: 'go', fileName: 'main.go', code, ...more });
    const told = ({ status, text }: { status: number; text: string }) => {
      assert.equal(status, 200, text);
      const lines = text.trim().split('\n');
      return lines.flatMap((line) => {
        const { type, text: said, state } = JSON.parse(line);
        return type === 'wait' ? [] : [said ?? state];
      });
    };

    it('run, by either service, and long answers come whole', async () => {
      const { id, token } = await room();
      const path = `/api/rooms/${id}/run`;
      assert.deepEqual(told(await call(path, token, order('x', { stdin: 'Ada' }))), ['Hello, Ada!\n', 'done']);
      const java = { language: 'java', fileName: 'Main.java', stdin: 'é' };
      assert.deepEqual(told(await call(path, token, order('x', java))), ['Hello, é!\n', 'done']);
      assert.equal(told(await call(path, token, order('lines')))[0].length, 500_000);
      assert.deepEqual(told(await call(path, token, order('whisper'))), [
        'key …\n',
        '…',
        'Ended with exit code 1.',
        'failed',
      ]);
      assert.ok(service.asked.some(({ headers }) => headers.authorization === KEY));
    });

    it('that the service treats badly end with a sentence, and nobody is led elsewhere', async () => {
      const { id, token } = await room();
      const path = `/api/rooms/${id}/run`;
      const cases: [string, RegExp][] = [
        ['away', /leads elsewhere, which is not followed/],
        ['busy', /is busy/],
        ['broken', /status 500: a disk is full/],
        ['page', /something else than JSON/],
        ['endless', /more than 4 MiB/],
      ];
      for (const [code, sentence] of cases) assert.match(told(await call(path, token, order(code)))[0], sentence, code);
      assert.equal(service.inner, 0);
      const ruby = { language: 'ruby', fileName: 'main.rb' };
      assert.match(told(await call(path, token, order('x', ruby)))[0], /the service cannot be reached/);
    });

    it('end at the service when whoever asked stops', async () => {
      const { id, token } = await room();
      const broken = service.brokenOff;
      const stop = new AbortController();
      const answer = await ask(`/api/rooms/${id}/run`, token, order('silent'), stop.signal);
      const reader = answer.body?.getReader();
      await reader?.read();
      const open = () => service.asked.filter(({ body }) => JSON.stringify(body).includes('silent')).length > 0;
      while (!open()) await new Promise((resolve) => setTimeout(resolve, 10));
      stop.abort();
      await assert.rejects(reader?.read() ?? Promise.resolve());
      while (service.brokenOff === broken) await new Promise((resolve) => setTimeout(resolve, 10));
    });

    it('run in open rooms without a token, once somebody is there', async () => {
      assert.equal((await call('/api/rooms/nobody-there/run', undefined, order('x'))).status, 404);
      const session = new Session({ host: server.url, room: 'open-one', WebSocket });
      session.connect();
      try {
        await until(() => session.status === 'live', 'the room opens');
        assert.deepEqual(told(await call('/api/rooms/open-one/run', undefined, order('x', { stdin: 'Bo' }))), [
          ...['Hello, Bo!\n', 'done'],
        ]);
      } finally {
        session.close();
      }
    });

    it('are told of and checked without key or address', async () => {
      assert.deepEqual(
        JSON.parse((await call('/api/languages')).text).languages.map(({ id }: { id: string }) => id),
        ['go', 'rust', 'java', 'ruby'],
      );
      const { runners } = JSON.parse((await call('/api/runners')).text) as {
        runners: { works: boolean; sentence: string }[];
      };
      assert.deepEqual(
        runners.map(({ works }) => works),
        [true, true, true, false],
      );
      for (const path of ['/', '/docs', '/openapi.json', '/embed', '/runners']) await call(path);
    });
  });
}
