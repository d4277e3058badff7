/** Handlers of the HTTP API for interviewers, and of the room's history. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, TypedResponse } from 'hono';
import { digest, type RandomBytes, randomKey } from '../access/secrets.js';
import type { Answers, RoomCommand } from '../commands/command.js';
import { reportMarkdown } from '../commands/report.js';
import { ROOM_PREFIX } from '../engine/log.js';
import { replayLines } from '../shared/replay-lines.js';
import type { Role } from '../shared/roles.js';
import { sleep } from '../shared/time.js';
import type { Decision } from '../shared/wire/decision.js';
import * as routes from './interview-routes.js';

interface InterviewApiParts {
  /** Throws a Problem. */
  ask<C extends RoomCommand>(room: string, command: C): Promise<Answers[C['type']]>;
  /** Throws a Problem. */
  token(c: Context): string;
  random: RandomBytes;
  /** The origin of links. */
  origin(c: Context): string;
}

export function addInterviewApi(api: OpenAPIHono, { ask, token, random, origin }: InterviewApiParts): void {
  const room = (c: Context) => c.req.param('id') ?? '';
  const person = (c: Context) => c.req.param('person') ?? '';
  const decide = async (c: Context, decision: Decision) => {
    await ask(room(c), { type: 'decide', token: token(c), decision });
    return c.body(null, 204);
  };
  api.openapi(routes.lockRoom, (c) => decide(c, { type: 'lock', locked: true }));
  api.openapi(routes.unlockRoom, (c) => decide(c, { type: 'lock', locked: false }));
  api.openapi(routes.endRoom, (c) => decide(c, { type: 'end', ended: true }));
  api.openapi(routes.reopenRoom, (c) => decide(c, { type: 'end', ended: false }));
  api.openapi(routes.admitPerson, (c) => decide(c, { type: 'admit', person: person(c) }));
  api.openapi(routes.declinePerson, (c) => decide(c, { type: 'decline', person: person(c) }));
  api.openapi(routes.removePerson, (c) => decide(c, { type: 'remove', person: person(c) }));
  api.openapi(routes.assignRole, (c) => decide(c, { type: 'assign', person: person(c), ...c.req.valid('json') }));

  api.openapi(routes.setHelp, async (c) => {
    await ask(room(c), { type: 'set-help', token: token(c), ...c.req.valid('json') });
    return c.body(null, 204);
  });

  const makeLink = async (c: Context, type: 'add-link' | 'reset', id: string, role: Role) => {
    const secret = randomKey(random);
    await ask(id, { type, token: token(c), role, digest: await digest(secret) });
    return { link: `${origin(c)}/r/${id}#k=${secret}` };
  };
  api.openapi(routes.resetLink, async (c) => {
    const { id, role } = c.req.valid('param');
    return c.json(await makeLink(c, 'reset', id, role), 200);
  });
  api.openapi(routes.addLink, async (c) => {
    const { id, role } = c.req.valid('param');
    return c.json(await makeLink(c, 'add-link', id, role), 200);
  });
  api.openapi(routes.revokeLink, async (c) => {
    const { id, role } = c.req.valid('param');
    await ask(id, { type: 'reset', token: token(c), role, digest: null });
    return c.body(null, 204);
  });
  api.openapi(routes.revokeToken, async (c) => {
    await ask(room(c), { type: 'revoke', token: token(c), ...c.req.valid('json') });
    return c.body(null, 204);
  });

  api.openapi(routes.readMine, async (c) => c.json(await ask(room(c), { type: 'mine', token: token(c) }), 200));
  api.openapi(routes.readReplay, async (c) => {
    const { private: kept } = c.req.valid('query');
    c.header('Vary', 'Accept');
    if (asksForJson(c)) return c.json(await ask(room(c), { type: 'replay', token: token(c) }), 200);
    const replay = await ask(room(c), { type: 'replay', token: token(c), shared: kept !== '1' });
    const body = c.newResponse(streamed(replayLines(replay, kept === '1')), 200, {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': 'attachment; filename="interview.coderoom"',
    });
    // To the types of routes, whatever ends in `json` is one JSON value.
    return body as Response & TypedResponse<string, 200, 'json'>;
  });
  api.openapi(routes.readDiagnostics, async (c) => {
    const { id } = c.req.valid('param');
    const found = await ask(id, { type: 'diagnose', token: token(c) });
    return c.json({ room: id.slice(0, ROOM_PREFIX), ...found }, 200);
  });
  api.openapi(routes.readReport, async (c) => {
    const report = await ask(room(c), { type: 'report', token: token(c), for: c.req.valid('query').for });
    c.header('Vary', 'Accept');
    if (asksForJson(c)) return c.json(report, 200);
    return c.body(reportMarkdown(report), 200, { 'Content-Type': 'text/markdown; charset=utf-8' });
  });
}

function asksForJson(c: Context): boolean {
  return /\bapplication\/json\b/.test(c.req.header('Accept') ?? '');
}

/** Bytes that are written without a pause, so that a long replay delays nobody else. */
const PIECE_BYTES = 32 * 1024;

function streamed(lines: Iterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      let piece = '';
      let next = lines.next();
      for (; !next.done && piece.length < PIECE_BYTES; next = lines.next()) piece += next.value;
      if (!next.done) piece += next.value;
      if (piece !== '') controller.enqueue(encoder.encode(piece));
      if (next.done) controller.close();
      else await sleep(0);
    },
  });
}
