/** The HTTP API: creates rooms, exchanges link secrets for tokens, and serves requests with tokens. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import type { Issuer } from '../access/issuers.js';
import { foreignOrigin } from '../access/origins.js';
import { digest, type RandomBytes, randomKey } from '../access/secrets.js';
import { issuerOf } from '../access/tokens.js';
import type { Answers, RoomAnswer, RoomCommand, RoomDirectory } from '../commands/command.js';
import type { AiService } from '../config/ai-service.js';
import type { ServiceSetting } from '../config/service-settings.js';
import { AddressThrottle, callerAddress } from '../rate/address-throttle.js';
import { cleanName, isRoomId } from '../shared/clean-names.js';
import { filesByName, filesFault } from '../shared/given-files.js';
import { givenTestsFault } from '../shared/given-tests.js';
import { LIMITS, type Limits } from '../shared/limits.js';
import type { Question } from '../shared/question.js';
import { sentenceFor } from '../shared/refusals.js';
import type { Role } from '../shared/roles.js';
import { TALK_LIMITS } from '../shared/talk.js';
import { TEST_LIMITS, type Test } from '../shared/tests.js';
import { addAiApi } from './ai-api.js';
import { addInterviewApi } from './interview-api.js';
import { describeApi } from './openapi.js';
import { assertBytes, invalidBody, isProblemStatus, Problem, problemResponse, tooMany, wrongField } from './problem.js';
import { addQuestionApi, chosenQuestions } from './question-api.js';
import { QuestionLibrary } from './question-library.js';
import { limitBody } from './request-body.js';
import { checkHealth, createRoom, deleteRoom, exchangeSecret, readCode, readRoom } from './routes.js';
import { addRunApi } from './run-api.js';
import { filled, NewRoom } from './schemas.js';
import { UnknownRoomThrottle } from './unknown-room-throttle.js';

export interface ApiOptions {
  rooms: RoomDirectory;
  /** Origin of links, such as `https://rooms.example.com`. Default: the origin of the request. */
  url?: string | undefined;
  /** The key required to create rooms, as bearer token. Default: none, anybody may. */
  makers?: string | undefined;
  /** Rooms that one address may create per minute. Default 10. */
  roomsPerMinute?: number | undefined;
  /** Header in which a proxy names the client. Without it all clients share one limit, since a header that no proxy sets can be forged. */
  addressHeader?: string | undefined;
  /** Whether pages of an origin may use the API at a URL. Default: all may. */
  mayCome?: (origin: string | undefined, url: string) => boolean;
  /** Teams whose own tokens are accepted. Default: none. */
  issuers?: readonly Issuer[];
  /** The question library. Default: empty. */
  questions?: () => readonly Question[];
  /** The languages that run on a server. Default: none. */
  services?: readonly ServiceSetting[];
  /** The AI that answers in rooms. Default: none. */
  ai?: AiService | null;
  /** Default: those of limits.ts. */
  limits?: Limits;
  /** Milliseconds since 1970. Default: the system's clock. */
  now?: () => number;
  /** Fills an array with random bytes. Default: the system's source. */
  random?: RandomBytes;
  /** Receives our own errors; the client only learns that something failed. */
  reportError: (error: unknown) => void;
}

type FirstRole = Exclude<Role, 'assistant'>;

const ROOMS_PER_MINUTE = 10;
/** Test values are nested deeper than anything else. */
const TEST_DEPTH = TEST_LIMITS.depth + 16;
/** A question in all its languages. */
const QUESTION_BYTES = 4 * 1024 * 1024;
const OTHER_BYTES = 8 * 1024;
/** A question for the AI, in the longest form of its characters. */
const AI_QUESTION_BYTES = 6 * TALK_LIMITS.question + OTHER_BYTES;

export function createApi(options: ApiOptions): OpenAPIHono {
  const { rooms, makers, reportError, issuers = [] } = options;
  const random = options.random ?? ((bytes) => void crypto.getRandomValues(bytes));
  const now = options.now ?? Date.now;
  const throttle = new AddressThrottle(options.roomsPerMinute ?? ROOMS_PER_MINUTE, now);
  const { addressHeader } = options;
  const addressOf = (c: Context) => callerAddress(addressHeader && c.req.header(addressHeader)) ?? 'everyone';
  const api = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw invalidBody(result.error);
    },
  });

  const library = new QuestionLibrary(options.questions ?? (() => []));

  async function ask<C extends RoomCommand>(room: string, command: C): Promise<Answers[C['type']]> {
    if (!isRoomId(room)) throw new Problem(404, 'There is no such room. Check the address.');
    let answer: RoomAnswer<C['type']>;
    try {
      answer = await rooms.send(room, command);
    } catch (error) {
      reportError(error);
      throw new Problem(503, 'The room does not answer. Try again in a moment.', undefined, { 'Retry-After': '2' });
    }
    if (!answer.ok) throw new Problem(answer.status, answer.detail);
    return answer.value;
  }

  const { mayCome = () => true } = options;
  api.use('/api/*', async (c, next) => {
    // Before CORS, so that a page of a disallowed origin learns nothing.
    const origin = c.req.header('Origin');
    if (!mayCome(origin, c.req.url)) throw new Problem(403, foreignOrigin(origin));
    await next();
  });
  api.use(
    '/api/*',
    cors({
      origin: '*',
      allowHeaders: ['Authorization', 'Content-Type'],
      exposeHeaders: ['Retry-After'],
      maxAge: 86_400,
    }),
  );
  api.use('/openapi.json', cors({ origin: '*' }));
  for (const path of ['/api/*', '/openapi.json', '/healthz']) {
    api.use(path, async (c, next) => {
      c.header('X-Content-Type-Options', 'nosniff');
      await next();
    });
  }
  api.use('/api/*', async (c, next) => {
    c.header('Cache-Control', 'no-store');
    c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    c.header('Referrer-Policy', 'no-referrer');
    await next();
  });
  const unknown = new UnknownRoomThrottle(addressOf, now, async (c, room) => {
    if (!isRoomId(room)) return false;
    const issuer = issuerOf(issuers, bearer(c) ?? '');
    const asked: RoomCommand = issuer ? { type: 'facts', token: bearer(c) ?? '' } : { type: 'exists' };
    const answer = await rooms.send(room, asked);
    return answer.ok || (answer.status !== 404 && answer.status !== 401);
  });
  // Matches the room itself, too; what runs twice counts twice.
  api.use('/api/rooms/:id/*', unknown.watch);
  const limits = options.limits ?? LIMITS;
  // JSON escapes rarely more than double the length of a text.
  const newRoomBytes = 2 * (limits.fileBytes + limits.notesBytes + TEST_LIMITS.allBytes);
  api.use('/api/rooms', limitBody(newRoomBytes, TEST_DEPTH));
  const [small, question] = [limitBody(OTHER_BYTES), limitBody(QUESTION_BYTES, TEST_DEPTH)];
  const larger = new Map([
    ['questions', question],
    // Escapes, as above.
    ['run', limitBody(2 * limits.serviceProgramBytes)],
    ['assistant', limitBody(AI_QUESTION_BYTES)],
  ]);
  api.use('/api/rooms/:id/*', (c, next) => (larger.get(c.req.path.split('/')[4] ?? '') ?? small)(c, next));

  api.use('/api/rooms', async (c, next) => {
    // Comparing digests keeps the timing independent of the key.
    if (c.req.method === 'POST' && makers && (await digest(bearer(c) ?? '')) !== (await digest(makers)))
      throw new Problem(
        401,
        'Only people with the key of this server can make rooms here. Enter the key; over HTTP, send it as a bearer token.',
      );
    await next();
  });

  /** Counts created rooms, not attempts, so that a faulty request may be corrected. */
  function throttleRooms(c: Context): void {
    const wait = throttle.take(addressOf(c));
    if (wait > 0) throw tooMany('Too many rooms in a minute.', wait);
  }

  api.openapi(createRoom, async (c) => {
    // A request without a body is not validated, so defaults are filled in here.
    const asked = NewRoom.parse(c.req.valid('json'));
    const { questions: ids = [], tests = [], ...room } = filled(asked);
    if (ids.length > limits.questions)
      throw wrongField(422, 'questions', sentenceFor('questions-full', { questions: limits.questions }));
    const questions = chosenQuestions(library, ids);
    assertBytes('code', room.code, limits.fileBytes);
    if (room.files && asked.code !== undefined) throw new Problem(422, 'Give either "code" or "files", not both.');
    const fault = filesFault(room.files ?? [], limits);
    const wrong = fault ?? givenTestsFault(tests, filesByName(room.files ?? [], room.language));
    if (wrong) throw new Problem(422, wrong);
    assertBytes('brief', room.brief, limits.notesBytes);
    throttleRooms(c);
    const id = randomKey(random);
    const secrets = byRole(() => randomKey(random));
    const digests = {
      interviewer: await digest(secrets.interviewer),
      candidate: await digest(secrets.candidate),
      observer: await digest(secrets.observer),
    };
    const { expiresAt } = await ask(id, {
      ...{ type: 'create' as const, ...room, digests },
      ...(questions.length > 0 && { questions }),
      ...(tests.length > 0 && { tests: tests as unknown[] as Test[] }),
    });
    unknown.know(id);
    const origin = originOf(c, options.url);
    const links = byRole((role) => `${origin}/r/${id}#k=${secrets[role]}`);
    return c.json({ id, links, expiresAt: iso(expiresAt) }, 201);
  });

  api.openapi(exchangeSecret, async (c) => {
    const { personKey = randomKey(random), secret, name: given } = c.req.valid('json');
    const { nameLength } = limits;
    // A little more is cut, and much more is no name.
    if (given.length > nameLength * 4) throw wrongField(422, 'name', `Use a name of at most ${nameLength} characters.`);
    const asked = { type: 'exchange' as const, secret, name: cleanName(given, nameLength), personKey };
    const { token, role, expiresAt } = await ask(c.req.valid('param').id, asked);
    return c.json({ token, role, expiresAt: iso(expiresAt), personKey }, 200);
  });

  api.openapi(readRoom, async (c) => {
    const { id } = c.req.valid('param');
    const { run, ...facts } = await ask(id, { type: 'facts', token: token(c) });
    const times = { createdAt: iso(facts.createdAt), expiresAt: iso(facts.expiresAt) };
    return c.json({ id, ...facts, ...times, ...(run && { run: { ...run, startedAt: iso(run.startedAt) } }) }, 200);
  });

  api.openapi(readCode, async (c) =>
    c.json(await ask(c.req.valid('param').id, { type: 'code', token: token(c) }), 200),
  );

  addInterviewApi(api, { ask, token, random, origin: (c) => originOf(c, options.url) });

  addQuestionApi(api, { library, makers, unknown, ask, bearer, token });

  addRunApi(api, { services: options.services ?? [], limits, makers, random, now, ask, bearer, addressOf });

  addAiApi(api, { ai: options.ai ?? null, limits, makers, random, now, ask, bearer, token, addressOf });

  api.openapi(deleteRoom, async (c) => {
    await ask(c.req.valid('param').id, { type: 'delete', token: token(c) });
    return c.body(null, 204);
  });

  api.openapi(checkHealth, (c) => c.json({ status: 'ok' as const }, 200));
  // Created once: it costs as much as some hundred keystrokes, and anybody may request it.
  let description: string | undefined;
  api.get('/openapi.json', (c) => {
    description ??= JSON.stringify(describeApi(api));
    return c.body(description, 200, { 'Content-Type': 'application/json' });
  });
  api.notFound((c) => problemResponse(c, unknownRoute(api, c)));
  api.onError((error, c) => problemResponse(c, asProblem(error, reportError)));
  return api;
}

/** The path may exist with another method. */
function unknownRoute(api: OpenAPIHono, c: Context): Problem {
  const known = api.routes.filter(({ method, path }) => method !== 'ALL' && pattern(path).test(c.req.path));
  if (known.length === 0) return new Problem(404, 'There is nothing at this address. /docs lists all addresses.');
  const methods = [...new Set(known.map(({ method }) => method))].join(', ');
  return new Problem(405, `Use ${methods} here. /docs says what it does.`, undefined, { Allow: methods });
}

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/:[^/]+/g, '[^/]+')}$`);
}

/** The origin of links: as configured, else that of the request. */
export function originOf(c: Context, url?: string): string {
  return new URL(url || c.req.url).origin;
}

function asProblem(error: unknown, reportError: (error: unknown) => void): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException && error.status === 415)
    return new Problem(415, 'Send JSON, with the header "Content-Type: application/json".');
  if (error instanceof HTTPException && error.status === 400)
    return new Problem(400, 'The body is not valid JSON. Check its quotes, commas and brackets.');
  if (error instanceof HTTPException && isProblemStatus(error.status)) return new Problem(error.status, error.message);
  reportError(error);
  return new Problem(500, 'Something went wrong on our side. Try again in a moment.');
}

function bearer(c: Context): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(c.req.header('Authorization') ?? '')?.[1];
}

function token(c: Context): string {
  const value = bearer(c);
  if (!value) throw new Problem(401, 'Send a token: exchange the secret of your link at POST /api/rooms/{id}/token.');
  return value;
}

/** Of the links that every room begins with. */
function byRole(make: (role: FirstRole) => string): Record<FirstRole, string> {
  return { interviewer: make('interviewer'), candidate: make('candidate'), observer: make('observer') };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
