/** Access control on real sockets under each engine: the table of rights, teams' tokens, origins, revocation. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import WebSocket from 'ws';
import { Session } from '../../components/session/index.js';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';
import { build } from '../../demo/prepare.mjs';
import { type Action, may, ROLES, type Role } from '../../party/shared/roles.js';
import {
  CLIENT_MESSAGE_KINDS,
  encodeClientMessage,
  type OutgoingMessage,
} from '../../party/shared/wire/client-message.js';
import { DECISIONS } from '../../party/shared/wire/decision.js';
import { unpackFrames } from '../../party/shared/wire/frame-batch.js';
import type { RoomMessage } from '../../party/shared/wire/room-message.js';
import { decodeRoomMessage } from '../../party/shared/wire/room-message.js';
import { engines } from '../engines.js';

const es = await generateKeyPair('ES256', { extractable: true });
const ed = await generateKeyPair('EdDSA', { extractable: true });
const jwks = {
  keys: [
    { ...(await exportJWK(es.publicKey)), kid: 'es', alg: 'ES256' },
    { ...(await exportJWK(ed.publicKey)), kid: 'ed', alg: 'EdDSA' },
  ],
};
const secret = 'a secret of the team that has more than 32 bytes';
const issuers = [
  { iss: 'https://team.example', secret },
  { iss: 'https://keys.example', jwks },
];

/** What each message takes; the rest is anybody's. */
const RIGHTS: Partial<Record<(typeof CLIENT_MESSAGE_KINDS)[number], Action>> = {
  submit: 'edit',
  seed: 'seed',
  describe: 'describe',
  rename: 'rename',
  start: 'run',
  stop: 'run',
  answer: 'answer',
  ...DECISIONS,
};

/** For as long as somebody listens. */
function talk(response: ServerResponse): void {
  const more = () => {
    if (response.destroyed) return;
    response.write('x'.repeat(10_000));
    setTimeout(more, 10);
  };
  more();
}

for (const name of engines) {
  describe(`access under ${name}`, { timeout: 420_000 }, () => {
    let engine: Engine;
    const hooks: { type: string; room: string; id: unknown }[] = [];
    /** Takes messages and says nothing, or talks without end. */
    let silent = false;
    let endless = false;
    const receiver = createServer((request, response) => {
      const id = request.headers['webhook-id'];
      request.on('data', (part) => {
        const { type, data } = JSON.parse(String(part));
        hooks.push({ type, room: data.room.id, id });
      });
      request.on('end', () => {
        if (endless) talk(response.writeHead(200));
        else if (!silent) response.writeHead(204).end();
      });
    });
    before(async () => {
      build();
      await new Promise<void>((resolve) => void receiver.listen(0, '127.0.0.1', resolve));
      const vars = {
        CODE_ROOM_OPEN: '1',
        CODE_ROOM_ORIGINS: 'https://team.example',
        CODE_ROOM_ISSUERS: JSON.stringify(issuers),
        CODE_ROOM_ROOMS_PER_MINUTE: '1000',
        CODE_ROOM_WEBHOOK: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
        CODE_ROOM_WEBHOOK_SECRET: secret,
      };
      // A webhook to this machine cannot be delivered by plain workerd, which reaches public addresses only.
      engine = await startEngine({ engine: name, vars, log: () => {} });
    });
    after(async () => {
      await engine.stop();
      receiver.closeAllConnections();
      receiver.close();
    });

    const post = (path: string, body: object, token = '') =>
      fetch(engine.url + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
        body: JSON.stringify(body),
      });
    async function make(about: object = {}): Promise<{ id: string; tokens: Record<Role, string> }> {
      const answer = await post('/api/rooms', { ai: 'allowed', ...about });
      const { id, links } = (await answer.json()) as { id: string; links: Record<string, string> };
      const tokens = {} as Record<Role, string>;
      const enter = async (role: Role, link: string) => {
        const given = await post(`/api/rooms/${id}/token`, { secret: new URL(link).hash.slice(3) });
        tokens[role] = ((await given.json()) as { token: string }).token;
      };
      for (const [role, link] of Object.entries(links)) await enter(role as Role, link);
      // The link of an assistant is made by an interviewer.
      const made = await post(`/api/rooms/${id}/links/assistant`, {}, tokens.interviewer);
      await enter('assistant', ((await made.json()) as { link: string }).link);
      return { id, tokens };
    }

    /** A socket that has said hello, and all it has heard. */
    class Visitor {
      readonly heard: RoomMessage[] = [];
      closed: { code: number; at: number } | null = null;
      reason = '';
      readonly socket: WebSocket;

      constructor(room: string, token: string, headers: Record<string, string> = {}) {
        const url = `${engine.url.replace('http', 'ws')}/parties/main/${room}`;
        this.socket = new WebSocket(url, { headers });
        this.socket.binaryType = 'nodebuffer';
        const about = { name: '', personKey: '', resume: new Uint8Array(), bookmark: null };
        this.socket.on('open', () => this.say({ type: 'hello', version: 1, token, ...about }));
        this.socket.on('message', (data) =>
          this.heard.push(...unpackFrames(new Uint8Array(data as Buffer)).map(decodeRoomMessage)),
        );
        this.socket.on('close', (code, reason) => {
          this.closed = { code, at: Date.now() };
          this.reason = String(reason);
        });
        this.socket.on('error', () => {});
      }

      say(message: OutgoingMessage): void {
        this.socket.send(encodeClientMessage(message));
      }

      async until(condition: (visitor: this) => boolean, what: string, ms = 15_000): Promise<this> {
        for (const end = Date.now() + ms; !condition(this); ) {
          if (Date.now() > end)
            assert.fail(`${what}; heard ${this.heard.map(({ type }) => type)}, ${this.closed?.code}`);
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        return this;
      }

      ready = () => this.until(({ heard }) => heard.some(({ type }) => type === 'ready'), 'comes in');
      gone = () => this.until(({ closed }) => closed !== null, 'is sent away');
    }

    it('each role may send the messages in the table, and no others', async () => {
      const { id, tokens } = await make({ code: 'text' });
      const { ChangeSet } = await import('@codemirror/state');
      const messages: Record<string, OutgoingMessage> = {
        submit: {
          type: 'submit',
          document: 1,
          base: 1,
          sequence: 1,
          change: ChangeSet.of({ from: 0, insert: 'x' }, 4),
        },
        seed: { type: 'seed', document: 1, language: 'python', text: '', more: false },
        describe: { type: 'describe', document: 1, name: 'a.py', language: 'python' },
        rename: { type: 'rename', name: 'Somebody' },
        start: { type: 'start', request: 1, document: 1, version: 1, language: 'python' },
        stop: { type: 'stop', run: 99 },
        answer: { type: 'answer', run: 99, prompt: 1, text: '' },
        admit: { type: 'admit', person: 'nobody' },
        decline: { type: 'decline', person: 'nobody' },
        remove: { type: 'remove', person: 'nobody' },
        assign: { type: 'assign', person: 'nobody', role: 'observer' },
        lock: { type: 'lock', locked: false },
        end: { type: 'end', ended: false },
      };
      for (const role of [...ROLES].reverse()) {
        const visitor = await new Visitor(id, tokens[role]).ready();
        for (const [type, action] of Object.entries(RIGHTS)) {
          const before = visitor.heard.length;
          visitor.say(messages[type] as OutgoingMessage);
          visitor.say({ type: 'ping', nonce: before });
          await visitor.until(({ heard }) => heard.slice(before).some((m) => m.type === 'pong'), `${role} ${type}`);
          const about = CLIENT_MESSAGE_KINDS.indexOf(type as 'lock') + 1;
          const refused = visitor.heard
            .slice(before)
            .some((m) => m.type === 'refused' && m.about === about && m.reason === 'role');
          assert.equal(refused, !may(role, action), `${role} sends ${type}`);
        }
        visitor.socket.close();
      }
    });

    it('each role may use the routes in the table, and no others', async () => {
      const routes: [method: string, path: string, action: Action][] = [
        ['GET', '', 'read'],
        ['GET', '/code', 'read'],
        ['GET', '/mine', 'mine'],
        ['GET', '/replay', 'replay'],
        ['GET', '/report', 'replay'],
        ['GET', '/diagnostics', 'diagnose'],
        ['POST', '/lock', 'lock'],
        ['POST', '/unlock', 'lock'],
        ['POST', '/end', 'end'],
        ['POST', '/reopen', 'end'],
        ['POST', '/people/nobody/admit', 'admit'],
        ['POST', '/people/nobody/decline', 'admit'],
        ['POST', '/people/nobody/remove', 'remove'],
        ['DELETE', '', 'delete'],
      ];
      const { id, tokens } = await make();
      for (const role of [...ROLES].reverse()) {
        for (const [method, path, action] of routes) {
          const headers = { Authorization: `Bearer ${tokens[role]}` };
          const { status } = await fetch(`${engine.url}/api/rooms/${id}${path}`, { method, headers });
          assert.equal(status === 403, !may(role, action), `${role} ${method} ${path}: ${status}`);
          assert.ok([200, 204, 403, 404].includes(status), `${role} ${method} ${path}: ${status}`);
        }
      }
    });

    it('a team’s token opens the team’s room, with any kind of key', async () => {
      const claims = { room: 'lesson', role: 'interviewer', name: 'Ada', ver: 1 };
      const sign = (alg: string, kid: string, iss: string, key: Parameters<SignJWT['sign']>[0]) =>
        new SignJWT(claims)
          .setProtectedHeader({ alg, kid })
          .setIssuer(iss)
          .setAudience('code-room')
          .setSubject('ada')
          .setJti(crypto.randomUUID())
          .setIssuedAt()
          .setExpirationTime('5m')
          .sign(key);
      for (const token of [
        await sign('HS256', '', 'https://team.example', new TextEncoder().encode(secret)),
        await sign('ES256', 'es', 'https://keys.example', es.privateKey),
        await sign('EdDSA', 'ed', 'https://keys.example', ed.privateKey),
      ]) {
        const visitor = await new Visitor('lesson', token).ready();
        visitor.socket.close();
      }
      const open = await new Visitor('lesson', '').ready();
      const people = open.heard.filter((message) => message.type === 'person');
      assert.doesNotMatch(JSON.stringify(people), /Ada/);
      open.socket.close();
    });

    it('pages of disallowed origins reach neither sockets nor API', async () => {
      for (const [origin, opens] of [
        ['https://team.example', true],
        [engine.url, true],
        ['https://evil.example', false],
        ['null', false],
        ['https://team.example.evil.example', false],
      ] as const) {
        const visitor = new Visitor(`origin-${Math.random().toString(36).slice(2)}`, '', { Origin: origin });
        await (opens ? visitor.ready() : visitor.gone());
        assert.equal(visitor.heard.length > 0, opens, origin);
        const told =
          origin === 'null' ? /^4403 A page without an origin .*allow-same-origin/ : /^4403 .*CODE_ROOM_ORIGINS\.$/;
        if (!opens) assert.match(`${visitor.closed?.code} ${visitor.reason}`, told);
        visitor.socket.close();
        const { status } = await fetch(`${engine.url}/api/rooms`, { method: 'POST', headers: { Origin: origin } });
        assert.equal(status, opens ? 201 : 403, origin);
      }
      // What the page of such an origin shows is what its session was told.
      class Foreign extends WebSocket {
        constructor(url: string, protocols: string[] = []) {
          super(url, protocols, { headers: { Origin: 'https://evil.example' } });
        }
      }
      const session = new Session({ host: engine.url, room: 'foreign', WebSocket: Foreign });
      session.connect();
      for (const end = Date.now() + 10_000; session.status !== 'refused' && Date.now() < end; )
        await new Promise((resolve) => setTimeout(resolve, 10));
      assert.match(`${session.status} ${session.refusal}`, /^refused .*CODE_ROOM_ORIGINS\.$/);
      session.close();
    });

    it('the sandbox page may be framed as the settings say, however its URL is written', async () => {
      for (const path of [
        '/sandbox',
        '/sandbox/',
        '/sandbox//',
        '//sandbox/',
        '/sandbox/?x',
        '/sandbox/.',
        '/sandbox/index.html',
        '/sandbox/index.html/',
        '/sandbox%2f',
        '/sandbox/%69ndex.html',
      ]) {
        const answer = await fetch(engine.url + path);
        if (answer.status !== 200) continue;
        const policy = answer.headers.get('content-security-policy') ?? '';
        const [, framed] = /frame-ancestors ([^;]+)/.exec(policy) ?? [];
        assert.ok(framed === "'none'" || framed === "'self' https://team.example", `${path}: ${framed}`);
      }
      const away = await fetch(`${engine.url}/%5cevil.example/`, { redirect: 'manual' });
      assert.equal(new URL(away.headers.get('location') ?? '', engine.url).origin, engine.url);
    });

    it('made-up rooms leave nothing on the disk, and do not delay people who join real ones', async () => {
      const state = mkdtempSync(join(tmpdir(), 'code-room-'));
      const strict = await startEngine({ engine: name, state, vars: { CODE_ROOM_OPEN: '0' }, log: () => {} });
      try {
        const files = () => readdirSync(state, { recursive: true }).filter((file) => /[0-9a-f]{64}/.test(String(file)));
        const url = `${strict.url.replace('http', 'ws')}/parties/main`;
        const closed = await Promise.all(
          Array.from({ length: 130 }, async (_, n) => {
            await fetch(`${strict.url}/r/${`${n}`.padStart(22, 'A')}`);
            await fetch(`${strict.url}/api/rooms/made-up-${n}`, { headers: { Authorization: 'Bearer x' } });
            const socket = new WebSocket(`${url}/made-up-${n}`);
            return new Promise((resolve) => socket.on('close', (code, reason) => resolve(`${code} ${reason}`)));
          }),
        );
        assert.match(String([...new Set(closed)]), /^4403 There is no such room\. .*need a link or a token\.$/);
        assert.deepEqual(files(), []);
        const made = await (await fetch(`${strict.url}/api/rooms`, { method: 'POST' })).json();
        const { id, links } = made as { id: string; links: Record<Role, string> };
        const exchanged = await fetch(`${strict.url}/api/rooms/${id}/token`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ secret: new URL(links.candidate).hash.slice(3) }),
        });
        assert.equal(exchanged.status, 200);
        assert.equal((await fetch(`${strict.url}/r/${id}`)).status, 200);
        assert.ok(files().length > 0);
      } finally {
        await strict.stop();
        rmSync(state, { recursive: true, force: true });
      }
    });

    it('revoked or expired access ends within two seconds, whoever does not answer meanwhile', async () => {
      silent = true;
      const { id, tokens } = await make();
      const [candidate, observer] = [new Visitor(id, tokens.candidate), new Visitor(id, tokens.observer)];
      await Promise.all([candidate.ready(), observer.ready()]);
      const reset = Date.now();
      const answer = await post(`/api/rooms/${id}/links/candidate/reset`, {}, tokens.interviewer);
      assert.equal(answer.status, 200);
      await candidate.gone();
      assert.equal(candidate.closed?.code, 4403);
      assert.ok((candidate.closed?.at ?? 0) - reset < 2_000);
      assert.equal(observer.closed, null);
      const short = await new SignJWT({ room: 'short', role: 'candidate' })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('https://team.example')
        .setAudience('code-room')
        .setSubject('bob')
        .setJti('short')
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + 3)
        .sign(new TextEncoder().encode(secret));
      const end = (Math.floor(Date.now() / 1000) + 3) * 1000;
      const bob = await new Visitor('short', short).ready();
      await bob.gone();
      assert.equal(bob.closed?.code, 4401);
      assert.ok((bob.closed?.at ?? 0) - end < 2_000, `${(bob.closed?.at ?? 0) - end} ms late`);
      observer.socket.close();
      silent = false;
    });

    it('somebody in a lobby joins when an interviewer admits them', async () => {
      const { id, tokens } = await make({ lobby: true, code: 'CANARY' });
      const ada = await new Visitor(id, tokens.interviewer).ready();
      const bob = new Visitor(id, tokens.candidate);
      await bob.until(({ heard }) => heard.some(({ type }) => type === 'wait'), 'waits');
      assert.equal(
        (
          await fetch(`${engine.url}/api/rooms/${id}/code`, {
            headers: { Authorization: `Bearer ${tokens.candidate}` },
          })
        ).status,
        403,
      );
      await ada.until(({ heard }) => heard.some(({ type }) => type === 'knock'), 'hears the knock');
      const knock = ada.heard.find((message) => message.type === 'knock');
      assert.ok(knock?.type === 'knock');
      assert.equal((await post(`/api/rooms/${id}/people/${knock.person}/admit`, {}, tokens.interviewer)).status, 204);
      await bob.ready();
      ada.socket.close();
      bob.socket.close();
    });

    if (name === 'workerd') {
      it('a server with wrong bindings says so, on sockets, over HTTP, and in its log', async () => {
        const lines: string[] = [];
        const main = 'tests/fixtures/bare-rooms/unbound.ts';
        const wrong = await startEngine({
          engine: name,
          main,
          vars: { CODE_ROOM_OPEN: '1' },
          log: (line) => lines.push(line),
        });
        try {
          const socket = new WebSocket(`${wrong.url.replace('http', 'ws')}/parties/main/any`);
          const closed = await new Promise((resolve) =>
            socket.on('close', (code, reason) => resolve(`${code} ${reason}`)),
          );
          assert.match(String(closed), /^4403 .*bind the class RoomServer as "rooms"/);
          const refused = await fetch(`${wrong.url}/api/rooms`, { method: 'POST' });
          assert.equal(refused.status, 503);
          assert.ok(lines.some((line) => line.includes('bind the class RoomServer')));
        } finally {
          await wrong.stop();
        }
      });
    }

    if (name === 'partykit') {
      it('webhooks reach their receiver, and a delivered one is not repeated, however long the answer is', async () => {
        endless = true;
        const { id, tokens } = await make();
        await post(`/api/rooms/${id}/end`, {}, tokens.interviewer);
        const told = (type: string) => hooks.filter((hook) => hook.room === id && hook.type === type);
        for (const end = Date.now() + 15_000; told('room.ended').length === 0 && Date.now() < end; )
          await new Promise((resolve) => setTimeout(resolve, 20));
        assert.ok(told('room.created').length > 0);
        const [{ id: message } = assert.fail('nothing was told')] = told('room.ended');
        // What counts as failed comes again after ten seconds.
        await new Promise((resolve) => setTimeout(resolve, 11_500));
        assert.equal(hooks.filter((hook) => hook.id === message).length, 1);
        assert.equal(told('room.created').length, 1);
      });
    }
  });
}
