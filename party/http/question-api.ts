/** The part of the HTTP API that is about questions. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { digest } from '../access/secrets.js';
import { roomOf } from '../access/tokens.js';
import type { Answers, RoomCommand } from '../commands/command.js';
import { Problem } from './problem.js';
import { lineOf, type QuestionLibrary, visiblePart } from './question-library.js';
import * as routes from './question-routes.js';
import type { UnknownRooms } from './unknown-rooms.js';

interface QuestionApiParts {
  library: QuestionLibrary;
  /** The key that making rooms needs; none: anyone may. */
  makers: string | undefined;
  unknown: UnknownRooms;
  /** Throws a Problem. */
  ask<C extends RoomCommand>(room: string, command: C): Promise<Answers[C['type']]>;
  bearer(c: Context): string | undefined;
}

export function addQuestionApi(api: OpenAPIHono, { library, makers, unknown, ask, bearer }: QuestionApiParts): void {
  /** How much of the library the caller may read. Throws a Problem for those who may not. */
  async function readable(c: Context): Promise<'all' | 'visible'> {
    const sent = bearer(c);
    if (sent === undefined && makers === undefined) return 'visible';
    // Digests are compared, so that the time it takes tells nothing about the key.
    if (makers !== undefined && (await digest(sent ?? '')) === (await digest(makers))) return 'all';
    const room = sent === undefined ? null : roomOf(sent);
    if (sent === undefined || room === null)
      throw new Problem(401, 'Send the key for making rooms here, or an interviewer’s token, as a bearer token.');
    await unknown.reach(c, room, () => ask(room, { type: 'library', token: sent }));
    return 'all';
  }

  api.openapi(routes.findQuestions, async (c) => {
    await readable(c);
    const { level, ...words } = c.req.valid('query');
    const found = library.find({ ...words, level: level ? Number(level) : undefined });
    return c.json({ questions: found.map(lineOf), topics: library.topics }, 200);
  });

  api.openapi(routes.readQuestion, async (c) => {
    const part = await readable(c);
    const question = library.get(c.req.valid('param').question);
    if (!question) throw new Problem(404, 'There is no such question. GET /api/questions lists them.');
    return c.json(part === 'all' ? question : visiblePart(question), 200);
  });
}
