/** An address that is none is told as one, with the one that was meant: on the session, so on the page, too. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addressFault } from '../../components/session/address.js';
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

it('each form of a wrong address is named, with what to write', () => {
  for (const [host, meant] of WRONG) {
    const sentence = addressFault(host) ?? assert.fail(host);
    assert.ok(sentence.includes(`“${host}” is no address`), sentence);
    assert.ok(sentence.endsWith(`host="${meant}".`), sentence);
    assert.equal(addressFault(meant), null);
  }
  for (const host of [
    'https://rooms.example',
    'http://127.0.0.1:3103',
    'HTTPS://rooms.example',
    'https://rooms.example/',
  ])
    assert.equal(addressFault(host), null);
});

it('a session says it and tries nothing', () => {
  const session = new Session({ host: '127.0.0.1:3103', room: 'x', WebSocket: class {} });
  const heard: string[] = [];
  session.addEventListener('status', () => heard.push(session.status));
  session.connect();
  assert.deepEqual([session.status, heard], ['refused', ['refused']]);
  assert.match(session.refusal, /host="http:\/\/127\.0\.0\.1:3103"/);
  session.close();
});
