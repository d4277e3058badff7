/** The part of the HTTP API that passes questions of rooms on to the AI of whoever runs this server. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, TypedResponse } from 'hono';
import { digest, type RandomBytes, randomKey } from '../access/secrets.js';
import type { AiMessage, Answers, ConsultCommand, RoomCommand } from '../commands/command.js';
import type { AiService } from '../config/ai-service.js';
import { AddressThrottle } from '../rate/address-throttle.js';
import type { Limits } from '../shared/limits.js';
import * as routes from './ai-routes.js';
import { askAi } from './ask-ai.js';
import { Problem, tooMany, wrongField } from './problem.js';

interface AiApiParts {
  /** Null: there is none. */
  ai: AiService | null;
  limits: Limits;
  /** The key that making rooms needs; none: anyone may. */
  makers: string | undefined;
  random: RandomBytes;
  now: () => number;
  /** Throws a Problem. */
  ask<C extends RoomCommand>(room: string, command: C): Promise<Answers[C['type']]>;
  bearer(c: Context): string | undefined;
  /** Throws a Problem. */
  token(c: Context): string;
  addressOf(c: Context): string;
}

/** Checks a minute; each asks the AI. */
const CHECKS = 6;
/** A check waits no longer. */
const CHECK_MS = 20_000;
/** So often the others in the room hear what has come. */
const TELL_MS = 700;
/** After so many intervals without news a `wait` line is sent, so that pages and proxies do not time out, and the room’s lease is renewed. */
const IDLE_INTERVALS = 6;

export function addAiApi(api: OpenAPIHono, parts: AiApiParts): void {
  const { ai, limits, makers, random, now, ask, bearer, token, addressOf } = parts;
  const checks = new AddressThrottle(CHECKS, now);

  api.openapi(routes.readAi, (c) => c.json({ available: ai !== null }, 200));

  api.openapi(routes.checkAi, async (c) => {
    // Digests are compared, so that the time it takes tells nothing about the key.
    if (makers && (await digest(bearer(c) ?? '')) !== (await digest(makers)))
      throw new Problem(401, 'Send the key for making rooms here, as a bearer token.');
    const wait = checks.take(addressOf(c));
    if (wait > 0) throw tooMany('Too many checks in a minute.', wait);
    if (!ai) return c.json({ available: false, works: false, model: '', durationMs: 0, sentence: '' }, 200);
    const began = now();
    let said = '';
    const { state, sentence } = await askAi(
      ai,
      [{ role: 'user', content: 'Answer with one word: ready' }],
      (text) => {
        said += text;
      },
      { aiSilenceMs: CHECK_MS, aiMs: CHECK_MS },
      new AbortController().signal,
    );
    const works = state === 'done' && said.trim() !== '';
    const why = sentence || (works ? '' : 'It answered nothing.');
    const durationMs = Math.max(0, Math.round(now() - began));
    return c.json({ available: true, works, model: ai.model, durationMs, sentence: why }, 200);
  });

  api.openapi(routes.askAiRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { question: text, files } = c.req.valid('json');
    if (!ai)
      throw new Problem(422, 'This server has no AI that could answer. Whoever runs it can set CODE_ROOM_AI_URL.');
    if (files && files.length > limits.files)
      throw wrongField(422, 'files', `A room has at most ${limits.files} files.`);
    const about = { type: 'consult' as const, token: token(c), run: randomKey(random) };
    const { wait, question, messages } = await ask(id, { ...about, step: 'begin', text, files });
    if (wait > 0) throw tooMany('Too many questions for the AI, of this room or of you.', wait);
    const step = (next: AnswerStep) => ask(id, { ...about, ...next, question } as ConsultCommand);
    const answer = c.body(lines(ai, question, messages, step), 200, { 'Content-Type': 'application/jsonl' });
    // To the types of the route a list of JSON lines is one value.
    return answer as unknown as TypedResponse<string, 200, 'json'>;
  });

  api.openapi(routes.stopAi, async (c) => {
    const { id, question } = c.req.valid('param');
    await ask(id, { type: 'consult', token: token(c), run: '', step: 'stop', question });
    return c.body(null, 204);
  });

  /** What is cancelled ends at the service as well, and what had come is kept. */
  function lines(
    service: AiService,
    question: number,
    messages: readonly AiMessage[],
    step: (next: AnswerStep) => Promise<unknown>,
  ): ReadableStream<Uint8Array> {
    const end = new AbortController();
    const encoder = new TextEncoder();
    return new ReadableStream({
      async start(controller) {
        const say = (line: object) => {
          if (!end.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        };
        let [all, untold, idle] = ['', '', 0];
        // One after the other: the room hears the pieces in their order. One that it does not hear is in the answer at the end.
        let telling: Promise<unknown> = Promise.resolve();
        const tell = setInterval(() => {
          if (untold === '' && ++idle < IDLE_INTERVALS) return;
          if (untold === '') say({ type: 'wait' });
          const text = untold;
          [untold, idle] = ['', 0];
          telling = telling.then(() => step({ step: 'keep', text })).catch(() => undefined);
        }, TELL_MS);
        say({ type: 'question', question });
        const take = (text: string) => {
          all += text;
          untold += text;
          say({ type: 'text', text });
        };
        try {
          const ended = await askAi(service, messages, take, limits, end.signal);
          clearInterval(tell);
          await telling;
          // Before its end is told, so that whoever hears it finds the answer in the talk.
          await step({ step: 'end', text: all, ...ended }).catch(() => undefined); // The room writes down what it has heard.
          say({ type: 'end', ...ended });
        } finally {
          clearInterval(tell);
          if (!end.signal.aborted) controller.close();
        }
      },
      cancel() {
        end.abort();
      },
    });
  }
}

type AnswerStep =
  | Pick<Extract<ConsultCommand, { step: 'keep' }>, 'step' | 'text'>
  | Omit<Extract<ConsultCommand, { step: 'end' }>, 'type' | 'token' | 'run' | 'question'>;
