/** The JSON of questions: what the library tells of one, and what is asked in a room. */
import { z } from '@hono/zod-openapi';

const QUERY_LENGTH = 200;

export const QuestionQuery = z.object({
  q: z
    .string()
    .max(QUERY_LENGTH, `Search for at most ${QUERY_LENGTH} characters.`)
    .optional()
    .openapi({ description: 'Words that all stand in title, topics or brief.', example: 'bank' }),
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
