/** Routes for interviewers and of the room's history: parameters, answers and refusals. */
import { createRoute, z } from '@hono/zod-openapi';
import { DiagnosticsData } from './diagnostics-schema.js';
import { Mine, ReplayFile, ReportData } from './history-schemas.js';
import { LinkRole, NewHelp, NewLink, NewRole, Revocation } from './interview-schemas.js';
import { bearer, body, json, params, refusals } from './routes.js';
import { PersonId, RoomId } from './schemas.js';

const personParams = z.object({ id: RoomId, person: PersonId });
const roleParams = z.object({ id: RoomId, role: LinkRole });

/** The route of an interviewer's decision without a body. */
const decision = <P extends string>(path: P, operationId: string, summary: string, description: string) =>
  createRoute({
    method: 'post',
    path,
    operationId,
    summary,
    description: `For interviewers. ${description}`,
    security: bearer,
    request: { params: path.includes('{person}') ? personParams : params },
    responses: { 204: { description: 'Done, or it was so already.' }, ...refusals(401, 403, 404, 409, 422) },
  });

export const lockRoom = decision(
  '/api/rooms/{id}/lock',
  'lockRoom',
  'Lock a room',
  'Only interviewers can join as new people; whoever has been inside can come back.',
);
export const unlockRoom = decision(
  '/api/rooms/{id}/unlock',
  'unlockRoom',
  'Unlock a room',
  'New people can join again.',
);
export const endRoom = decision(
  '/api/rooms/{id}/end',
  'endRoom',
  'End a room',
  'The run stops, and the room is read-only for everybody. Links go on working, for reading. Where somebody is in private time, that ends first, and the answer comes some seconds later, when what they wrote has come.',
);
export const reopenRoom = decision(
  '/api/rooms/{id}/reopen',
  'reopenRoom',
  'Reopen a room',
  'Everybody can edit and run again, each as their role allows.',
);
export const admitPerson = decision(
  '/api/rooms/{id}/people/{person}/admit',
  'admitPerson',
  'Admit somebody from the waiting room',
  '`waiting` of `GET /api/rooms/{id}` has their ids.',
);
export const declinePerson = decision(
  '/api/rooms/{id}/people/{person}/decline',
  'declinePerson',
  'Decline somebody in the waiting room',
  'They may ask again.',
);
export const removePerson = decision(
  '/api/rooms/{id}/people/{person}/remove',
  'removePerson',
  'Remove somebody from the room',
  'Their connections end. Reset the link as well if they could use it to come back as somebody new.',
);

export const assignRole = createRoute({
  method: 'post',
  path: '/api/rooms/{id}/people/{person}/role',
  operationId: 'assignRole',
  summary: 'Make a candidate an observer, or the other way round',
  description: 'For interviewers. It applies at once, and also when the person comes back.',
  security: bearer,
  request: { params: personParams, body: body(NewRole, true) },
  responses: { 204: { description: 'Done, or it was so already.' }, ...refusals(400, 401, 403, 404, 413, 415, 422) },
});

export const setHelp = createRoute({
  method: 'post',
  path: '/api/rooms/{id}/help',
  operationId: 'setHelp',
  summary: 'Say how much the editor helps',
  description:
    'For interviewers. It holds for everybody in the room at once; all of them see it, and the replay notes it.',
  security: bearer,
  request: { params, body: body(NewHelp, true) },
  responses: {
    204: { description: 'Done, or it was so already.' },
    ...refusals(400, 401, 403, 404, 409, 413, 415, 422),
  },
});

export const addLink = createRoute({
  method: 'post',
  path: '/api/rooms/{id}/links/{role}',
  operationId: 'addLink',
  summary: 'Make another link for a role',
  description: 'For interviewers. The links that are in use continue to work, and nobody is disconnected.',
  security: bearer,
  request: { params: roleParams },
  responses: { 200: json(NewLink, 'The new link. The room keeps no copy of it.'), ...refusals(401, 403, 404, 422) },
});

export const resetLink = createRoute({
  method: 'post',
  path: '/api/rooms/{id}/links/{role}/reset',
  operationId: 'resetLink',
  summary: 'Replace the links of a role',
  description: 'For interviewers. All links of the role, their tokens and their connections end at once.',
  security: bearer,
  request: { params: roleParams },
  responses: { 200: json(NewLink, 'The new link. The room keeps no copy of it.'), ...refusals(401, 403, 404, 422) },
});

export const revokeLink = createRoute({
  method: 'delete',
  path: '/api/rooms/{id}/links/{role}',
  operationId: 'revokeLink',
  summary: 'Leave a role without a link',
  description: 'For interviewers. All links of the role, their tokens and their connections end at once.',
  security: bearer,
  request: { params: roleParams },
  responses: { 204: { description: 'The role no longer has a link.' }, ...refusals(401, 403, 404, 422) },
});

export const revokeToken = createRoute({
  method: 'post',
  path: '/api/rooms/{id}/tokens/revoke',
  operationId: 'revokeToken',
  summary: 'Take back a token',
  description: 'For interviewers. The token of this `jti` no longer opens the room, and its connections end at once.',
  security: bearer,
  request: { params, body: body(Revocation, true) },
  responses: { 204: { description: 'The token no longer works.' }, ...refusals(400, 401, 403, 404, 413, 415, 422) },
});

export const readMine = createRoute({
  method: 'get',
  path: '/api/rooms/{id}/mine',
  operationId: 'readMine',
  summary: 'Download your own work',
  description: 'For candidates: the code, and what you have done in the room, edit by edit and run by run.',
  security: bearer,
  request: { params },
  responses: { 200: json(Mine, 'Your work.'), ...refusals(401, 403, 404, 429) },
});

export const readReplay = createRoute({
  method: 'get',
  path: '/api/rooms/{id}/replay',
  operationId: 'readReplay',
  summary: 'Read everything that happened',
  description:
    'For interviewers: people, runs, and each edit with its author and time, as a `.coderoom` file: lines of JSON, described in REPLAY.md. With `Accept: application/json` in the format of PROTOCOL.md, "Replay", which contains all that interviewers may read.',
  security: bearer,
  request: {
    params,
    query: z.object({
      private: z.enum(['0', '1'], { error: 'Say 1 or 0.' }).optional().openapi({
        description:
          '`1`: with notes, moments, hidden tests and all else that interviewers alone may read. Default: what everybody in the room may read, so that the file can be passed on.',
      }),
    }),
  },
  responses: {
    200: {
      description: 'The replay.',
      content: { 'application/x-ndjson': { schema: z.string() }, 'application/json': { schema: ReplayFile } },
    },
    ...refusals(401, 403, 404, 422, 429),
  },
});

export const readReport = createRoute({
  method: 'get',
  path: '/api/rooms/{id}/report',
  operationId: 'readReport',
  summary: 'Read the report',
  description:
    'For interviewers: people, timeline, scores, notes, code, tests, chat and runs, as Markdown; as JSON with `Accept: application/json`. Scores of others are left out until the reader has handed in theirs. With `for=candidate`: only the code, results and log of the candidates, to be given to them.',
  security: bearer,
  request: { params, query: z.object({ for: z.literal('candidate').optional() }) },
  responses: {
    200: {
      description: 'The report.',
      content: { 'text/markdown': { schema: z.string() }, 'application/json': { schema: ReportData } },
    },
    ...refusals(401, 403, 404, 422, 429),
  },
});

export const readDiagnostics = createRoute({
  method: 'get',
  path: '/api/rooms/{id}/diagnostics',
  operationId: 'readDiagnostics',
  summary: 'See how a room is doing',
  description:
    'For interviewers who report a problem: figures about connections, texts, disk and refusals. It contains no code, names or secrets.',
  security: bearer,
  request: { params },
  responses: { 200: json(DiagnosticsData, 'How it is doing now.'), ...refusals(401, 403, 404) },
});
