/** JSON schemas of questions: in the library and in a room. */
import { z } from '@hono/zod-openapi';
import { LANGUAGES } from '../shared/languages.js';
import { RoomId } from './schemas.js';

const QUERY_LENGTH = 200;

export const QuestionQuery = z.object({
  q: z
    .string()
    .max(QUERY_LENGTH, `Search for at most ${QUERY_LENGTH} characters.`)
    .optional()
    .openapi({ description: 'Words that all stand in id, title, topics or brief.', example: 'bank' }),
  topic: z.string().max(QUERY_LENGTH).optional().openapi({ description: 'One of `topics`.', example: 'joins' }),
  level: z
    .string()
    .regex(/^[1-5]?$/, 'A level is a number from 1 to 5.')
    .optional()
    .openapi({ description: '1, a first task, to 5, a hard one.', example: '3' }),
});

const facts = {
  id: z.string().openapi({ example: 'bank-transfers' }),
  title: z.string(),
  level: z.int().openapi({ description: '1, a first task, to 5, a hard one.' }),
  topics: z.array(z.string()),
  minutes: z.int(),
};

export const QuestionList = z
  .object({
    questions: z.array(
      z.object({
        ...facts,
        languages: z.array(z.string()).openapi({ example: ['python', 'javascript'] }),
        stages: z.int().openapi({ description: 'How many parts come after the first.' }),
      }),
    ),
    topics: z.array(z.string()).openapi({ description: 'All topics of the library.' }),
  })
  .openapi('QuestionList');

const File = z.object({ name: z.string(), text: z.string() });
const Test = z
  .looseObject({ name: z.string(), kind: z.enum(['io', 'call', 'code']) })
  .openapi({ description: 'See `party/shared/tests.ts` for the fields of each kind.' });

export const QuestionData = z
  .object({
    ...facts,
    brief: z.string().openapi({ description: 'Markdown.' }),
    languages: z.record(
      z.string(),
      z.object({
        entry: z.string().openapi({ description: 'The file that Run runs.' }),
        starter: z.array(File),
        tests: z.array(Test),
        hidden: z.array(Test).optional(),
        hiddenFiles: z.array(File).optional(),
        solution: z.array(File).optional(),
      }),
    ),
    hints: z.array(z.string()).optional(),
    followUps: z.array(z.string()).optional(),
    rubric: z.array(z.object({ criterion: z.string(), levels: z.array(z.string()) })).optional(),
    stages: z
      .array(
        z.object({
          title: z.string(),
          brief: z.string().optional(),
          tests: z.array(z.string()).optional(),
          files: z.record(z.string(), z.array(z.string())).optional(),
        }),
      )
      .optional(),
  })
  .openapi('Question');

const language = z
  .string()
  .refine((id) => Object.hasOwn(LANGUAGES, id), 'Choose one of the languages of the question, such as "python".')
  .optional();

export const NewQuestion = z
  .strictObject({
    question: z
      .union(
        [z.string(), z.record(z.string(), z.unknown())],
        'Send the id of a question of the library, or a question itself.',
      )
      .openapi({
        description:
          'An id of the library, or a question itself, as `GET /api/questions/{question}` tells one to interviewers.',
        example: 'bank-transfers',
      }),
    language: language.openapi({
      description: 'Default: that of the last question, or of the room, if the question has it; else its first.',
      example: 'python',
    }),
    reveal: z
      .boolean()
      .default(true)
      .openapi({ description: 'Whether everybody sees it at once; else it waits, and only interviewers know of it.' }),
  })
  .openapi('NewQuestion');

export const ChosenLanguage = z
  .strictObject({
    language: language.openapi({ description: 'Of a question that nobody has seen yet; default as when it is asked.' }),
  })
  .openapi('ChosenLanguage');

export const QuestionNumber = z.object({
  id: RoomId,
  n: z
    .string()
    .regex(/^\d{1,4}$/, 'The number of a question is a whole number.')
    .openapi({ param: { name: 'n', in: 'path' }, description: 'Its number in the room.', example: '1' }),
});

const time = z.int().openapi({ description: 'Milliseconds since 1970.', example: 1795426200000 });
const n = z
  .int()
  .openapi({ description: 'Its number in the room, from 1; 0 is what was there before the first question.' });

const Asked = z
  .object({
    n,
    title: z.string(),
    language: z.string(),
    current: z.boolean().openapi({ description: 'Its files, tests and task are those of the room now.' }),
    hints: z.array(z.string()).openapi({ description: 'Those given so far.' }),
    stage: z.int().openapi({ description: 'How many parts have been added to the first.' }),
  })
  .openapi('AskedQuestion');

export const DeskQuestionData = z
  .object({
    n,
    id: z.string(),
    title: z.string(),
    level: z.int(),
    minutes: z.int(),
    language: z.string(),
    languages: z.array(z.string()),
    current: z.boolean(),
    askedAt: time.nullable().openapi({ description: 'When everybody saw it first; null while it waits.' }),
    hints: z.array(z.object({ text: z.string(), at: time.nullable() })),
    followUps: z.array(z.string()),
    rubric: z.array(z.object({ criterion: z.string(), levels: z.array(z.string()) })),
    stages: z.array(z.object({ title: z.string(), at: time.nullable() })),
  })
  .openapi('DeskQuestion');

export const RoomQuestions = z
  .object({
    questions: z.array(z.union([DeskQuestionData, Asked])).openapi({
      description: 'Interviewers get all, with what goes with each (DeskQuestion); others those that were shown.',
    }),
  })
  .openapi('RoomQuestions');
