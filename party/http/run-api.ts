/** The part of the HTTP API that runs programs on servers of whoever runs this one. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, TypedResponse } from 'hono';
import { digest, type RandomBytes, randomKey } from '../access/secrets.js';
import type { Answers, RoomCommand } from '../commands/command.js';
import type { ServiceSetting } from '../config/service-settings.js';
import { AddressThrottle } from '../rate/address-throttle.js';
import { HELLO_INPUT, HELLO_OUTPUT, HELLO_PROGRAMS } from '../shared/hello-programs.js';
import { LANGUAGES } from '../shared/languages.js';
import type { Limits } from '../shared/limits.js';
import { utf8Length } from '../shared/plain-text.js';
import type { ServiceProgram } from '../shared/program-services.js';
import { Problem, tooMany, wrongField } from './problem.js';
import { runOnService } from './run-on-service.js';
import * as routes from './run-routes.js';

interface RunApiParts {
  services: readonly ServiceSetting[];
  limits: Limits;
  /** The key that making rooms needs; none: anyone may. */
  makers: string | undefined;
  random: RandomBytes;
  now: () => number;
  /** Throws a Problem. */
  ask<C extends RoomCommand>(room: string, command: C): Promise<Answers[C['type']]>;
  bearer(c: Context): string | undefined;
  addressOf(c: Context): string;
}

/** Checks a minute; each runs a program in every language. */
const CHECKS = 6;
/** While a program runs and prints nothing, a `wait` line is sent this often, so that pages and proxies do not time out, and the room’s lease is renewed. */
const KEEP_ALIVE_MS = 4_000;
/** A check waits no longer. */
const CHECK_MS = 20_000;

export function addRunApi(api: OpenAPIHono, parts: RunApiParts): void {
  const { services, limits, makers, random, now, ask, bearer, addressOf } = parts;
  const checks = new AddressThrottle(CHECKS, now);
  const labelOf = (language: string) => LANGUAGES[language] ?? language;

  api.openapi(routes.readLanguages, (c) => {
    const languages = services.map(({ language: id }) => ({
      id,
      label: labelOf(id),
      example: HELLO_PROGRAMS[id] ?? '',
    }));
    return c.json({ languages }, 200);
  });

  api.openapi(routes.checkServices, async (c) => {
    // Digests are compared, so that the time it takes tells nothing about the key.
    if (makers && (await digest(bearer(c) ?? '')) !== (await digest(makers)))
      throw new Problem(401, 'Send the key for making rooms here, as a bearer token.');
    const wait = checks.take(addressOf(c));
    if (wait > 0) throw tooMany('Too many checks in a minute.', wait);
    return c.json({ runners: await Promise.all(services.map((setting) => checked(setting))) }, 200);
  });

  async function checked(setting: ServiceSetting) {
    const { language, service } = setting;
    const program = { language, code: HELLO_PROGRAMS[language] ?? '', fileName: 'Main', files: [], stdin: HELLO_INPUT };
    const found = { language, label: labelOf(language), service };
    const printed: string[] = [];
    const began = now();
    const sink = {
      output: (_kind: string, text: string) => void printed.push(text),
    };
    const ended = await runOnService(
      setting,
      program,
      sink,
      { ...limits, serviceMs: CHECK_MS },
      new AbortController().signal,
    );
    const said = printed.join('').trim();
    const works = ended.state === 'done' && said === HELLO_OUTPUT.trim();
    const sentence = works ? '' : `It did not greet as it should. It said: ${said.slice(0, 300) || 'nothing'}`;
    return { ...found, works, version: ended.version, durationMs: Math.max(0, now() - began), sentence };
  }

  api.openapi(routes.runProgram, async (c) => {
    const { id } = c.req.valid('param');
    const program = c.req.valid('json');
    const setting = services.find(({ language }) => language === program.language);
    if (!setting)
      throw new Problem(
        422,
        `This server runs no ${labelOf(program.language).slice(0, 40)}. GET /api/languages lists what it runs.`,
      );
    const files = routes.filesOfRun(limits);
    if (program.files.length > files) throw wrongField(422, 'files', `Send at most ${files} files.`);
    if (bytesOf(program) > limits.serviceProgramBytes) {
      const most = `${limits.serviceProgramBytes / 1024} KiB`;
      throw new Problem(413, `The program and its files are too large. Send at most ${most} together.`);
    }
    const run = randomKey(random);
    const step = (which: 'begin' | 'keep' | 'end') =>
      ask(id, { type: 'service-run', token: bearer(c) ?? '', run, step: which });
    const { wait } = await step('begin');
    if (wait > 0) throw tooMany('Too many programs run on the server for this room or for you.', wait);
    const answer = c.body(lines(setting, program, step), 200, { 'Content-Type': 'application/jsonl' });
    // To the types of the route a list of JSON lines is one value.
    return answer as unknown as TypedResponse<string, 200, 'json'>;
  });

  /** What is cancelled ends at the service as well. */
  function lines(
    setting: ServiceSetting,
    program: ServiceProgram,
    step: (which: 'keep' | 'end') => Promise<unknown>,
  ): ReadableStream<Uint8Array> {
    const end = new AbortController();
    const encoder = new TextEncoder();
    return new ReadableStream({
      async start(controller) {
        const say = (line: object) => {
          if (!end.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        };
        const beat = setInterval(() => {
          say({ type: 'wait' });
          // A room that does not answer now may later; without it the lease lapses.
          step('keep').catch(() => undefined);
        }, KEEP_ALIVE_MS);
        // Before anything has come: whoever asked knows at once that it is under way.
        say({ type: 'wait' });
        const began = now();
        try {
          const sink = { output: (kind: string, text: string) => text && say({ type: 'output', kind, text }) };
          const { state } = await runOnService(setting, program, sink, limits, end.signal);
          say({ type: 'end', state, durationMs: Math.max(0, now() - began) });
        } finally {
          clearInterval(beat);
          await step('end').catch(() => undefined); // As above.
          if (!end.signal.aborted) controller.close();
        }
      },
      cancel() {
        end.abort();
      },
    });
  }
}

function bytesOf({ code, files, stdin }: ServiceProgram): number {
  return [code, stdin, ...files.flatMap(({ name, text }) => [name, text])].reduce(
    (sum, text) => sum + utf8Length(text),
    0,
  );
}
