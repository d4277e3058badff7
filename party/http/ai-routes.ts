/** The routes of the AI that answers in rooms: whether there is one, whether it works, and to ask it. */
import { createRoute, z } from '@hono/zod-openapi';
import { TALK_LIMITS } from '../shared/talk.js';
import { body, json, params, refusals } from './routes.js';
import { text } from './schemas.js';

const openOrKey: Record<string, string[]>[] = [{}, { makersKey: [] }];
const bearer = [{ token: [] }];

const Ai = z
  .object({ available: z.boolean().openapi({ description: 'Whether `CODE_ROOM_AI_URL` and a model are set.' }) })
  .openapi('Ai');

export const readAi = createRoute({
  method: 'get',
  path: '/api/ai',
  operationId: 'readAi',
  summary: 'Read whether this server has an AI that answers in rooms',
  responses: { 200: json(Ai, 'Whether it has.'), ...refusals(403) },
});

const CheckedAi = z
  .object({
    available: z.boolean(),
    works: z.boolean(),
    model: z.string().openapi({ description: 'As the settings name it; empty where there is none.' }),
    durationMs: z.int().openapi({ description: 'How long an answer of one word took.' }),
    sentence: z.string().openapi({ description: 'What is wrong; empty when it works.' }),
  })
  .openapi('CheckedAi');

export const checkAi = createRoute({
  method: 'get',
  path: '/api/ai/check',
  operationId: 'checkAi',
  summary: 'See whether the AI of this server works',
  description: 'For whoever may make rooms. Asks it for one word, at most six times a minute.',
  security: openOrKey,
  responses: { 200: json(CheckedAi, 'What came of it.'), ...refusals(401, 429) },
});

const NewAiQuestion = z
  .strictObject({
    question: text
      .refine((value) => value.trim() !== '', 'Write a question.')
      .refine(
        (value) => value.length <= TALK_LIMITS.question,
        `A question has at most ${TALK_LIMITS.question} characters.`,
      )
      .openapi({ example: 'Why does my loop not end?' }),
    files: z.array(z.string()).optional().openapi({
      description:
        'Names of the files that are sent along, of those that everybody in the room reads; all of these by default.',
    }),
  })
  .openapi('NewAiQuestion');

/** The `description` is what people read of lines, which no schema tells. */
const AnswerLines = z.string().openapi('AiAnswerLines', {
  description:
    'One JSON object a line. First `{"type": "question", "question"}` with the number of the question in the room’s talk; `{"type": "text", "text"}` for each piece of the answer, `{"type": "wait"}` every few seconds while there is none; last `{"type": "end", "state", "sentence"}` with state `done`, `stopped` or `failed`, and a sentence that says why it failed.',
});

const stopParams = params.extend({
  question: z.coerce
    .number()
    .int()
    .min(1)
    .openapi({ param: { name: 'question', in: 'path' }, example: 1 }),
});

export const stopAi = createRoute({
  method: 'delete',
  path: '/api/rooms/{id}/assistant/{question}',
  operationId: 'stopAi',
  summary: 'Stop an answer of the AI',
  description: 'For whoever asked, who ends the request as well. What had come by then stays in the talk.',
  security: bearer,
  request: { params: stopParams },
  responses: { 204: { description: 'It is stopped.' }, ...refusals(401, 403, 404, 422) },
});

export const askAiRoute = createRoute({
  method: 'post',
  path: '/api/rooms/{id}/assistant',
  operationId: 'askAi',
  summary: 'Ask the AI of this server',
  description:
    'For interviewers and candidates, in rooms where AI is allowed or required. The AI is told the task, these files, the talk before and the question: nothing that interviewers alone read. Everybody in the room reads question and answer. Ending the request ends the answer.',
  security: bearer,
  request: { params, body: body(NewAiQuestion, true) },
  responses: {
    200: { description: 'The answer, as it comes.', content: { 'application/jsonl': { schema: AnswerLines } } },
    ...refusals(400, 401, 403, 404, 409, 413, 415, 422, 429),
  },
});
