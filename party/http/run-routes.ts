/** The routes of languages that run on a server: which there are, whether they work, and to run a program. */
import { createRoute, z } from '@hono/zod-openapi';
import { fileNameFault } from '../shared/file-names.js';
import { LIMITS, type Limits } from '../shared/limits.js';
import { body, json, params, refusals } from './routes.js';
import { text } from './schemas.js';

const openOrToken: Record<string, string[]>[] = [{}, { token: [] }];
const openOrKey: Record<string, string[]>[] = [{}, { makersKey: [] }];
/** As many as a room has, and as many again that hidden tests bring. */
export function filesOfRun({ files }: Pick<Limits, 'files'>): number {
  return 2 * files;
}

const language = z.string().openapi({ example: 'java' });
const label = z.string().openapi({ example: 'Java' });

const Languages = z
  .object({
    languages: z
      .array(
        z.object({
          id: language,
          label,
          example: z.string().openapi({ description: 'A program to begin with.' }),
        }),
      )
      .openapi({ description: 'Those of `CODE_ROOM_RUNNERS`; empty where that is not set.' }),
  })
  .openapi('Languages');

export const readLanguages = createRoute({
  method: 'get',
  path: '/api/languages',
  operationId: 'readLanguages',
  summary: 'Read which languages run on a server',
  description: 'All others that can be run are run by the page itself.',
  responses: { 200: json(Languages, 'The languages.'), ...refusals(403) },
});

const Runners = z
  .object({
    runners: z.array(
      z.object({
        language,
        label,
        service: z.enum(['piston', 'judge0']),
        works: z.boolean(),
        version: z
          .string()
          .openapi({ description: 'As the service writes it; empty when it says none.', example: '21.0.2' }),
        durationMs: z
          .int()
          .openapi({ description: 'How long the program took, compiling and the way there included.' }),
        sentence: z.string().openapi({ description: 'What is wrong; empty when it works.' }),
      }),
    ),
  })
  .openapi('Runners');

export const checkServices = createRoute({
  method: 'get',
  path: '/api/runners',
  operationId: 'checkRunners',
  summary: 'See whether each language that runs on a server works',
  description: 'For whoever may make rooms. Runs a short program in each of them, at most six times a minute.',
  security: openOrKey,
  responses: { 200: json(Runners, 'What came of it.'), ...refusals(401, 429) },
});

const fileName = z
  .string()
  .refine(
    (name) => fileNameFault(name) === null,
    'Give each file a name such as "Main.java", relative and without "..".',
  );

const NewRun = z
  .strictObject({
    language: z.string().openapi({ description: 'One of `GET /api/languages`.', example: 'java' }),
    code: text.openapi({ example: 'public class Main { … }' }),
    fileName: fileName.openapi({ example: 'Main.java' }),
    files: z
      .array(z.strictObject({ name: fileName, text }))
      .default([])
      .openapi({ description: `The files beside it, up to ${filesOfRun(LIMITS)}.` }),
    stdin: text.default('').openapi({ description: 'What the program reads.' }),
  })
  .openapi('NewRun');

/** The `description` is what people read of lines, which no schema tells. */
const RunLines = z.string().openapi('RunLines', {
  description:
    'One JSON object a line. `{"type": "wait"}` every few seconds while there is no more to say; `{"type": "output", "kind", "text"}` with kind `stdout`, `stderr` or `note`; last `{"type": "end", "state", "durationMs"}` with state `done`, `failed` or `timed-out`.',
});

export const runProgram = createRoute({
  method: 'post',
  path: '/api/rooms/{id}/run',
  operationId: 'runProgram',
  summary: 'Run a program on a server',
  description: `For interviewers and candidates; in open rooms without a token. The program and its files have at most ${LIMITS.serviceProgramBytes / 1024} KiB together. Ending the request ends the run. This is no run of the room: that is started over its socket, and whoever started it passes on what comes here.`,
  security: openOrToken,
  request: { params, body: body(NewRun, true) },
  responses: {
    200: {
      description: 'What the program prints, and how it ended.',
      content: { 'application/jsonl': { schema: RunLines } },
    },
    ...refusals(400, 401, 403, 404, 409, 413, 415, 422, 429),
  },
});
