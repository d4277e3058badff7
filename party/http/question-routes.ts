/** Routes of questions: the library, and the questions of a room. */
import { createRoute, z } from '@hono/zod-openapi';
import {
  ChosenLanguage,
  DeskQuestionData,
  NewQuestion,
  QuestionData,
  QuestionList,
  QuestionNumber,
  QuestionQuery,
  RoomQuestions,
} from './question-schemas.js';
import { bearer, body, json, params, refusals } from './routes.js';

const tokenOrKey: Record<string, string[]>[] = [{}, { token: [] }, { makersKey: [] }];

export const findQuestions = createRoute({
  method: 'get',
  path: '/api/questions',
  operationId: 'findQuestions',
  summary: 'Search the library of questions',
  description:
    'For whoever may make rooms, and for interviewers with the token of a room. By level and title; without a query all of them.',
  security: tokenOrKey,
  request: { query: QuestionQuery },
  responses: { 200: json(QuestionList, 'The questions found.'), ...refusals(401, 403, 404, 422, 429) },
});

export const readQuestion = createRoute({
  method: 'get',
  path: '/api/questions/{question}',
  operationId: 'readQuestion',
  summary: 'Read a question of the library',
  description:
    'For the same. Hidden tests, solution, stages, hints, follow-ups and rubric come with the key for making rooms or with an interviewer’s token only.',
  security: tokenOrKey,
  request: {
    params: z.object({
      question: z.string().openapi({ param: { name: 'question', in: 'path' }, example: 'bank-transfers' }),
    }),
  },
  responses: { 200: json(QuestionData, 'The question.'), ...refusals(401, 403, 404, 429) },
});

export const readQuestions = createRoute({
  method: 'get',
  path: '/api/rooms/{id}/questions',
  operationId: 'readQuestions',
  summary: 'Read which questions a room has',
  security: bearer,
  request: { params },
  responses: { 200: json(RoomQuestions, 'In the order of their numbers.'), ...refusals(401, 403, 404) },
});

export const readRoomQuestion = createRoute({
  method: 'get',
  path: '/api/rooms/{id}/questions/{n}',
  operationId: 'readRoomQuestion',
  summary: 'Read a question of a room, whole',
  description: 'For interviewers: hidden tests and solution as well.',
  security: bearer,
  request: { params: QuestionNumber },
  responses: { 200: json(QuestionData, 'The question.'), ...refusals(401, 403, 404, 422) },
});

export const withdrawQuestion = createRoute({
  method: 'delete',
  path: '/api/rooms/{id}/questions/{n}',
  operationId: 'withdrawQuestion',
  summary: 'Take a question that waits out of a room',
  description: 'For interviewers. One that everybody has seen stays: 409.',
  security: bearer,
  request: { params: QuestionNumber },
  responses: { 204: { description: 'It waits no more.' }, ...refusals(401, 403, 404, 409, 422) },
});

export const askQuestion = createRoute({
  method: 'post',
  path: '/api/rooms/{id}/questions',
  operationId: 'askQuestion',
  summary: 'Ask a question',
  description:
    'For interviewers. Its files, tests and task become those of the room; those of the question before are kept with it. Of two who ask at the same moment one is told with 409.',
  security: bearer,
  request: { params, body: body(NewQuestion, true) },
  responses: {
    201: json(DeskQuestionData, 'It is asked, or waits.'),
    ...refusals(400, 401, 403, 404, 409, 413, 415, 422),
  },
});

/** The route of an action on a question of the room. */
const step = <P extends string>(path: P, operationId: string, summary: string, description: string) => ({
  method: 'post' as const,
  path,
  operationId,
  summary,
  description: `For interviewers. ${description}`,
  security: bearer,
  responses: {
    200: json(DeskQuestionData, 'The question as it is then.'),
    ...refusals(400, 401, 403, 404, 409, 413, 415, 422),
  },
});

export const revealQuestion = createRoute({
  ...step(
    '/api/rooms/{id}/questions/{n}/reveal',
    'revealQuestion',
    'Show a question that waits',
    'Everybody sees it from now on. One that was shown before comes back as it was.',
  ),
  request: { params: QuestionNumber, body: body(ChosenLanguage, false) },
});
export const returnToQuestion = createRoute({
  ...step(
    '/api/rooms/{id}/questions/{n}/return',
    'returnToQuestion',
    'Return to a question',
    'With files, tests, results and task as they were left. 0 is what was in the room before its first question.',
  ),
  request: { params: QuestionNumber },
});
export const giveHint = createRoute({
  ...step(
    '/api/rooms/{id}/questions/{n}/hint',
    'giveHint',
    'Give the next hint',
    'Everybody reads it below the task; the report says when.',
  ),
  request: { params: QuestionNumber },
});
export const showStage = createRoute({
  ...step(
    '/api/rooms/{id}/questions/{n}/stage',
    'showStage',
    'Show the next part of a question',
    'Its text comes below the task, its files and tests beside those that are there. It comes by itself when one run passes all visible tests.',
  ),
  request: { params: QuestionNumber },
});
