/** The routes of questions: the library, and what is asked in a room. */
import { createRoute, z } from '@hono/zod-openapi';
import { QuestionData, QuestionList, QuestionQuery } from './question-schemas.js';
import { json, refusals } from './routes.js';

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
