/** A room that goes on from a replay: what is asked of the API, with the server's key where it needs one. */
import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { requestRoom } from '../../demo/site/continue-room.js';
import { createApi } from '../../party/http/api.js';
import { MemoryRooms } from './memory-rooms.js';

const FILES = [
  { name: 'main.py', language: 'python', text: 'print(1)' },
  { name: 'notes.txt', language: '', text: '' },
  { name: 'rubric.md', language: 'markdown', text: 'x', visibility: 'interviewers' as const },
];

/** Answers what the page asks for, as a host with this key. */
function served(makers?: string): MemoryRooms {
  const rooms = new MemoryRooms();
  const api = createApi({ rooms, makers, reportError: (error) => assert.fail(String(error)) });
  mock.method(globalThis, 'fetch', (path: string, init: RequestInit) => api.request(`http://host.test${path}`, init));
  return rooms;
}

describe('a room that goes on from a replay', () => {
  afterEach(() => mock.restoreAll());

  it('has the files as they were, and those of interviewers stay theirs', async () => {
    const rooms = served();
    const made = await requestRoom('Ben', FILES, '');
    assert.ok(typeof made === 'object');
    const [room] = rooms.rooms.values();
    assert.equal(room?.title, 'Ben, continued');
    assert.deepEqual(
      room?.files?.map(({ name, visibility }) => [name, visibility]),
      [
        ['main.py', undefined],
        ['notes.txt', undefined],
        ['rubric.md', 'interviewers'],
      ],
    );
  });

  it('is made also where a file has a language that only another page knows', async () => {
    const rooms = served();
    const made = await requestRoom('Ben', [{ name: 'Main.hs', language: 'haskell', text: '' }], '');
    assert.ok(typeof made === 'object', String(made));
    assert.deepEqual(
      [...rooms.rooms.values()][0]?.files?.map(({ name }) => name),
      ['Main.hs'],
    );
  });

  it('is called like the room before it, as far as a title goes, and its page is told how', async () => {
    for (const [title, expected] of [
      ['Ben', 'Ben, continued'],
      ['', 'Interview, continued'],
      ['x'.repeat(120), `${'x'.repeat(109)}, continued`],
      ['😀'.repeat(60), `${'😀'.repeat(54)}, continued`],
    ] as const) {
      const rooms = served();
      const made = await requestRoom(title, FILES, '');
      assert.ok(typeof made === 'object', String(made));
      assert.deepEqual([made.title, [...rooms.rooms.values()][0]?.title], [expected, expected]);
    }
  });

  it('is made with the key of the server, and a wrong one is answered with a sentence', async () => {
    const rooms = served('the-key');
    for (const key of ['', 'wrong', 'schlüssel', 'a\nb'])
      assert.match(String(await requestRoom('', FILES, key)), /^Only people with the key of this server/);
    assert.equal(rooms.rooms.size, 0);
    assert.ok(typeof (await requestRoom('', FILES, 'the-key')) === 'object');
  });

  it('that could not be asked for says so', async () => {
    mock.method(globalThis, 'fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    assert.equal(await requestRoom('', FILES, ''), 'The room was not made. Check the connection and try again.');
  });
});
