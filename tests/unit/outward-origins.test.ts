/** Origins that rooms on PartyKit's engine may call: all that the settings name, however their JSON is written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serviceOrigins, webhookAndKeyOrigins } from '../../demo/engine/outward-origins.mjs';

/** As PHP writes JSON, and as nobody does. */
const WAYS = [
  (json: string) => json,
  (json: string) => json.replaceAll('/', '\\/'),
  (json: string) => json.replaceAll('/', '\\u002f').replaceAll(':2', '\\u003a2'),
];

for (const [n, written] of WAYS.entries()) {
  test(`services are those of the settings, written in way ${n}`, () => {
    const runners = {
      'java go': ' piston  http://127.0.0.1:2000 ',
      rust: { service: 'judge0', url: 'https://judge.example/path', key: 'X-Key: secret' },
    };
    const vars = { CODE_ROOM_RUNNERS: written(JSON.stringify(runners)), CODE_ROOM_AI_URL: 'https://ai.example/v1' };
    assert.deepEqual([...serviceOrigins(vars)].sort(), [
      'http://127.0.0.1:2000',
      'https://ai.example',
      'https://judge.example',
    ]);
    assert.deepEqual([...webhookAndKeyOrigins(vars)], []);
  });

  test(`receivers and keys of teams are those of the settings, written in way ${n}`, () => {
    const issuers = [
      { iss: 'team', jwks: 'http://localhost:2001/jwks.json' },
      { iss: 'other', secret: 'x'.repeat(32) },
    ];
    const vars = {
      CODE_ROOM_ISSUERS: written(JSON.stringify(issuers)),
      CODE_ROOM_WEBHOOK: 'https://hook.example/path',
    };
    assert.deepEqual([...webhookAndKeyOrigins(vars)].sort(), ['http://localhost:2001', 'https://hook.example']);
    assert.deepEqual([...serviceOrigins(vars)], []);
  });
}

test('without settings, or with such as cannot be read, nothing can be called', () => {
  const none = { CODE_ROOM_RUNNERS: '{', CODE_ROOM_ISSUERS: 'https://a.example', CODE_ROOM_AI_URL: 'ftp://a.example' };
  for (const vars of [{}, none]) assert.deepEqual([...serviceOrigins(vars), ...webhookAndKeyOrigins(vars)], []);
});
