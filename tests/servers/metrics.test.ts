/** Observability: each request is in log and counters, without code, names or secrets. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import WebSocket from 'ws';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';
import { engines } from '../engines.js';

const key = 'a key for prometheus'.replaceAll(' ', '-');

for (const name of engines) {
  describe(`observability on ${name}`, () => {
    const lines: string[] = [];
    let engine: Engine;
    before(async () => {
      engine = await startEngine({
        engine: name,
        vars: { CODE_ROOM_METRICS: key, CODE_ROOM_OPEN: '1' },
        log: (line) => lines.push(line),
      });
    });
    after(() => engine.stop());

    const post = (path: string, body: unknown, headers = {}) =>
      fetch(engine.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });

    async function logged(id: string): Promise<Record<string, unknown>> {
      for (const end = Date.now() + 5000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 10))) {
        const line = lines.find((one) => one.includes(id));
        if (line) return JSON.parse(line) as Record<string, unknown>;
      }
      throw new Error(`${id} is not in the log:\n${lines.join('\n')}`);
    }

    it('a request’s id is in its answer and in the log; a given one is used', async () => {
      const made = (await fetch(`${engine.url}/healthz`)).headers.get('x-request-id') ?? '';
      assert.match(made, /^[0-9a-f-]{36}$/);
      const about = await logged(made);
      assert.deepEqual([about.event, about.method, about.route, about.status], ['request', 'GET', '/healthz', 200]);
      const headers = { 'x-request-id': 'from-a-proxy-1' };
      assert.equal((await fetch(engine.url, { headers })).headers.get('x-request-id'), 'from-a-proxy-1');
      const forged = { 'x-request-id': '{"level":"error"}' };
      assert.match((await fetch(engine.url, { headers: forged })).headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/);
    });

    it('neither code nor secrets nor whole room ids are logged', async () => {
      const made = await post('/api/rooms', { title: 'canary-title', code: 'canary-code', brief: 'canary-brief' });
      const { id, links } = (await made.json()) as { id: string; links: { candidate: string } };
      const secret = new URL(links.candidate).hash.slice(3);
      const answer = await post(`/api/rooms/${id}/token`, { secret, name: 'canary-name' });
      const { token, personKey } = (await answer.json()) as { token: string; personKey: string };
      const read = await fetch(`${engine.url}/api/rooms/${id}/code?canary-query`, {
        headers: { authorization: `Bearer ${token}` },
      });
      assert.equal(read.status, 200);
      const about = await logged(read.headers.get('x-request-id') ?? '');
      assert.deepEqual([about.route, about.room], ['/api/rooms/{id}/code', id.slice(0, 6)]);
      for (const canary of ['canary', id, secret, token, personKey])
        assert.equal(lines.join('\n').includes(canary), false, canary);
    });

    it('open sockets are counted, and not when they are closed', async () => {
      const count = async () => {
        const metrics = await fetch(`${engine.url}/metrics`, { headers: { authorization: `Bearer ${key}` } });
        const gauges = (await metrics.text()).matchAll(/^code_room_(?:connections|rooms_in_use) (\d+)$/gm);
        return [...gauges].map(([, value]) => Number(value)).join();
      };
      const counted = async (wanted: string) => {
        for (const end = Date.now() + 5000; (await count()) !== wanted; )
          if (Date.now() > end) throw new Error(`${await count()} is not ${wanted}.`);
      };
      await counted('0,0');
      const sockets = ['one', 'one', 'two'].map(
        (room) => new WebSocket(`${engine.url.replace('http', 'ws')}/parties/main/${room}`),
      );
      await counted('3,2');
      for (const socket of sockets) socket.close(1000);
      await counted('0,0');
    });

    it('metrics need the key', async () => {
      assert.equal((await fetch(`${engine.url}/metrics`)).status, 401);
      for (let n = 0; n < 3; n++) await fetch(`${engine.url}/nowhere/${n}`);
      // No number of made-up addresses takes the place of a real one.
      for (const end of ['a', 'b/c', 'token/x', 'd"e', '%22']) {
        for (const path of ['/docs', '/r/x', '/api/rooms/x', '/api/rooms', '/sandbox'])
          await fetch(`${engine.url}${path}/${end}`, { headers: { Origin: 'null' } });
      }
      const metrics = await fetch(`${engine.url}/metrics`, { headers: { authorization: `Bearer ${key}` } });
      assert.match(metrics.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
      const text = await metrics.text();
      assert.match(text, /^code_room_requests_total\{method="GET",route="other",status="404"\} 3$/m);
      const routes = new Set([...text.matchAll(/route="([^"]*)"/g)].map(([, route]) => route));
      for (const route of routes)
        assert.match(route ?? '', /^(other|(\/api\/rooms|\/r)(\/\{id\}(\/(…|token|code))?)?|\/[a-z]*)$/);
      for (const line of text.trim().split('\n'))
        assert.match(line, /^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*(\{id\}[^}]*)?\})? [\d.]+)$/);
    });
  });
}
