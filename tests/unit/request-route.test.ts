/** Routes in log and counters: every route of the API and of the host has a name there, and nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { routeOf } from '../../demo/server/request-route.js';
import { createSite } from '../../demo/server/site.js';
import { createApi } from '../../party/http/api.js';
import { MemoryRooms } from './memory-rooms.js';

function paths(): string[] {
  const rooms = new MemoryRooms();
  const reportError = (error: unknown) => assert.fail(String(error));
  const sandbox = async () => new Response('');
  const api = createApi({ rooms, reportError });
  const site = createSite({ api, rooms, sandbox, open: true, needsKey: false, reportError });
  const described = JSON.parse(readFileSync('openapi.json', 'utf8')) as { paths: object };
  const own = site.routes.map(({ path }) => path).filter((path) => !path.includes('*'));
  return [...Object.keys(described.paths), ...own].map((path) => path.replace(/\{\w+\}|:\w+(\{[^}]*\})?/g, 'x1'));
}

it('every route is counted under its name', () => {
  const all = paths();
  assert.ok(all.includes('/api/rooms/x1/run') && all.includes('/r/x1/desk'), all.join(' '));
  const unnamed = all.filter((path) => /^other$|…/.test(routeOf(path).route));
  assert.deepEqual(unnamed, []);
});

it('a made-up path has no name of its own, and no room is named in one', () => {
  for (const path of ['/nowhere', '/api', '/api/nothing', '/docsx', '/openapi_json', '/r2/x'])
    assert.deepEqual(routeOf(path), { route: 'other', room: '' });
  assert.equal(routeOf('/api/rooms/abcdefgh12345/made-up/x').route, '/api/rooms/{id}/…');
  assert.deepEqual(routeOf('/r/abcdefgh12345'), { route: '/r/{id}', room: 'abcdef' });
});
