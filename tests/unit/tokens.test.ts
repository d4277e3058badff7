/** Tokens of embedding teams: valid ones open their room only; forged, expired and foreign ones open nothing. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { exportJWK, generateKeyPair, type JWTPayload, type JWTVerifyGetKey, SignJWT } from 'jose';
import { type Issuer, readIssuers } from '../../party/access/issuers.js';
import { type Identity, verifyIssued } from '../../party/access/tokens.js';
import { createApi } from '../../party/http/api.js';
import { CLOSE, TIMER_DOCUMENT } from '../../party/shared/protocol.js';
import { encodeClientMessage } from '../../party/shared/wire/client-message.js';
import type { RoomMessage } from '../../party/shared/wire/room-message.js';
import { decodeRoomMessage } from '../../party/shared/wire/room-message.js';
import { MemoryRooms } from './memory-rooms.js';

const SECRET = 'a secret of the team that has more than 32 bytes';
const OTHER_SECRET = 'the secret of another team, long enough as well';
const bytes = (text: string) => new TextEncoder().encode(text);
const es = await generateKeyPair('ES256', { extractable: true });
const ed = await generateKeyPair('EdDSA', { extractable: true });
const jwks = {
  keys: [
    { ...(await exportJWK(es.publicKey)), kid: 'es', alg: 'ES256' },
    { ...(await exportJWK(ed.publicKey)), kid: 'ed', alg: 'EdDSA' },
  ],
};
const issuers = readIssuers(
  JSON.stringify([
    { iss: 'https://team.example', secret: SECRET },
    { iss: 'https://other.example', secret: OTHER_SECRET },
    { iss: 'https://keys.example', jwks },
    { iss: 'https://long.example', secret: SECRET, minutes: 720 },
  ]),
);

/** Signatures are checked on threads of their own: that takes as long as it takes. */
async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 10_000;
  while (!condition() && performance.now() < end) await new Promise((resolve) => setImmediate(resolve));
}

function world(of: readonly Issuer[] = issuers, settings: { reportError?: (error: unknown) => void } = {}) {
  const rooms = new MemoryRooms({ issuers: of, ...settings });
  const api = createApi({ rooms, reportError: () => {} });
  const seconds = Math.floor(rooms.now / 1000);
  const claims = {
    iss: 'https://team.example',
    aud: 'code-room',
    sub: 'user-7',
    room: 'lesson-1',
    role: 'candidate',
    name: 'Ada',
    iat: seconds,
    exp: seconds + 600,
    jti: 'j1',
    ver: 1,
  };
  const sign = (changes: JWTPayload = {}, secret = SECRET) =>
    new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'HS256' }).sign(bytes(secret));
  /** What the room answers to a hello: its close code, or the messages it has sent. */
  const hello = async (token: string, room = 'lesson-1') => {
    const heard: RoomMessage[] = [];
    let code = 0;
    let sentence = '';
    const close = (given: number, reason: string) => {
      code ||= given;
      sentence ||= reason;
    };
    const peer = { state: null, send: (frame: Uint8Array) => void heard.push(decodeRoomMessage(frame)), close };
    const tenants = rooms.tenants(room);
    tenants.connect(peer);
    const about = { name: '', personKey: 'key', resume: new Uint8Array(), bookmark: null };
    tenants.receive(peer, encodeClientMessage({ type: 'hello', version: 1, token, ...about }));
    const answered = () => code !== 0 || heard.some(({ type }) => type === 'ready' || type === 'wait');
    await until(answered);
    const welcome = heard.find((message) => message.type === 'welcome');
    return { code, sentence, heard, welcome, tenants, peer };
  };
  const get = (token: string, path = '/api/rooms/lesson-1') =>
    api.request(`http://host.test${path}`, { headers: { Authorization: `Bearer ${token}` } });
  return { rooms, claims, sign, hello, get, seconds };
}

describe('the rules in a token', () => {
  const rules = {
    ...{ ai: 'allowed', log: 'full', help: 'basic', hiddenResults: 'names' },
    timer: [{ name: 'code', minutes: 25 }],
  };
  const facts = async (answer: Response | Promise<Response>) => {
    const { ai, log, help } = (await (await answer).json()) as Record<string, unknown>;
    return { ai, log, help };
  };

  it('are those of the room that it makes, and of no other', async () => {
    const { sign, get, hello } = world();
    // The timer as the tag has it.
    const { heard } = await hello(await sign({ rules: { ...rules, timer: { phases: rules.timer } } }));
    assert.deepEqual(
      heard.find(({ type }) => type === 'rule'),
      { type: 'rule', ai: 'allowed' },
    );
    const timer = heard.find((message) => message.type === 'document' && message.document === TIMER_DOCUMENT);
    assert.match(timer?.type === 'document' ? timer.text : '', /"minutes":25/);
    assert.deepEqual(await facts(get(await sign({ rules }))), { ai: 'allowed', log: 'full', help: 'basic' });
    // Whoever comes later with others changes nothing.
    const other = await sign({ rules: { ai: 'off', log: 'off' }, sub: 'user-8', role: 'interviewer' });
    assert.deepEqual(await facts(get(other)), { ai: 'allowed', log: 'full', help: 'basic' });
    const plain = await sign({ room: 'lesson-2' });
    assert.deepEqual(await facts(get(plain, '/api/rooms/lesson-2')), {
      ai: undefined,
      log: undefined,
      help: undefined,
    });
  });

  it('that cannot be read are refused by name, and no room is made', async () => {
    const { sign, get } = world();
    for (const [wrong, name] of [
      ['all', 'rules'],
      [[], 'rules'],
      [null, 'rules'],
      [{ ai: 'sometimes' }, 'ai'],
      [{ log: true }, 'log'],
      [{ help: 'much' }, 'help'],
      [{ hiddenResults: 1 }, 'hiddenResults'],
      [{ timer: [{ name: 'code', minutes: -1 }] }, 'timer'],
      [{ timer: 25 }, 'timer'],
      [{ colour: 'red' }, 'colour'],
      [{ toString: 'x' }, 'toString'],
    ] as const) {
      const answer = await get(await sign({ rules: wrong as unknown as string }));
      const { detail } = (await answer.json()) as { detail: string };
      assert.deepEqual([answer.status, detail], [401, `The "rules" of the token cannot be read: check "${name}".`]);
    }
    assert.equal((await get(await sign())).status, 200);
  });
});

describe('a token that was verified on the way to its room', () => {
  it('is not verified again, unless it is of another team or has expired meanwhile', async () => {
    let looks = 0;
    const key: JWTVerifyGetKey = async () => {
      looks++;
      return bytes(SECRET);
    };
    const iss = 'https://team.example';
    const team: Issuer = { iss, aud: 'code-room', maxAgeMs: 600_000, algorithms: ['HS256'], key };
    const { rooms, sign } = world([team]);
    const token = await sign();
    const proven = await verifyIssued(team, 'lesson-1', token, rooms.now);
    const ask = async (known?: Identity) => {
      looks = 0;
      const answer = await rooms.tenants('lesson-1').command({ type: 'facts', token, proven: known });
      return [answer.ok, looks];
    };
    assert.deepEqual(await ask(proven), [true, 0]);
    assert.deepEqual(await ask(), [true, 1]);
    assert.deepEqual(await ask({ ...proven, iss: 'https://other.example' }), [true, 1]);
    rooms.now += 700_000;
    assert.deepEqual(await ask(proven), [false, 1]);
  });
});

describe('a valid token', () => {
  it('with a team’s secret (HS256) creates the room at the first use, and gives the token’s role', async () => {
    const { sign, hello, get } = world();
    const { welcome, heard } = await hello(await sign());
    assert.equal(welcome?.type === 'welcome' && welcome.role, 'candidate');
    assert.ok(heard.some((message) => message.type === 'person' && message.person.name === 'Ada'));
    const facts = await get(await sign({ role: 'interviewer' }));
    assert.equal(facts.status, 200);
    assert.deepEqual(
      ((await facts.json()) as { people: { name: string }[] }).people.map(({ name }) => name),
      ['Ada'],
    );
  });

  for (const [alg, kid, key] of [
    ['ES256', 'es', es.privateKey],
    ['EdDSA', 'ed', ed.privateKey],
  ] as const) {
    it(`with a team’s public key (${alg}) creates the room`, async () => {
      const { claims, hello } = world();
      const token = await new SignJWT({ ...claims, iss: 'https://keys.example' })
        .setProtectedHeader({ alg, kid })
        .sign(key);
      assert.ok((await hello(token)).welcome);
    });
  }

  it('opens only its team’s room, not another team’s, open or made one of the same name', async () => {
    const { sign, hello, get } = world();
    const mine = await hello(await sign({ role: 'interviewer' }));
    mine.tenants.receive(
      mine.peer,
      encodeClientMessage({ type: 'seed', document: 1, language: 'python', text: 'CANARY', more: false }),
    );
    const code = async (token: string) => JSON.stringify(await (await get(token, '/api/rooms/lesson-1/code')).json());
    assert.match(await code(await sign({ jti: 'j2' })), /CANARY/);
    const others = await sign({ iss: 'https://other.example', role: 'interviewer' }, OTHER_SECRET);
    assert.doesNotMatch(await code(others), /CANARY/);
    const open = await hello('');
    assert.ok(open.welcome);
    assert.doesNotMatch(JSON.stringify(open.heard), /CANARY/);
    assert.equal(JSON.stringify((await hello(others)).heard).includes('CANARY'), false);
    assert.match(JSON.stringify((await hello(await sign({ jti: 'j3' }))).heard), /CANARY/);
  });

  it('may have numbers for ids, and a name of another kind is none', async () => {
    const { sign, hello, get } = world();
    const numbers = { sub: 7, jti: 8 } as unknown as JWTPayload;
    const first = await hello(await sign({ ...numbers, name: { first: 'Ada' }, link: ['x'] }));
    assert.equal(first.welcome?.type === 'welcome' && first.welcome.role, 'candidate', first.sentence);
    const same = await hello(await sign({ sub: '7', jti: 'j9' }));
    const other = await hello(await sign({ sub: '8', jti: 'j10' }));
    const people = [first, same, other].map(({ welcome }) => welcome?.type === 'welcome' && welcome.person);
    assert.equal(people[0], people[1]);
    assert.notEqual(people[0], people[2]);
    const boss = await sign({ role: 'interviewer', sub: 'boss', jti: 'j11' });
    assert.equal((await get(boss)).status, 200);
  });

  it('from before a room was deleted does not recreate it; a later one does', async () => {
    const { rooms, sign, hello, seconds } = world();
    const old = await sign();
    await hello(old);
    const boss = await sign({ role: 'interviewer', sub: 'boss' });
    await rooms.send('lesson-1', { type: 'delete', token: boss });
    assert.equal((await hello(old)).code, CLOSE.gone);
    rooms.now += 60_000;
    assert.ok((await hello(await sign({ iat: seconds + 60, exp: seconds + 300 }))).welcome);
  });

  it('may be valid as long as its team’s setting allows', async () => {
    const { sign, hello, seconds } = world();
    const long = { iss: 'https://long.example', exp: seconds + 12 * 3600 };
    assert.ok((await hello(await sign(long))).welcome);
    assert.equal((await hello(await sign({ ...long, exp: seconds + 12 * 3600 + 1 }))).code, CLOSE.unauthorized);
  });
});

describe('a token is refused', () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  type W = ReturnType<typeof world>;
  const attacks: Record<string, (w: W) => Promise<string> | string> = {
    'without a signature (alg none)': ({ claims }) => `${part({ alg: 'none' })}.${part(claims)}.`,
    'with alg none and a signature': async ({ claims, sign }) =>
      `${part({ alg: 'none' })}.${part(claims)}.${(await sign()).split('.')[2]}`,
    'signed with a public key taken for a secret': ({ claims }) =>
      new SignJWT({ ...claims, iss: 'https://keys.example' })
        .setProtectedHeader({ alg: 'HS256', kid: 'es' })
        .sign(bytes(JSON.stringify(jwks.keys[0]))),
    'signed by another team': ({ sign }) => sign({}, OTHER_SECRET),
    'of a team nobody knows': ({ sign }) => sign({ iss: 'https://evil.example' }),
    'that says it is of this server': ({ sign }) => sign({ iss: 'code-room' }),
    'for another audience': ({ sign }) => sign({ aud: 'another' }),
    'for another room': ({ sign }) => sign({ room: 'lesson-2' }),
    'with a role there is not': ({ sign }) => sign({ role: 'admin' }),
    'that has expired': ({ sign, seconds }) => sign({ iat: seconds - 700, exp: seconds - 100 }),
    'that has just expired': ({ sign, seconds }) => sign({ iat: seconds - 600, exp: seconds }),
    'that is not valid yet': ({ sign, seconds }) => sign({ nbf: seconds + 120 }),
    'from the future': ({ sign, seconds }) => sign({ iat: seconds + 120, exp: seconds + 300 }),
    'that lives too long': ({ sign, seconds }) => sign({ exp: seconds + 601 }),
    'without an end': ({ sign }) => sign({ exp: undefined }),
    'without a beginning': ({ sign }) => sign({ iat: undefined }),
    'without a person': ({ sign }) => sign({ sub: undefined }),
    'with an empty person': ({ sign }) => sign({ sub: '' }),
    'with a person of null': ({ sign }) => sign({ sub: null as unknown as string }),
    'with a person that is an object': ({ sign }) => sign({ sub: { id: 7 } as unknown as string }),
    'with a person that is a list': ({ sign }) => sign({ sub: ['user-7'] as unknown as string }),
    'with a person that is true': ({ sign }) => sign({ sub: true as unknown as string }),
    // JSON has read another number than was written.
    'with a person of a number too large to be exact': ({ sign }) => sign({ sub: (2 ** 53 + 2) as unknown as string }),
    'with an id of null': ({ sign }) => sign({ jti: null as unknown as string }),
    'with an id that is an object': ({ sign }) => sign({ jti: {} as unknown as string }),
    'with an empty id': ({ sign }) => sign({ jti: '' }),
    'with a role that is a list': ({ sign }) => sign({ role: ['candidate'] }),
    'with a room that is a list': ({ sign }) => sign({ room: ['lesson-1'] }),
    'with a beginning that is no number': ({ sign }) => sign({ iat: 'now' as unknown as number }),
    'with a version that is a text': ({ sign }) => sign({ ver: '1' }),
    'without an id': ({ sign }) => sign({ jti: undefined }),
    'with an id too long to keep': ({ sign }) => sign({ jti: 'x'.repeat(129) }),
    'of another version': ({ sign }) => sign({ ver: 2 }),
    'with an end that is no number': ({ sign }) => sign({ exp: 'never' as unknown as number }),
    'of 8 KB': ({ sign }) => sign({ name: 'x'.repeat(6000) }),
    'with a key of its own': async ({ claims }) =>
      new SignJWT({ ...claims, iss: 'https://keys.example' })
        .setProtectedHeader({ alg: 'ES256', kid: 'es', jwk: await exportJWK(es.publicKey) })
        .sign(es.privateKey),
    'that says where its key is': ({ claims }) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', jku: 'https://evil.example/jwks.json' })
        .sign(bytes(SECRET)),
    'with the name of a key there is not': ({ claims }) =>
      new SignJWT({ ...claims, iss: 'https://keys.example' })
        .setProtectedHeader({ alg: 'ES256', kid: '../../etc/passwd' })
        .sign(es.privateKey),
    'with another key under a name that is known': ({ claims }) =>
      new SignJWT({ ...claims, iss: 'https://keys.example' })
        .setProtectedHeader({ alg: 'EdDSA', kid: 'es' })
        .sign(ed.privateKey),
    'that was changed after it was signed': async ({ sign, claims }) => {
      const [header, , signature] = (await sign({ role: 'observer' })).split('.');
      return `${header}.${part({ ...claims, role: 'interviewer' })}.${signature}`;
    },
    'that is none': () => 'nonsense',
    'of two dots': () => '..',
    'of an unknown critical header': ({ claims }) =>
      `${part({ alg: 'HS256', crit: ['x'], x: 1 })}.${part(claims)}.AAAA`,
  };
  for (const [name, make] of Object.entries(attacks)) {
    it(name, async () => {
      const w = world();
      const token = await make(w);
      const { code, welcome, sentence } = await w.hello(token);
      assert.equal(welcome, undefined);
      assert.ok([CLOSE.unauthorized, CLOSE.malformed, CLOSE.unknownRoom].includes(code as 4401), String(code));
      assert.match(sentence, /^[A-Z].*\.$/);
      const answer = await w.get(token, '/api/rooms/lesson-1/code');
      assert.ok([401, 404].includes(answer.status), String(answer.status));
    });
  }

  it('that is for another person or role, as a refresh', async () => {
    const { sign, hello } = world();
    const { tenants, peer, heard } = await hello(await sign());
    for (const change of [{ role: 'interviewer' }, { sub: 'user-8' }, { room: 'lesson-2' }]) {
      const before = heard.length;
      const token = await sign(change);
      tenants.receive(peer, encodeClientMessage({ type: 'refresh', token }));
      await until(() => heard.length > before);
      const answer = heard.at(-1);
      assert.equal(answer?.type === 'refused' && answer.reason, 'expired', JSON.stringify(change));
    }
  });
});

describe('keys behind a URL', () => {
  let keys: object[] = [];
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ keys }));
  });
  before(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
  after(() => void server.close());

  it('are fetched once, and when that fails the room says to retry', async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;
    keys = jwks.keys;
    const { claims, hello } = world(readIssuers(JSON.stringify([{ iss: 'https://keys.example', jwks: url }])));
    const sign = (jti: string) =>
      new SignJWT({ ...claims, iss: 'https://keys.example', jti })
        .setProtectedHeader({ alg: 'ES256', kid: 'es' })
        .sign(es.privateKey);
    assert.ok((await hello(await sign('1'))).welcome);
    const once = asked;
    assert.ok((await hello(await sign('2'))).welcome);
    assert.equal(asked, once);
    const reported: unknown[] = [];
    const reportError = (error: unknown) => void reported.push(error);
    const gone = readIssuers('[{"iss": "https://keys.example", "jwks": "http://127.0.0.1:9/jwks.json"}]');
    const dead = world(gone, { reportError });
    assert.equal((await dead.hello(await sign('3'))).code, CLOSE.tryAgain);
    assert.equal(reported.length, 1, 'the operator learns why');
  });
});

describe('invalid settings of teams are refused with a sentence without secrets', () => {
  const secret = 'short but secret';
  const wrong: Record<string, unknown> = {
    'not JSON': '{',
    'a short secret': [{ iss: 'x', secret }],
    'neither secret nor keys': [{ iss: 'x' }],
    both: [{ iss: 'x', secret: SECRET, jwks }],
    'our own name': [{ iss: 'code-room', secret: SECRET }],
    'a name twice': [
      { iss: 'x', secret: SECRET },
      { iss: 'x', secret: SECRET },
    ],
    'a private key': [{ iss: 'x', jwks: { keys: [{ ...jwks.keys[0], d: 'x' }] } }],
    'a secret key among public ones': [{ iss: 'x', jwks: { keys: [{ kty: 'oct', k: 'x' }] } }],
    'keys without TLS': [{ iss: 'x', jwks: 'http://keys.example/jwks.json' }],
    'a day': [{ iss: 'x', secret: SECRET, minutes: 1440 }],
    'a strange field': [{ iss: 'x', secret: SECRET, alg: 'none' }],
  };
  for (const [name, value] of Object.entries(wrong)) {
    it(name, () => {
      const json = typeof value === 'string' ? value : JSON.stringify(value);
      assert.throws(
        () => readIssuers(json),
        (error: Error) => !error.message.includes(secret) && !error.message.includes(SECRET),
      );
    });
  }
});

describe('the recipes in TOKENS.md make a token that opens a room', () => {
  const page = readFileSync(new URL('../../party/TOKENS.md', import.meta.url), 'utf8');
  const recipe = (language: string) =>
    [...page.matchAll(/```(\w+)\n([\s\S]*?)```/g)].find(
      ([, name, code]) => name === language && code?.includes('CODE_ROOM_TEAM_SECRET'),
    )?.[2] ?? assert.fail(language);
  const env = { ...process.env, CODE_ROOM_TEAM_SECRET: SECRET, GO111MODULE: 'off' };
  const opens = async (token: string) => {
    const { rooms, hello } = world();
    rooms.now = Date.now();
    const { welcome, sentence } = await hello(token);
    assert.equal(welcome?.type === 'welcome' && welcome.role, 'candidate', sentence);
  };

  const WHO = '"user-7", "Ada", "lesson-1", "candidate"';
  /** How each is run: its file, the command for it, and what stands below the recipe. */
  const ways: [language: string, file: string, command: string[], call: string][] = [
    [
      'js',
      'recipe.mjs',
      [process.execPath],
      `console.log(roomToken({ id: "user-7", name: "Ada" }, "lesson-1", "candidate"));`,
    ],
    ['python', 'recipe.py', ['python3'], `print(room_token(${WHO}))`],
    ['go', 'recipe.go', ['go', 'run'], `func main() { print("", RoomToken(${WHO})); }`],
    ['ruby', 'recipe.rb', ['ruby'], `puts room_token(${WHO})`],
    ['php', 'recipe.php', ['php'], `echo room_token(${WHO});`],
  ];
  for (const [language, file, [command = '', ...args], call] of ways) {
    const there = spawnSync(command, [language === 'go' ? 'version' : '--version']).status === 0;
    it(`in ${language}`, { skip: there ? false : `${command} is not installed here` }, async () => {
      // Beside the packages it imports.
      const folder = mkdtempSync(join(import.meta.dirname, '.recipe-'));
      try {
        writeFileSync(join(folder, file), `${recipe(language)}\n${call}\n`);
        const { stdout, stderr, status } = spawnSync(command, [...args, join(folder, file)], { env, encoding: 'utf8' });
        assert.equal(status, 0, stderr);
        // Go's print writes to the other output.
        await opens((stdout || stderr).trim());
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
});
