/** What a page asks of its room's server: with which token, and what it rejects with. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { askAi } from '../../components/element/ask-ai.js';
import { refused } from '../../components/element/call-refused.js';
import { withdraw } from '../../components/element/question-calls.js';
import { Session } from '../../components/session/session.js';
import { CodeRoomError } from '../../components/wording/room-error.js';

const { fetch } = globalThis;
const ADDRESS = { host: 'https://rooms.example', room: 'r' };

describe('A call of the element to its server', () => {
  let sent: (string | null)[] = [];

  beforeEach(() => {
    sent = [];
    globalThis.fetch = async (_url, init) => {
      sent.push(new Headers(init?.headers).get('Authorization'));
      return new Response('{"type":"end"}\n');
    };
  });

  afterEach(() => {
    globalThis.fetch = fetch;
  });

  const ways = {
    'about questions': (tokens: { token?: string; getToken?: () => Promise<string> }) =>
      withdraw({ ...ADDRESS, ...tokens, session: undefined }, 1),
    'to the AI': (tokens: { token?: string; getToken?: () => Promise<string> }) =>
      askAi(new Session({ ...ADDRESS, ...tokens }), 'Why?', undefined, { taken() {}, text() {} }, AbortSignal.abort()),
  };

  for (const [name, call] of Object.entries(ways))
    it(`${name} has the token of getToken, and without that the token given`, async () => {
      await call({ token: 'run-out', getToken: async () => 'new' });
      await call({ token: 'given' });
      assert.deepEqual(sent, ['Bearer new', 'Bearer given']);
    });

  it('rejects with a CodeRoomError, whatever a function of the page has rejected with', () => {
    for (const cause of [undefined, null, 'no', new Error('no')]) assert.throws(() => refused(cause), CodeRoomError);
  });
});
