/** Asks the AI of this server, and passes on its answer as it comes: within limits, nowhere but where the settings say, and its key never comes out again. */

import type { AiService } from '../config/ai-service.js';
import type { AiMessage } from '../room/talk.js';
import { parseJson } from '../shared/json.js';
import type { Limits } from '../shared/limits.js';
import { sentenceFor } from '../shared/refusals.js';
import type { AnswerState } from '../shared/talk.js';
import { TALK_LIMITS } from '../shared/talk.js';

interface AiEnd {
  state: AnswerState;
  /** Why it failed; else empty. */
  sentence: string;
}

/** Of what a service says of itself no more is passed on. */
const REASON_LENGTH = 300;
/** Bytes that are read of an answer; each piece of a text comes in some hundred bytes of JSON. */
const ANSWER_BYTES = 8 * 1024 * 1024;
/** Characters of one line of a stream: several times a whole answer. Each piece of a line that does not end is looked through again. */
const LINE = 256 * 1024;
const TELL = 'Tell whoever runs this server.';
const NO_JSON = `The AI answered with something that is no JSON. ${TELL}`;

/** Says what is wrong, in a sentence for people. */
class AiFault extends Error {
  override name = 'AiFault';
}

/** Always comes back. `tell` hears the text piece by piece; `stopped` ends it at the service, too. */
export async function askAi(
  service: AiService,
  messages: readonly AiMessage[],
  tell: (text: string) => void,
  { aiSilenceMs, aiMs }: Pick<Limits, 'aiSilenceMs' | 'aiMs'>,
  stopped: AbortSignal,
): Promise<AiEnd> {
  const end = new AbortController();
  const stop = () => end.abort();
  stopped.addEventListener('abort', stop);
  const whole = setTimeout(stop, aiMs);
  let silence = setTimeout(stop, aiSilenceMs);
  let left: number = TALK_LIMITS.answer;
  const text = new KeyFilter(service.key, (piece) => {
    clearTimeout(silence);
    silence = setTimeout(stop, aiSilenceMs);
    if (left > 0) tell(piece.slice(0, left));
    left -= piece.length;
  });
  try {
    const response = await send(service, messages, end.signal);
    await read(response, service, (piece) => {
      text.write(piece);
      return left >= 0;
    });
    text.end();
    return left >= 0
      ? { state: 'done', sentence: '' }
      : { state: 'failed', sentence: 'The answer was longer than an answer may be. Ask for less at once.' };
  } catch (error) {
    text.end();
    if (stopped.aborted) return { state: 'stopped', sentence: '' };
    if (end.signal.aborted) return { state: 'failed', sentence: 'The AI took too long. Ask again.' };
    if (error instanceof AiFault) return { state: 'failed', sentence: error.message };
    return { state: 'failed', sentence: 'The connection to the AI was lost. Ask again.' };
  } finally {
    end.abort();
    clearTimeout(whole);
    clearTimeout(silence);
    stopped.removeEventListener('abort', stop);
  }
}

async function send(service: AiService, messages: readonly AiMessage[], signal: AbortSignal): Promise<Response> {
  const { url, key, model } = service;
  let response: Response;
  try {
    response = await fetch(`${url}/chat/completions`, {
      method: 'POST',
      body: JSON.stringify({ model, messages, stream: true }),
      headers: {
        Accept: 'text/event-stream, application/json',
        'Content-Type': 'application/json',
        ...(key && { Authorization: `Bearer ${key}` }),
      },
      redirect: 'manual',
      signal,
    });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new AiFault(`The AI cannot be reached. Try again later, or tell whoever runs this server.`, { cause });
  }
  const { status } = response;
  // Whoever answers must not lead this server to where only it can go.
  if (status === 0 || (status >= 300 && status < 400))
    throw new AiFault(
      `The AI leads elsewhere, which is not followed: its address in the settings may be wrong. ${TELL}`,
    );
  if (!response.ok) throw new AiFault(await faultOf(response, service));
  return response;
}

async function faultOf(response: Response, service: AiService): Promise<string> {
  const { status } = response;
  if (status === 429) {
    await response.body?.cancel();
    return 'The AI is busy, or this server has used up what it may ask. Try again in a minute.';
  }
  if (status === 401 || status === 403) {
    await response.body?.cancel();
    return `The AI does not accept the key of this server. ${TELL}`;
  }
  const reason = reasonIn(await startOf(response), service);
  return `The AI answered with status ${status}${reason ? `: ${reason}` : ''}. ${status >= 500 ? 'Ask again.' : TELL}`;
}

/** Some services say what is wrong in the `error` of their JSON. */
function reasonIn(text: string, { key }: AiService): string {
  const { error } = (parseJson(text) ?? {}) as { error?: unknown };
  const message = typeof error === 'string' ? error : (error as { message?: unknown } | undefined)?.message;
  if (typeof message !== 'string') return '';
  // Before it is cut, which could leave a part of the key.
  const told = key ? message.replaceAll(key, '…') : message;
  return told.slice(0, REASON_LENGTH).replace(/[.\s]+$/, '');
}

async function startOf(response: Response): Promise<string> {
  let text = '';
  for await (const piece of pieces(response)) {
    text += piece;
    if (text.length > 16_384) break;
  }
  return text;
}

/** Reads a stream of events, or one JSON value from services that do not stream. Throws AiFault. `take` says whether there may be more. */
async function read(response: Response, service: AiService, take: (text: string) => boolean): Promise<void> {
  if (!/event-stream/i.test(response.headers.get('Content-Type') ?? '')) return readWhole(response, take);
  let waiting = '';
  let complete = false;
  for await (const piece of pieces(response)) {
    const lines = (waiting + piece).split(/\r\n|\n|\r(?!$)/);
    waiting = lines.pop() ?? '';
    if (waiting.length > LINE) throw new AiFault(NO_JSON);
    for (const line of lines) {
      const data = /^data: ?(.*)$/.exec(line)?.[1];
      if (data === undefined) continue;
      if (data.trim() === '[DONE]') return;
      const event = parseJson(data) as Chunk | undefined;
      if (!event) throw new AiFault(NO_JSON);
      const fault = event.error && reasonIn(data, service);
      if (event.error) throw new AiFault(`The AI broke off${fault ? `: ${fault}` : ''}. Ask again.`);
      const choice = event.choices?.[0];
      const text = choice?.delta?.content;
      if (typeof text === 'string' && text !== '' && !take(text)) return;
      complete ||= typeof choice?.finish_reason === 'string';
    }
  }
  if (!complete) throw new AiFault(sentenceFor('ai-broke-off'));
}

interface Chunk {
  error?: unknown;
  choices?: { delta?: { content?: unknown }; message?: { content?: unknown }; finish_reason?: unknown }[];
}

async function readWhole(response: Response, take: (text: string) => boolean): Promise<void> {
  let text = '';
  for await (const piece of pieces(response)) text += piece;
  const content = (parseJson(text) as Chunk | undefined)?.choices?.[0]?.message?.content;
  if (typeof content !== 'string')
    throw new AiFault(`The AI answered with something else than a chat completion: its address may be wrong. ${TELL}`);
  take(content);
}

async function* pieces({ body }: Response): AsyncGenerator<string> {
  const reader = (body as ReadableStream<Uint8Array> | null)?.getReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > ANSWER_BYTES) {
      await reader.cancel();
      throw new AiFault('The answer was longer than an answer may be. Ask for less at once.');
    }
    yield decoder.decode(value, { stream: true });
  }
}

/** Passes text on without the key, however it is parted into pieces. */
class KeyFilter {
  #held = '';

  constructor(
    private readonly key: string | undefined,
    private readonly pass: (text: string) => void,
  ) {}

  write(text: string): void {
    const { key } = this;
    if (!key) return this.pass(text);
    const all = (this.#held + text).replaceAll(key, '…');
    let held = Math.min(all.length, key.length - 1);
    while (held > 0 && !key.startsWith(all.slice(all.length - held))) held--;
    this.#held = all.slice(all.length - held);
    const told = all.slice(0, all.length - held);
    if (told) this.pass(told);
  }

  end(): void {
    if (this.#held) this.pass(this.#held);
    this.#held = '';
  }
}
