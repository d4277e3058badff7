// Asks the AI of the room's server, with the room's own token, and passes on the answer as it comes.
import type { AnswerState } from '../../party/shared/talk.js';
import type { Session } from '../session/session.js';
import { laterText } from '../wording/later-text.js';

type Line =
  | { type: 'wait' }
  | { type: 'question'; question: number }
  | { type: 'text'; text: string }
  | { type: 'end'; state: AnswerState; sentence: string };

interface AiSink {
  /** The room has written the question down, under this number. */
  taken(question: number): void;
  text(text: string): void;
}

/** Whether the server has an AI. */
export async function hasAi({ options }: Session): Promise<boolean> {
  const answer = await fetch(`${options.host ?? ''}/api/ai`, { credentials: 'omit' });
  const { available = false } = (answer.ok ? await answer.json() : {}) as { available?: boolean };
  return available;
}

/** `files`: names of those that are sent along; all by default. Rejects with an Error whose message is for people when the room has not taken the question, and when the connection breaks. */
export async function askAi(
  { options }: Session,
  question: string,
  files: string[] | undefined,
  sink: AiSink,
  signal: AbortSignal,
): Promise<void> {
  const { host = '', room = '', token, getToken } = options;
  // As for the room: a `token` beside it is that of the beginning, and may have run out.
  const bearer = (await getToken?.()) || token;
  const url = `${host}/api/rooms/${encodeURIComponent(room)}/assistant`;
  const authorization = { ...(bearer && { Authorization: `Bearer ${bearer}` }) };
  let answer: Response;
  try {
    answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...authorization },
      body: JSON.stringify({ question, ...(files && { files }) }),
      signal,
    });
  } catch (cause) {
    if (signal.aborted) return;
    throw new Error(laterText('server-silent'), { cause });
  }
  if (!answer.ok) {
    const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string };
    throw new Error(detail || laterText('server-failed'));
  }
  for await (const line of linesOf(answer)) {
    if (line.type === 'question') {
      const { question } = line;
      sink.taken(question);
      // The request ends by itself; the room is told, since a server may not hear of that. Without an answer it finds out later.
      const stop = () =>
        fetch(`${url}/${question}`, { method: 'DELETE', headers: authorization }).catch(() => undefined);
      signal.addEventListener('abort', () => void stop(), { once: true });
    } else if (line.type === 'text') sink.text(line.text);
    else if (line.type === 'end') return;
  }
  if (!signal.aborted) throw new Error(laterText('answer-broken-off'));
}

async function* linesOf({ body }: Response): AsyncGenerator<Line> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let left = '';
  while (reader) {
    // Stopped, or the connection is lost.
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (done) return;
    const lines = (left + decoder.decode(value, { stream: true })).split('\n');
    left = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Line;
  }
}
