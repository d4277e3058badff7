/** Routes of the HTTP API: parameters, answers and refusals. */
import { createRoute, z } from '@hono/zod-openapi';
import { Code, Exchange, Health, MadeRoom, NewRoom, ProblemDocument, Room, RoomId, Token } from './schemas.js';

const REFUSALS = {
  400: 'The body is not JSON.',
  401: 'There is no valid token, key or secret.',
  403: 'Your role may not do this.',
  404: 'There is no such room, or it was deleted.',
  409: 'The room has ended, or its state does not allow this; `detail` says which.',
  413: 'The body or a text in it is too large.',
  415: 'The body is not declared as JSON.',
  422: 'A field is missing or not as it should be; `errors` names each.',
  429: 'Too many of these, from this address or of this person; where there is one, `Retry-After` says how many seconds to wait.',
  503: 'The room cannot answer just now; `Retry-After` says when to try again.',
} as const;

type RefusalStatus = keyof typeof REFUSALS;
export interface RefusalResponse {
  description: string;
  content: { 'application/problem+json': { schema: typeof ProblemDocument } };
}

export function refusals<S extends RefusalStatus>(...statuses: S[]): Record<S | 503, RefusalResponse> {
  const content = { 'application/problem+json': { schema: ProblemDocument } };
  const entries = [...statuses, 503 as const].map((status) => [status, { description: REFUSALS[status], content }]);
  return Object.fromEntries(entries);
}

export const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
export const body = <S extends z.ZodType>(schema: S, required: boolean) => ({
  required,
  content: { 'application/json': { schema } },
});
export const params = z.object({ id: RoomId });
export const bearer = [{ token: [] }];
const openOrKey: Record<string, string[]>[] = [{}, { makersKey: [] }];

export const createRoom = createRoute({
  method: 'post',
  path: '/api/rooms',
  operationId: 'createRoom',
  summary: 'Make a room',
  description:
    'The answer has three links: for interviewer, candidate and observer. Each link is a secret: keep it, because the room stores only a digest and cannot show it again. Where only people with a key can make rooms, send the key as a bearer token.',
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
  responses: { 200: json(Code, 'All files as they are now.'), ...refusals(401, 403, 404, 429) },
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
