/** Invalid addresses are reported with the one that was probably meant, by the session and so on the page. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { it } from 'node:test';
import { sandboxOf, toOrigin } from '../../components/element/server-url.js';
import { addressFault } from '../../components/session/address-fault.js';
import { Session } from '../../components/session/index.js';

const WRONG = [
  ['127.0.0.1:3103', 'http://127.0.0.1:3103'],
  ['localhost:3103', 'http://localhost:3103'],
  ['[::1]:3103', 'http://[::1]:3103'],
  ['rooms.example', 'https://rooms.example'],
  ['rooms.example:8443', 'https://rooms.example:8443'],
  ['//rooms.example', 'https://rooms.example'],
  ['ws://rooms.example', 'https://rooms.example'],
  ['wss://rooms.example:8443/room', 'https://rooms.example:8443'],
  ['ws://localhost:1999', 'http://localhost:1999'],
  ['htps://127.0.0.1:1999', 'http://127.0.0.1:1999'],
  ['https:/rooms.test', 'https://rooms.test'],
  ['https//rooms.test:8443', 'https://rooms.test:8443'],
  ['rooms.test/path?a=1', 'https://rooms.test'],
  [' rooms.test ', 'https://rooms.test'],
  ['https://rooms .test', 'https://rooms.example'],
  ['https://rooms.test:99999', 'https://rooms.example'],
  ['/rooms', 'https://rooms.example'],
  ['javascript:alert(1)', 'https://rooms.example'],
  ['https:', 'https://rooms.example'],
  ['https://', 'https://rooms.example'],
  ['null', 'https://null'],
] as const;

/** Too much behind the name. */
const LONG = [
  ['https://rooms.test/path', 'https://rooms.test'],
  ['https://rooms.test/r/abc?x=1#k=2', 'https://rooms.test'],
  ['https://rooms.test?room=1', 'https://rooms.test'],
  ['https://rooms.test/#k=abc', 'https://rooms.test'],
  ['http://127.0.0.1:1999//', 'http://127.0.0.1:1999'],
  ['https://rooms.test\\path', 'https://rooms.test'],
  ['HTTPS://Rooms.Test:443/.well-known', 'https://rooms.test'],
] as const;

/** What nobody may read again. */
const SECRET = [
  ['https://ann:s3cret@rooms.test', 'https://rooms.test'],
  ['https://s3cret@rooms.test', 'https://rooms.test'],
  ['https://:s3cret@rooms.test', 'https://rooms.test'],
  ['http://ann:s3cret@127.0.0.1:1999/path?x=1', 'http://127.0.0.1:1999'],
  ['https://ann:s3cret@more@rooms.test:8443/a@b', 'https://rooms.test:8443'],
  ['wss://ann:s3cret@rooms.test', 'https://rooms.test'],
  ['//ann:s3cret@rooms.test', 'https://rooms.test'],
  ['ann:s3cret@localhost:1999', 'http://localhost:1999'],
  ['ann:s3cret@rooms.test/path', 'https://rooms.test'],
  ['https://ann:s3cret@', 'https://rooms.example'],
  ['https://ann:s3cret@rooms .test', 'https://rooms.example'],
] as const;

it('each kind of invalid address is named, with the correct form', () => {
  for (const [host, meant] of WRONG) {
    const { message: sentence } = addressFault(host) ?? assert.fail(host);
    assert.ok(sentence.includes(`“${host}” is no address`), sentence);
    assert.ok(sentence.endsWith(`host="${meant}".`), sentence);
    assert.equal(addressFault(meant), null);
  }
  for (const [host, meant] of LONG) {
    const { message: sentence } = addressFault(host) ?? assert.fail(host);
    assert.ok(sentence.includes(`“${host}” is more than the address`), sentence);
    assert.ok(sentence.endsWith(`host="${meant}".`), sentence);
  }
  for (const [host, meant] of SECRET) {
    const { message: sentence } = addressFault(host) ?? assert.fail(host);
    assert.doesNotMatch(sentence, /s3cret|ann/, host);
    assert.match(sentence, /has no name and password in it/, host);
    assert.ok(sentence.endsWith(`host="${meant}".`), sentence);
  }
  for (const host of [
    'https://rooms.example',
    'http://127.0.0.1:3103',
    'HTTPS://rooms.example',
    'https://rooms.example/',
    'https://rooms.example:8443/?#',
    'http://[::1]:1999',
  ])
    assert.equal(addressFault(host), null);
});

it('an element accepts what a session accepts, with whitespace around it', () => {
  for (const [host] of [...WRONG, ...LONG, ...SECRET]) assert.equal(toOrigin(host), null, host);
  assert.equal(toOrigin('\n https://Rooms.example/ '), 'https://rooms.example');
  assert.equal(toOrigin(''), null);
});

it('without a server there is no default sandbox', () => {
  assert.equal(sandboxOf(undefined, null, true), null);
  assert.equal(sandboxOf('/own', null, true), '/own');
  assert.equal(sandboxOf(undefined, 'https://rooms.example', true), 'https://rooms.example/sandbox');
});

it('a session reports it and tries nothing', async () => {
  const session = new Session({ host: '127.0.0.1:3103', room: 'x', WebSocket: class {} });
  const heard: string[] = [];
  session.addEventListener('status', () => heard.push(session.status));
  session.connect();
  await once(session, 'status');
  assert.deepEqual([session.status, heard], ['refused', ['refused']]);
  assert.match(session.refusal, /host="http:\/\/127\.0\.0\.1:3103"/);
  session.close();
});

it('a session that is closed meanwhile is not refused afterwards', async () => {
  const session = new Session({ host: 'https://rooms.example', room: 'no room', WebSocket: class {} });
  session.connect();
  session.close();
  session.connect();
  await once(session, 'status');
  assert.match(session.refusal, /^The name of a room has 1 to 64 letters/);
  session.close();
  session.connect();
  session.close();
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(session.status, 'offline');
});
