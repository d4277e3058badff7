/** Handlers of the HTTP API for questions. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { digest } from '../access/secrets.js';
import { roomOf } from '../access/tokens.js';
import type { Answers, RoomCommand } from '../commands/command.js';
import { type Question, questionFaults } from '../shared/question.js';
import { Problem } from './problem.js';
import { lineOf, type QuestionLibrary, visiblePart } from './question-library.js';
import * as routes from './question-routes.js';
import type { UnknownRoomThrottle } from './unknown-room-throttle.js';

/** Maximum number of faults in an answer. */
const FAULTS_SHOWN = 5;

interface QuestionApiParts {
  library: QuestionLibrary;
  /** The key required to create rooms; without one, anybody may. */
  makers: string | undefined;
  unknown: UnknownRoomThrottle;
  /** Throws a Problem. */
  ask<C extends RoomCommand>(room: string, command: C): Promise<Answers[C['type']]>;
  bearer(c: Context): string | undefined;
  /** Throws a Problem when there is no token. */
  token(c: Context): string;
}

/** Finds library questions by id. Throws a Problem for an unknown one. */
export function chosenQuestions(library: QuestionLibrary, ids: readonly string[]): Question[] {
  return ids.map((id, index) => {
    if (ids.indexOf(id) < index) throw new Problem(422, `The question "${id}" is named twice. Name it once.`);
    return questionOfLibrary(library, id);
  });
}

function questionOfLibrary(library: QuestionLibrary, id: string): Question {
  const found = library.get(id);
  if (found) return found;
  throw new Problem(422, `There is no question "${id.slice(0, 64)}" in the library. GET /api/questions lists them.`);
}

/** The question to ask: one of the library by id, or a whole one in the body. Throws a Problem with a sentence for each fault. */
function questionIn(library: QuestionLibrary, given: string | Record<string, unknown>): Question {
  if (typeof given === 'string') return questionOfLibrary(library, given);
  const faults = questionFaults(given);
  if (faults.length === 0) return given as unknown as Question;
  const shown = faults.slice(0, FAULTS_SHOWN);
  const more = faults.length > shown.length ? [`There are ${faults.length - shown.length} more.`] : [];
  const errors = shown.map((detail) => ({ pointer: '/question', detail }));
  throw new Problem(422, ['The question cannot be asked.', ...shown, ...more].join(' '), errors);
}

export function addQuestionApi(api: OpenAPIHono, parts: QuestionApiParts): void {
  const { library, makers, unknown, ask, bearer, token } = parts;
  /** How much of the library the client may read. Throws a Problem when nothing. */
  async function readable(c: Context): Promise<'all' | 'visible'> {
    const sent = bearer(c);
    if (sent === undefined && makers === undefined) return 'visible';
    // Comparing digests keeps the timing independent of the key.
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

  api.openapi(routes.readQuestions, async (c) => {
    const questions = await ask(c.req.valid('param').id, { type: 'questions', token: token(c) });
    return c.json({ questions }, 200);
  });
  api.openapi(routes.readRoomQuestion, async (c) => {
    const { id, n } = c.req.valid('param');
    return c.json(await ask(id, { type: 'question', token: token(c), n: Number(n) }), 200);
  });
  api.openapi(routes.withdrawQuestion, async (c) => {
    const { id, n } = c.req.valid('param');
    await ask(id, { type: 'withdraw', token: token(c), n: Number(n) });
    return c.body(null, 204);
  });
  api.openapi(routes.askQuestion, async (c) => {
    const { id } = c.req.valid('param');
    const sent = token(c);
    // Checked first, so that nobody without the right learns anything about the library.
    await ask(id, { type: 'library', token: sent });
    const { question: given, ...how } = c.req.valid('json');
    const question = questionIn(library, given);
    return c.json(await ask(id, { type: 'ask', token: sent, question, ...how }), 201);
  });
  api.openapi(routes.revealQuestion, async (c) => {
    const { id, n } = c.req.valid('param');
    const { language } = c.req.valid('json') ?? {};
    return c.json(await ask(id, { type: 'turn', token: token(c), n: Number(n), language }), 200);
  });
  api.openapi(routes.returnToQuestion, async (c) => {
    const { id, n } = c.req.valid('param');
    return c.json(await ask(id, { type: 'turn', token: token(c), n: Number(n) }), 200);
  });
  api.openapi(routes.giveHint, async (c) => {
    const { id, n } = c.req.valid('param');
    return c.json(await ask(id, { type: 'hint', token: token(c), n: Number(n) }), 200);
  });
  api.openapi(routes.showStage, async (c) => {
    const { id, n } = c.req.valid('param');
    return c.json(await ask(id, { type: 'stage', token: token(c), n: Number(n) }), 200);
  });
}
