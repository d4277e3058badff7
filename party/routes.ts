/** The routes of the HTTP API: what each takes, answers and refuses. */
import { createRoute, z } from '@hono/zod-openapi';
import {
  Code,
  Exchange,
  Health,
  MadeRoom,
  NewRole,
  NewRoom,
  PersonId,
  ProblemDocument,
  Room,
  RoomId,
  Token,
} from './schemas.js';

const REFUSALS = {
  400: 'The body is not JSON.',
  401: 'There is no valid token, key or secret.',
  403: 'The role may not do this.',
  404: 'There is no such room, or it was deleted.',
  409: 'The room has ended.',
  413: 'The body or a text in it is too large.',
  415: 'The body is not declared as JSON.',
  422: 'A field is missing or not as it should be; `errors` names each.',
  429: 'Too many rooms from this address; `Retry-After` says how many seconds to wait.',
  503: 'The room cannot answer just now; `Retry-After` says when to try again.',
} as const;

type Refusal = keyof typeof REFUSALS;
interface Refused {
  description: string;
  content: { 'application/problem+json': { schema: typeof ProblemDocument } };
}

function refusals<S extends Refusal>(...statuses: S[]): Record<S | 503, Refused> {
  const content = { 'application/problem+json': { schema: ProblemDocument } };
  const entries = [...statuses, 503 as const].map((status) => [status, { description: REFUSALS[status], content }]);
  return Object.fromEntries(entries);
}

const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
const body = <S extends z.ZodType>(schema: S, required: boolean) => ({
  required,
  content: { 'application/json': { schema } },
});
const params = z.object({ id: RoomId });
const personParams = z.object({ id: RoomId, person: PersonId });
const bearer = [{ token: [] }];
const openOrKey: Record<string, string[]>[] = [{}, { makersKey: [] }];

export const createRoom = createRoute({
  method: 'post',
  path: '/api/rooms',
  operationId: 'createRoom',
  summary: 'Make a room',
  description:
    'Answers three links, one for each role. Each link is a secret that the room keeps only a digest of, so this is the only time they are shown. Where making rooms is limited to makers, their key is needed as bearer token.',
  security: openOrKey,
  request: { body: body(NewRoom, false) },
  responses: { 201: json(MadeRoom, 'The room is made.'), ...refusals(400, 401, 413, 415, 422, 429) },
});

export const exchangeSecret = createRoute({
  method: 'post',
  path: '/api/rooms/{id}/token',
  operationId: 'exchangeSecret',
  summary: 'Exchange the secret of a link for a token',
  description:
    'The token carries the role of the link. It opens the room (as `token` of `<code-room>`) and the routes below. Without `personKey` the room meets a new person.',
  request: { params, body: body(Exchange, true) },
  responses: { 200: json(Token, 'A token of at most 10 minutes.'), ...refusals(400, 401, 404, 413, 415, 422) },
});

export const readRoom = createRoute({
  method: 'get',
  path: '/api/rooms/{id}',
  operationId: 'readRoom',
  summary: 'Read what a room is and who is in it',
  security: bearer,
  request: { params },
  responses: { 200: json(Room, 'The room now.'), ...refusals(401, 403, 404) },
});

export const readCode = createRoute({
  method: 'get',
  path: '/api/rooms/{id}/code',
  operationId: 'readCode',
  summary: 'Read the code',
  security: bearer,
  request: { params },
  responses: { 200: json(Code, 'All files as they are now.'), ...refusals(401, 403, 404) },
});

/** A decision of interviewers, without a body. */
const decision = <P extends string>(path: P, operationId: string, summary: string, description: string) =>
  createRoute({
    method: 'post',
    path,
    operationId,
    summary,
    description: `For interviewers. ${description}`,
    security: bearer,
    request: { params: path.includes('{person}') ? personParams : params },
    responses: { 204: { description: 'Done, or so already.' }, ...refusals(401, 403, 404, 409, 422) },
  });

export const lockRoom = decision(
  '/api/rooms/{id}/lock',
  'lockRoom',
  'Lock a room',
  'Nobody new comes in but interviewers; whoever has been inside may come back.',
);
export const unlockRoom = decision('/api/rooms/{id}/unlock', 'unlockRoom', 'Unlock a room', 'Newcomers come in again.');
export const endRoom = decision(
  '/api/rooms/{id}/end',
  'endRoom',
  'End a room',
  'The run stops, and the room is read-only for everybody. Links go on working, for reading.',
);
export const reopenRoom = decision('/api/rooms/{id}/reopen', 'reopenRoom', 'Reopen a room', 'It can be written again.');
export const admitPerson = decision(
  '/api/rooms/{id}/people/{person}/admit',
  'admitPerson',
  'Let in somebody who waits',
  '`waiting` of `GET /api/rooms/{id}` has their ids.',
);
export const declinePerson = decision(
  '/api/rooms/{id}/people/{person}/decline',
  'declinePerson',
  'Send away somebody who waits',
  'They may ask again.',
);
export const removePerson = decision(
  '/api/rooms/{id}/people/{person}/remove',
  'removePerson',
  'Send somebody away for good',
  'Their connections end. Reset the link as well if they could come back by it as somebody new.',
);

export const assignRole = createRoute({
  method: 'post',
  path: '/api/rooms/{id}/people/{person}/role',
  operationId: 'assignRole',
  summary: 'Make a candidate an observer, or the other way round',
  description: 'For interviewers. It holds at once, and when the person comes back.',
  security: bearer,
  request: { params: personParams, body: body(NewRole, true) },
  responses: { 204: { description: 'Done, or so already.' }, ...refusals(400, 401, 403, 404, 413, 415, 422) },
});

export const deleteRoom = createRoute({
  method: 'delete',
  path: '/api/rooms/{id}',
  operationId: 'deleteRoom',
  summary: 'Delete a room',
  description: 'For interviewers. Everyone is disconnected and nothing of the room is kept.',
  security: bearer,
  request: { params },
  responses: { 204: { description: 'The room is gone.' }, ...refusals(401, 403, 404) },
});

export const checkHealth = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'checkHealth',
  summary: 'Ask whether the server answers',
  responses: { 200: json(Health, 'It does.') },
});
