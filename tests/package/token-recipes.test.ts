// The examples of Django, Rails and Laravel: their code makes a token that opens a room, and their page asks for it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { serve } from '../fixtures/serve.js';
import { World } from '../journeys/world.js';

const run = promisify(execFile);
const examples = 'demo/examples';
const SECRET = 'a secret of the team, of 32 bytes at least';
const PERSON = ['7', 'Ada "Lo" Ünal', 'recipe', 'interviewer'];

/** Django's own modules are not there: what the file takes of them is stood in for. */
const PYTHON = `
import sys, types
def module(name, **names):
    sys.modules[name] = types.SimpleNamespace(**names)
for name in ('django', 'django.contrib', 'django.contrib.auth'): module(name)
module('django.contrib.auth.decorators', login_required=lambda view: view)
module('django.http', HttpResponse=lambda text, content_type: (text, content_type))
module('django.shortcuts', render=lambda request, name, values: name)
import rooms
user = types.SimpleNamespace(id=sys.argv[1], get_full_name=lambda: sys.argv[2], is_staff=sys.argv[4] == 'interviewer')
text, content_type = rooms.token(types.SimpleNamespace(user=user), sys.argv[3])
assert content_type == 'text/plain' and rooms.page(None, sys.argv[3]) == 'room.html'
print(text, end='')`;

const recipes = [
  { name: 'django', page: 'room.html', command: ['python3', '-B', '-c', PYTHON, ...PERSON] },
  {
    name: 'rails',
    page: 'show.html.erb',
    command: ['ruby', '-r', './room_token.rb', '-e', 'print RoomToken.for(*ARGV)', ...PERSON],
  },
  {
    name: 'laravel',
    page: 'room.blade.php',
    command: ['php', '-r', 'require "RoomToken.php"; echo App\\RoomToken::make(...array_slice($argv, 1));', ...PERSON],
  },
];

/** What all three make, for machines that lack one of the languages. */
function referenceToken(): string {
  const now = Math.floor(Date.now() / 1000);
  const [sub, name, room, role] = PERSON;
  const claims = { iss: 'https://team.example', aud: 'code-room', sub, room, role, name, iat: now, exp: now + 600 };
  const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded({ ...claims, jti: randomUUID(), ver: 1 })}`;
  return `${signed}.${createHmac('sha256', SECRET).update(signed).digest('base64url')}`;
}

describe('a token as in the example of', { timeout: 420_000 }, () => {
  const world = new World({
    CODE_ROOM_ISSUERS: JSON.stringify([{ iss: 'https://team.example', secret: SECRET }]),
  });
  const servers: Server[] = [];
  after(() => servers.forEach((server) => void server.close()));

  for (const { name, page, command } of recipes) {
    it(`${name} opens its page's room`, async (context) => {
      const [program = '', ...args] = command;
      const token = await run(program, args, {
        cwd: join(examples, name),
        env: { ...process.env, CODE_ROOM_TEAM_SECRET: SECRET },
      }).then(
        ({ stdout }) => stdout,
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT') throw error;
          context.diagnostic(`${program} is not on this machine: the token is made by Node instead.`);
          return referenceToken();
        },
      );
      assert.match(token, /^[\w-]+\.[\w-]+\.[\w-]+$/);
      const html = asRendered(readFileSync(join(examples, name, page), 'utf8'), 'recipe');
      const site = await serve(async (path) => {
        if (path === 'rooms/recipe/token') return { body: token, headers: { 'content-type': 'text/plain' } };
        return { body: `<link rel="icon" href="data:,">${html}`, headers: { 'content-type': 'text/html' } };
      });
      servers.push(site.server);
      const ada = await world.person();
      await ada.enter(site.url);
      await ada.sees('status', 'live');
      await ada.sees('personRole', 'interviewer');
      await ada.sees('name', 'Ada "Lo" Ünal');
      await world.leave();
    });
  }

  /** What the templates' own few words become. */
  function asRendered(template: string, room: string): string {
    const html = template
      .replace(/<%= javascript_include_tag '([^']+)', type: 'module' %>/, '<script type="module" src="$1"></script>')
      .replaceAll('<%= j params[:id] %>', room)
      .replaceAll('{{ room }}', room)
      .replaceAll('@json("/rooms/$room/token")', `"/rooms/${room}/token"`)
      .replaceAll('@json($room)', `"${room}"`)
      .replaceAll('http://127.0.0.1:1999', world.url);
    assert.doesNotMatch(html, /<%|\{\{|@json/);
    return html;
  }
});
