/** A new room keeps to the limits of its server: what they refuse is refused with a sentence, and leaves nothing behind. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OWN_QUESTIONS, readLibrary } from '../../demo/build/read-questions.js';
import { createApi } from '../../party/http/api.js';
import { LIMITS, type Limits } from '../../party/shared/limits.js';
import { MemoryRooms } from './memory-rooms.js';

const { questions } = readLibrary([OWN_QUESTIONS]);

/** `known`: the API has the limits of its rooms, as on one server. */
function server(given: Partial<Limits>, known = true) {
  const limits = { ...LIMITS, batchPaceMs: 0, ...given };
  const rooms = new MemoryRooms({ limits });
  const reportError = (error: unknown) => assert.fail(String(error));
  const library = () => questions;
  const api = createApi({ rooms, now: () => rooms.now, reportError, questions: library, ...(known && { limits }) });
  const make = async (body: object) => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await api.request('/api/rooms', { method: 'POST', headers, body: JSON.stringify(body) });
    type Answer = { detail?: string; id?: string; links?: { candidate: string } };
    const { detail, id, links } = (await answer.json()) as Answer;
    return { status: answer.status, detail, id, links };
  };
  /** The keys of all rooms on the disk. */
  const stored = async () => {
    const all = await Promise.all([...rooms.storages.values()].map((storage) => storage.read('')));
    return all.flatMap((entries) => [...entries.keys()]);
  };
  return { api, rooms, make, stored };
}

const filesOf = (count: number, text = '') =>
  Array.from({ length: count }, (_, index) => ({ name: `${index}.py`, text }));

for (const known of [true, false])
  test(`files and questions beyond a smaller limit are refused ${known ? 'by the API' : 'by the room alone'}`, async () => {
    const { make, stored } = server({ files: 2, questions: 1, fileBytes: 1024, notesBytes: 1024 }, known);
    const { status, detail } = await make({ files: filesOf(3) });
    assert.deepEqual([status, detail], [422, 'A room has at most 2 files; these are 3.']);
    const large = await make({ files: filesOf(1, 'x'.repeat(1025)) });
    assert.deepEqual([large.status, large.detail], [422, 'The file "0.py" is larger than 1 KiB. Make it smaller.']);
    const many = await make({ questions: ['word-index', 'bank-transfers'] });
    assert.deepEqual([many.status, many.detail], [422, 'A room has at most 1 question. Make another room for more.']);
    assert.deepEqual(await stored(), [], 'nothing was begun');
    if (known) assert.equal((await make({ brief: 'x'.repeat(1025) })).status, 413);
    assert.equal((await make({ files: filesOf(2), questions: ['word-index'] })).status, 201);
  });

test('what a room refuses while it is being made is answered by its sentence, and nothing of the room is left', async () => {
  const { make, stored, rooms } = server({ testsBytes: 100 });
  const { status, detail } = await make({ title: 'canary', questions: ['word-index'] });
  assert.equal(status, 413);
  assert.match(detail ?? '', /^The questions of this room/);
  assert.deepEqual(await stored(), []);
  const [id = ''] = rooms.rooms.keys();
  const answer = await rooms.send(id, { type: 'exists' });
  assert.equal(answer.ok ? 200 : answer.status, 404);
  // The same name may be tried again.
  const command = rooms.rooms.get(id) ?? assert.fail();
  assert.equal((await rooms.send(id, { ...command, questions: [] })).ok, true);
});

test('files up to a larger limit of the server come with a new room', async () => {
  const { make } = server({ files: LIMITS.files + 5 });
  assert.equal((await make({ files: filesOf(LIMITS.files + 5) })).status, 201);
  assert.equal((await make({ files: filesOf(LIMITS.files + 6) })).status, 422);
});

test('questions up to a larger limit of the server come with a new room', async () => {
  const most = LIMITS.questions + 2;
  const ids = questions.map(({ id }) => id).slice(0, most + 1);
  assert.equal(ids.length, most + 1);
  const { make } = server({ questions: most, files: 1_000, filesEver: 1_000, testsBytes: 4 * LIMITS.testsBytes });
  assert.equal((await make({ questions: ids.slice(1) })).status, 201);
  const { status, detail } = await make({ questions: ids });
  assert.deepEqual([status, detail], [422, `A room has at most ${most} questions. Make another room for more.`]);
});

test('a name may be as long as the server’s limit says, and is cut there', async () => {
  for (const nameLength of [100, 10]) {
    const { api, make } = server({ nameLength });
    const { id, links } = await make({});
    const secret = new URL(links?.candidate ?? '').hash.slice(3);
    const exchange = async (name: string) => {
      const headers = { 'Content-Type': 'application/json' };
      const about = { method: 'POST', headers, body: JSON.stringify({ secret, name }) };
      const answer = await api.request(`/api/rooms/${id}/token`, about);
      return (await answer.json()) as { token?: string; detail?: string };
    };
    const { token = '' } = await exchange('x'.repeat(4 * nameLength));
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    assert.equal(claims.name, 'x'.repeat(nameLength));
    const { detail } = await exchange('x'.repeat(4 * nameLength + 1));
    assert.equal(detail, `Use a name of at most ${nameLength} characters.`);
  }
});
