/** JSON schemas of a room's history: replay, report, and a candidate's download. */
import { z } from '@hono/zod-openapi';
import { TIMELINE_KINDS } from '../commands/report-timeline.js';
import { AI_RULES } from '../shared/ai-rule.js';
import { MOMENT_KINDS } from '../shared/entries.js';
import { HELPS } from '../shared/help.js';
import { OUTPUT_KINDS } from '../shared/output.js';
import { ROLES } from '../shared/roles.js';
import { ANSWER_STATES } from '../shared/talk.js';
import { TEST_STATES } from '../shared/test-results.js';
import { noted, stamp } from './activity-schemas.js';
import { Code } from './schemas.js';

const time = z.int().openapi({ description: 'Milliseconds since 1970.', example: 1795426200000 });
const role = z.enum(ROLES);
const ai = z
  .enum(AI_RULES)
  .optional()
  .openapi({ description: 'Whether people might use AI; left out where it was off.' });

const Run = z
  .object({
    run: z.int().openapi({ description: 'Counts up from 1.' }),
    person: z.string(),
    name: z.string(),
    document: z.int(),
    version: z.int(),
    language: z.string().openapi({ example: 'python' }),
    state: z.string().openapi({ example: 'done' }),
    startedAt: time,
    durationMs: z.int(),
    output: z.array(z.object({ kind: z.enum(OUTPUT_KINDS), text: z.string() })),
    outputTimes: z.array(z.array(z.number())).optional().openapi({
      description:
        'When the output came: milliseconds since the run began, and how long the output was from then on, in UTF-16 units and one more for each piece; left out where all of it came at the end, or nobody knows.',
    }),
  })
  .openapi('Run');

const testResult = {
  name: z.string(),
  state: z.enum(TEST_STATES),
  expected: z.string().optional(),
  actual: z.string().optional(),
  reason: z.string().optional().openapi({ description: 'A sentence about the first difference.' }),
  output: z.string().optional().openapi({ description: 'What the program printed; its beginning.' }),
  file: z.string().optional(),
  line: z.int().optional().openapi({ description: 'Where it failed, counted from 1.' }),
  durationMs: z.number(),
  hidden: z.boolean(),
};

const askedFiles = {
  n: z.int(),
  title: z.string(),
  language: z.string(),
  current: z.boolean(),
  files: Code.shape.files,
};

export const Mine = Code.extend({
  name: z.string(),
  activity: z.array(
    z.object({
      at: time,
      document: z.int(),
      version: z.int(),
      inserted: z.string(),
      deleted: z.int().openapi({ description: 'UTF-16 units taken out.' }),
    }),
  ),
  questions: z
    .array(z.object({ ...askedFiles, tests: z.array(z.object({ name: z.string(), state: z.enum(TEST_STATES) })) }))
    .optional()
    .openapi({
      description:
        'Those that were shown, each with its files and what came of the tests that everybody sees; left out when there are none.',
    }),
  tests: z
    .array(z.looseObject({ name: z.string(), kind: z.string() }))
    .optional()
    .openapi({ description: 'Tests that everybody sees; left out when there are none.' }),
  testResults: z
    .array(z.object(testResult))
    .optional()
    .openapi({ description: 'What came of them, when they were run last.' }),
  ...noted,
  runs: z.array(Run),
}).openapi('Mine');

export const ReplayFile = z
  .object({
    format: z.literal('code-room-replay'),
    version: z.literal(1),
    room: z.object({ id: z.string(), title: z.string(), createdAt: time, ended: z.boolean(), ai }),
    people: z.array(z.object({ id: z.string(), name: z.string(), role, color: z.string() })),
    authors: z
      .array(z.tuple([z.int(), z.string()]))
      .openapi({ description: 'Author numbers of the log, and the id of the person each stands for.' }),
    documents: z.array(
      z.object({
        id: z.int(),
        name: z.string(),
        language: z.string(),
        question: z
          .int()
          .optional()
          .openapi({ description: 'Of a file: the number of the question it is of; left out for what is of none.' }),
        hidden: z.literal(true).optional().openapi({ description: 'Of a file: interviewers alone may read it.' }),
        removedAt: time.optional().openapi({ description: 'Of a file that was removed: when.' }),
        version: z.int(),
        text: z.string().openapi({ description: 'At `version`.' }),
        stretches: z.array(z.string()).openapi({ description: 'The log, each segment in base64.' }),
      }),
    ),
    runs: z.array(Run),
  })
  .openapi('Replay');

export const ReportData = Code.extend({
  id: z.string(),
  title: z.string(),
  brief: z.string(),
  notes: z.string(),
  createdAt: time,
  endedAt: time.optional(),
  writtenAt: time.optional().openapi({ description: 'When this report was written.' }),
  state: z.enum(['open', 'ended']),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role,
      edits: z.int(),
      firstEditAt: time.optional(),
      lastEditAt: time.optional(),
    }),
  ),
  help: z
    .array(z.object({ help: z.enum(HELPS), at: time, by: z.string().optional() }))
    .optional()
    .openapi({
      description: 'How much the editor helped, each time that was changed; left out where it always helped in full.',
    }),
  timer: z
    .array(
      z.object({
        at: time,
        timer: z
          .object({
            phases: z.array(z.object({ name: z.string(), minutes: z.number() })),
            startedAt: time.nullable().openapi({
              description: 'When the first phase began, moved on by every pause; null before it is started.',
            }),
            pausedAt: time.nullable().openapi({ description: 'Since when it stands still; null while it runs.' }),
            extraMinutes: z.number().openapi({ description: 'Added to the last phase for everybody.' }),
            extraFor: z
              .record(z.string(), z.number())
              .openapi({ description: 'Added for single people, by their id.' }),
          })
          .nullable()
          .openapi({ description: 'null: it was taken away.' }),
      }),
    )
    .optional()
    .openapi({ description: 'How the timer stood, each time that it was changed; left out where there was none.' }),
  questions: z
    .array(
      z.object({
        ...askedFiles,
        askedAt: time,
        hints: z.array(z.object({ text: z.string(), at: time })),
        stages: z.array(z.object({ title: z.string(), at: time })),
        tests: z.array(z.object({ name: z.string(), state: z.enum(TEST_STATES), hidden: z.boolean() })),
      }),
    )
    .optional()
    .openapi({ description: 'Those that were shown, with what was given and what came of their tests.' }),
  tests: z
    .array(
      z.object({
        ...testResult,
        kind: z.string().openapi({ example: 'io' }),
        state: z.enum([...TEST_STATES, 'not-run']),
        durationMs: z.number().optional(),
      }),
    )
    .optional()
    .openapi({ description: 'All tests of the room, hidden ones too, with what came of each when it was run last.' }),
  testRuns: z
    .array(z.object({ by: z.string(), at: time, hidden: z.boolean(), ended: z.boolean() }))
    .optional()
    .openapi({ description: 'When tests were run last, and who did; by the clock of whoever ran them.' }),
  chat: z
    .array(z.object({ ...stamp, text: z.string(), to: z.enum(['all', 'interviewers']) }))
    .optional()
    .openapi({ description: 'What was written in the chat, and among interviewers; left out when nothing was.' }),
  moments: z
    .array(z.object({ ...stamp, kind: z.enum(MOMENT_KINDS), text: z.string(), file: z.string(), version: z.int() }))
    .optional()
    .openapi({ description: 'Moments that interviewers noted, with the file they saw then and its version.' }),
  scores: z
    .array(
      z.object({
        ...stamp,
        summary: z.string(),
        times: z.array(time).openapi({ description: 'When it was handed in, each time.' }),
        scores: z.array(
          z.object({
            question: z.int().openapi({ description: 'Number of the question in the room; 0: of none.' }),
            criterion: z.string(),
            level: z.int().openapi({ description: 'From 1 to 4; 0: none was given.' }),
            anchor: z.string().optional().openapi({
              description:
                'What the level says; left out where none was given, and for criteria that the room does not have.',
            }),
            evidence: z.string(),
            moment: z.int().openapi({ description: 'Id of a noted moment that the level rests on; 0: none.' }),
            word: z.string(),
          }),
        ),
      }),
    )
    .optional()
    .openapi({ description: 'What each interviewer has handed in last; only for a reader who has handed in, too.' }),
  scoresWithheld: z
    .literal(true)
    .optional()
    .openapi({ description: 'Others have handed in scores, and the reader has not.' }),
  ai,
  talk: z
    .array(
      z.object({
        question: z.object({ ...stamp, kind: z.literal('question'), text: z.string(), files: z.array(z.string()) }),
        answer: z
          .object({
            ...stamp,
            kind: z.literal('answer'),
            question: z.int(),
            text: z.string(),
            state: z.enum(ANSWER_STATES),
            sentence: z.string(),
          })
          .nullable(),
      }),
    )
    .optional()
    .openapi({ description: 'What was asked of the AI, and what it answered; left out when nothing was.' }),
  proposals: z
    .array(
      z.object({
        ...stamp,
        document: z.int(),
        file: z.string(),
        version: z.int().openapi({ description: 'Of the file, which the places are of.' }),
        length: z.int(),
        why: z.string(),
        places: z.array(
          z.object({
            from: z.int(),
            to: z.int(),
            removed: z.string(),
            insert: z.string(),
            line: z.int(),
            lead: z.string(),
            tail: z.string(),
          }),
        ),
        state: z.enum(['open', 'accepted', 'declined']),
        judged: z
          .object({ by: z.string(), name: z.string(), at: time, version: z.int().optional() })
          .optional()
          .openapi({ description: 'Who decided; `version` is the one of the file that an accepted proposal made.' }),
      }),
    )
    .optional()
    .openapi({ description: 'Changes that were proposed, and what became of them; left out when none were.' }),
  ...noted,
  runs: z.array(Run),
  timeline: z
    .array(z.object({ at: time, kind: z.enum(TIMELINE_KINDS), what: z.string() }))
    .optional()
    .openapi({ description: 'What happened, in order: of all that is above, in a few words.' }),
}).openapi('Report');
