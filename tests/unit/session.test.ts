/** A session of its own: what it is given stays as it was. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Session } from '../../components/session/session.js';

it('one object may be the options of several sessions: starter code and token are those of one', () => {
  const options = Object.freeze({ name: 'Ada' });
  const [first, second] = [new Session(options), new Session(options)];
  first.seed({ text: 'print(1)', language: 'python' });
  first.setToken('token');
  assert.deepEqual(
    [first.options.token, second.options.token, second.options.seed, options],
    ['token', undefined, undefined, { name: 'Ada' }],
  );
});

it('a room without the origin of its server is refused where `connect` is called, which may be tried again', () => {
  const session = new Session({ room: 'AAAAAAAAAAAAAAAAAAAAAA' });
  for (const _ of [1, 2]) assert.throws(() => session.connect(), { name: 'TypeError', message: /needs `host`/ });
  assert.equal(session.status, 'offline');
});
