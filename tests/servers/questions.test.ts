/** The question library on a real server: in its bundle, and not among its files. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { listFiles } from '../../demo/build/files.mjs';
import { startEngine } from '../../demo/engine/engine.mjs';
import { readQuestions } from '../../demo/settings.mjs';
import { engines } from '../engines.js';

for (const engine of engines) {
  describe(`the question library on ${engine}`, () => {
    it('is offered, with hidden parts only for interviewers, and no file of the site contains any of it', async () => {
      const own = await readQuestions(undefined);
      const server = await startEngine({ engine });
      try {
        const call = async (path: string, token?: string, body?: object) => {
          const response = await fetch(server.url + path, {
            method: body ? 'POST' : 'GET',
            headers: { ...(token && { Authorization: `Bearer ${token}` }), 'Content-Type': 'application/json' },
            ...(body && { body: JSON.stringify(body) }),
          });
          return { status: response.status, text: await response.text() };
        };
        const { questions } = JSON.parse((await call('/api/questions')).text) as { questions: { id: string }[] };
        assert.deepEqual(
          questions.map(({ id }) => id),
          own.map(({ id }) => id),
        );
        const secret = own.find(({ id }) => id === 'bank-transfers')?.hints[0] ?? assert.fail();
        const made = JSON.parse((await call('/api/rooms', undefined, {})).text);
        const token = async (role: string) => {
          const key = new URL(made.links[role]).hash.slice(3);
          return JSON.parse((await call(`/api/rooms/${made.id}/token`, undefined, { secret: key })).text).token;
        };
        const path = '/api/questions/bank-transfers';
        assert.ok((await call(path, await token('interviewer'))).text.includes(JSON.stringify(secret)));
        assert.equal((await call(path, await token('candidate'))).status, 403);
        assert.ok(!(await call(path)).text.includes(JSON.stringify(secret)));
        for (const file of ['/questions.txt', '/dist/questions.txt']) assert.equal((await call(file)).status, 404);
        const words = secret.slice(0, 30);
        for (const file of listFiles('dist/site').filter((name) => /\.(js|html|txt|json)$/.test(name)))
          assert.ok(!readFileSync(join('dist/site', file), 'utf8').includes(words), file);
      } finally {
        await server.stop();
      }
    });
  });
}
