/** JSON schemas of the HTTP API; validation, types and the OpenAPI document come from them. What `CODE_ROOM_LIMITS` can change is only described here, and checked by the handlers. */

import { z } from '@hono/zod-openapi';
import { phasesOf } from '../access/room-rules.js';
import { AI_RULES } from '../shared/ai-rule.js';
import { cleanName } from '../shared/clean-names.js';
import { ENTRY_LIMITS } from '../shared/entries.js';
import { HELPS } from '../shared/help.js';
import { LANGUAGES } from '../shared/languages.js';
import { LIMITS } from '../shared/limits.js';
import { withLineFeeds } from '../shared/plain-text.js';
import { ROLES } from '../shared/roles.js';
import { HIDDEN_RESULTS } from '../shared/test-results.js';
import { TEST_LIMITS } from '../shared/tests.js';
import { HOUR_MS } from '../shared/time.js';
import { log, loggedAs } from './activity-schemas.js';
import { NewRehearsal, Rehearsal } from './rehearsal-schemas.js';
import { TEMPLATES, type Template, type TemplateId } from './templates.js';

/** A title is one line, not a text. */
const TITLE_LENGTH = 120;
const HOURS_A_YEAR = 365 * 24;
const DEFAULT_HOURS = LIMITS.retentionMs / HOUR_MS;
/** Link secrets and person keys have 22 characters; a much longer value cannot be one. */
const KEY_LENGTH = 64;

const AI_WORDS = 'Choose "off", "allowed" or "required".';
export const HELP_WORDS = 'Choose "none", "basic" or "full".';

const exampleId = 'mU0pXq3vT2eJ8sWc5hYzLA';
const exampleTime = '2026-12-23T09:30:00.000Z';
const time = z.iso.datetime().openapi({ example: exampleTime });
/** Editor and room use LF. A lone surrogate cannot be encoded as UTF-8, so it is rejected. */
export const text = z
  .string()
  .refine((value) => !/\p{Cs}/u.test(value), 'Send text without broken (half) characters.')
  .transform(withLineFeeds);

export const RoomId = z.string().openapi({
  param: { name: 'id', in: 'path' },
  pattern: '^[A-Za-z0-9_-]{1,64}$',
  example: exampleId,
});

export const PersonId = z.string().openapi({
  param: { name: 'person', in: 'path' },
  description: 'An id from `people` or `waiting` of the room.',
  example: 'q4Zt0bYw3nRk',
});

const timerPhases = z
  .array(
    z.object({
      name: z
        .string()
        .max(ENTRY_LIMITS.phaseName, `A phase has a name of at most ${ENTRY_LIMITS.phaseName} characters.`),
      minutes: z
        .number()
        .positive('Give each phase its minutes.')
        .max(ENTRY_LIMITS.minutes, `A phase has at most ${ENTRY_LIMITS.minutes} minutes.`),
    }),
  )
  .max(ENTRY_LIMITS.phases, `A timer has at most ${ENTRY_LIMITS.phases} phases.`);

export const NewRoom = z
  .strictObject({
    title: z
      .string()
      .max(TITLE_LENGTH, `Use a title of at most ${TITLE_LENGTH} characters.`)
      .transform((title) => cleanName(title, TITLE_LENGTH))
      .optional()
      .openapi({ description: 'Shown to everyone in the room.', example: 'Interview with Ada' }),
    language: z
      .string()
      .refine((id) => Object.hasOwn(LANGUAGES, id), 'Choose one of the listed languages, such as "python".')
      .optional()
      .openapi({
        enum: Object.keys(LANGUAGES),
        description: 'Language of the first file, `python` by default; with `files`, for extensions of two languages.',
      }),
    code: text.optional().openapi({
      description: `Starter code, at most ${LIMITS.fileBytes / 1024} KiB of UTF-8.`,
      example: 'def add(a, b):\n    return a + b\n',
    }),
    files: z
      .array(
        z.strictObject({
          name: z.string().openapi({ example: 'bank.py' }),
          language: z
            .string()
            .refine((id) => Object.hasOwn(LANGUAGES, id), 'Choose one of the listed languages, such as "python".')
            .optional()
            .openapi({
              description:
                'Default: by the name’s extension; where two languages have it, as with `.sql`, that of another file or of the room.',
            }),
          text,
          readonly: z.boolean().optional().openapi({ description: 'Only interviewers may change it.' }),
          visibility: z.enum(['all', 'interviewers']).optional(),
          entry: z.boolean().optional().openapi({ description: 'Run runs it; default: the first that all see.' }),
        }),
      )
      .optional()
      .openapi({
        description: `In place of \`code\`: up to ${LIMITS.files} files, in the order of their tabs.`,
      }),
    brief: text.optional().openapi({
      description: `The task in words, at most ${LIMITS.notesBytes / 1024} KiB of UTF-8.`,
    }),
    template: z
      .string()
      .refine((id) => Object.hasOwn(TEMPLATES, id), `Choose one of ${Object.keys(TEMPLATES).join(', ')}.`)
      .optional()
      .openapi({
        enum: Object.keys(TEMPLATES),
        description: 'A task to start from: gives whichever of title, language, code and brief is left out.',
      }),
    questions: z
      .array(z.string())
      .optional()
      .openapi({
        description: `Up to ${LIMITS.questions} ids of the library. They wait in this order: nobody but interviewers knows of them until one of them is shown.`,
      }),
    tests: z
      .array(z.looseObject({}))
      .optional()
      .openapi({
        description: `Up to ${TEST_LIMITS.tests} tests, hidden ones too, with the fields that \`party/shared/tests.ts\` tells for each kind.`,
        example: [{ name: 'adds', kind: 'call', function: 'add', args: [1, 2], expected: 3, hidden: true }],
      }),
    hiddenResults: z.enum(HIDDEN_RESULTS, 'Choose "none", "counts" or "names".').optional().openapi({
      description: 'What candidates hear of hidden tests; `counts` by default. Never a text of one.',
    }),
    help: z.enum(HELPS, HELP_WORDS).optional().openapi({
      description:
        'How much the editor helps: `none`; `basic`, with words, keywords and brackets; `full`, the default, with all tools that know the language.',
    }),
    ai: z.enum(AI_RULES, AI_WORDS).optional().openapi({
      description:
        'Whether people may use AI: `off`, the default, `allowed` or `required`. Everybody is told so before they join. Where it is on, people may ask the AI of this server, and links for assistants open the room.',
    }),
    log,
    candidateTests: z.boolean().optional().openapi({ description: 'Candidates may change the visible tests, too.' }),
    timer: z.preprocess(phasesOf, timerPhases.optional()).openapi({
      description:
        'The phases of a timer that everybody sees, and interviewers start. Also as `{phases: […]}`, as the tag has it.',
      example: [
        { name: 'read', minutes: 5 },
        { name: 'code', minutes: 25 },
      ],
    }),
    lobby: z
      .boolean()
      .default(false)
      .openapi({ description: 'Whether new people wait in the waiting room until an interviewer admits them.' }),
    rehearsal: NewRehearsal,
    retentionHours: z
      .int()
      .min(1, 'Keep a room for at least 1 hour.')
      .max(HOURS_A_YEAR, `Keep a room for at most ${HOURS_A_YEAR} hours, which is a year.`)
      .default(DEFAULT_HOURS)
      .openapi({ description: 'Hours after the last activity until the room is deleted.' }),
  })
  .openapi('NewRoom');

/** Content of a new room: as requested, else from its template, else empty and in Python. */
export function filled({ template, ...room }: z.infer<typeof NewRoom>) {
  const { title, language, code, brief } = TEMPLATES[template as TemplateId] ?? EMPTY_ROOM;
  return {
    ...room,
    title: room.title ?? title,
    language: room.language ?? language,
    code: room.code ?? code,
    brief: room.brief ?? brief,
  };
}

const EMPTY_ROOM: Template = { title: '', language: 'python', code: '', brief: '' };

const id = z.string().openapi({ description: 'Part of every address of the room.', example: exampleId });
const link = z.url();
export const MadeRoom = z
  .object({
    id,
    links: z
      .object({ interviewer: link, candidate: link, observer: link })
      .openapi({ description: 'One for each role. Each is a secret: whoever has it has the role.' }),
    expiresAt: time.openapi({ description: 'When the room is deleted if nobody uses it.' }),
  })
  .openapi('MadeRoom');

export const Exchange = z
  .strictObject({
    secret: z
      .string('Send the secret of a link: the part after "#k=".')
      .min(1, 'Send the secret of a link: the part after "#k=".')
      .max(KEY_LENGTH, 'That is too long for the secret of a link.')
      .openapi({ description: 'The part after `#k=` of a link.', example: 'Zr0a1mVd7Qk4yTn9uXe2Bg' }),
    name: z
      .string()
      .default('')
      .openapi({
        description: `Shown to the others, up to ${LIMITS.nameLength} characters. Without one the room gives a name such as "Guest 2".`,
        example: 'Ada',
      }),
    personKey: z
      .string()
      .min(16, 'Send the personKey of an earlier answer, or none.')
      .max(KEY_LENGTH, 'Send the personKey of an earlier answer, or none.')
      .optional()
      .openapi({ description: 'The `personKey` of an earlier answer, to come back as the same person.' }),
  })
  .openapi('Exchange');

const role = z.enum(ROLES).openapi({ description: 'What the link is for.' });
export const Token = z
  .object({
    token: z
      .string()
      .openapi({ description: 'Bearer token for this room and role.', example: 'eyJhbGciOiJIUzI1NiJ9…' }),
    role,
    expiresAt: time.openapi({ description: 'When the token ends. Exchange the secret again before that.' }),
    personKey: z.string().openapi({ description: 'A secret: keep it to come back as the same person.' }),
  })
  .openapi('Token');

export const Room = z
  .object({
    id,
    title: z.string().openapi({ description: 'Empty when it was made without one.' }),
    brief: z.string().openapi({ description: 'The task in words; empty when it was made without one.' }),
    state: z.enum(['open', 'ended']).openapi({ description: 'An ended room can be read, but not edited.' }),
    lobby: z
      .boolean()
      .openapi({ description: 'New people wait in the waiting room until an interviewer admits them.' }),
    ...Rehearsal,
    locked: z.boolean().openapi({ description: 'Nobody new can join, except interviewers.' }),
    language: z.string().openapi({ description: 'Of the file that Run runs.', example: 'python' }),
    help: z.enum(HELPS).optional().openapi({ description: 'How much the editor helps; left out where in full.' }),
    ai: z.enum(AI_RULES).optional().openapi({ description: 'Whether people may use AI; left out where it is off.' }),
    log: loggedAs,
    createdAt: time,
    expiresAt: time.openapi({ description: 'When the room is deleted if nobody uses it.' }),
    people: z
      .array(z.object({ id: z.string(), name: z.string(), role, color: z.string() }))
      .openapi({ description: 'Who is in the room now.' }),
    waiting: z
      .array(z.object({ id: z.string(), name: z.string(), role }))
      .optional()
      .openapi({ description: 'Who is in the waiting room; only interviewers see it.' }),
    run: z
      .object({
        id: z.string(),
        language: z.string(),
        state: z.string().openapi({ example: 'done' }),
        startedAt: time,
        durationMs: z.number().optional(),
      })
      .optional()
      .openapi({ description: 'The current or last run.' }),
  })
  .openapi('Room');

export const Code = z
  .object({
    files: z
      .array(
        z.object({
          name: z.string().openapi({ example: 'main.py' }),
          language: z.string().openapi({ example: 'python' }),
          text: z.string(),
        }),
      )
      .openapi({ description: 'All files, each with its LF text.' }),
  })
  .openapi('Code');

export const ProblemDocument = z
  .object({
    type: z.string().openapi({ example: 'about:blank' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: 'A sentence that says what to do.' }),
    code: z.string().optional().openapi({ description: 'Names a refusal of the room, such as `many-links`.' }),
    values: z.record(z.string(), z.string()).optional().openapi({ description: 'The values in its sentence.' }),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .openapi('Problem');

export const Health = z.object({ status: z.literal('ok') }).openapi('Health');
