/** The help of the editor over HTTP: given with a room, changed by interviewers, told to everybody. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createApi } from '../../party/http/api.js';
import { MemoryRooms } from './memory-rooms.js';

const rooms = new MemoryRooms();
const reportError = (error: unknown) => {
  throw error;
};
const api = createApi({ rooms, roomsPerMinute: 1e6, now: () => rooms.now, reportError });

async function call(method: string, path: string, body?: object, token?: string) {
  const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
  const answer = await api.request(path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const text = await answer.text();
  return { status: answer.status, json: text ? JSON.parse(text) : null, text };
}

async function made(facts: object): Promise<{ id: string; token: string }> {
  const { json } = await call('POST', '/api/rooms', facts);
  const secret = json.links.interviewer.split('#k=')[1];
  const { json: given } = await call('POST', `/api/rooms/${json.id}/token`, { secret });
  return { id: json.id, token: given.token };
}

it('is said with a room and changed by an interviewer; a room that helps in full says nothing of it', async () => {
  const { id, token } = await made({ help: 'none' });
  const told = async () => (await call('GET', `/api/rooms/${id}`, undefined, token)).json.help;
  assert.equal(await told(), 'none');
  assert.equal((await call('POST', `/api/rooms/${id}/help`, { help: 'basic' }, token)).status, 204);
  assert.equal(await told(), 'basic');
  assert.equal((await call('POST', `/api/rooms/${id}/help`, { help: 'full' }, token)).status, 204);
  assert.equal(await told(), undefined);
  const plain = await made({});
  assert.ok(!('help' in (await call('GET', `/api/rooms/${plain.id}`, undefined, plain.token)).json));
});

it('is one of three words', async () => {
  const { id, token } = await made({});
  for (const help of ['some', '', 1, null]) {
    const changed = await call('POST', `/api/rooms/${id}/help`, { help }, token);
    assert.equal(changed.status, 422);
    assert.match(changed.json.errors[0].detail, /"none", "basic" or "full"/);
    assert.equal((await call('POST', '/api/rooms', { help })).status, 422);
  }
});
