// Question methods of the element: HTTP requests with its own token. Each rejects with a `CodeRoomError`.
import { readAsked } from '../../party/shared/asked-questions.js';
import type { Question } from '../../party/shared/question.js';
import type { Session } from '../session/session.js';
import { laterText } from '../wording/later-text.js';
import { CodeRoomError } from '../wording/room-error.js';

export { begin, refused } from './call-refused.js';

import { defaultHost, toOrigin } from './server-url.js';

/** Options for asking a question. */
export interface Asking {
  /** Default: the language of the last question or the room, if the question has it; else its first. */
  language?: string;
  /** Default `true`: everybody sees it at once. Otherwise it is prepared only. */
  reveal?: boolean;
}

/** The part of the room that is needed here. */
export interface QuestionRoom {
  host?: string | undefined;
  room?: string | undefined;
  token?: string | undefined;
  getToken?: (() => Promise<string>) | undefined;
  session: Session | undefined;
}

/** Adds a question to the room: by its id in the server's library, or as a whole. Resolves with its number. */
export async function ask(of: QuestionRoom, question: string | Question, asking: Asking = {}): Promise<number> {
  const { n } = await send(of, '', { question, ...asking });
  return n;
}

/** Shows the first prepared question, or the one with this number, which may have been shown before. */
export async function reveal(of: QuestionRoom, n?: number): Promise<void> {
  const number = n ?? (await firstPrepared(of));
  if (number === undefined) throw new CodeRoomError('no-question-waits', laterText('no-question-waits'));
  await send(of, `/${Number(number)}/reveal`, {});
}

/** Gives the next hint of the current question. */
export async function hint(of: QuestionRoom): Promise<void> {
  const asked = readAsked(of.session?.documents.questions.text.toString() ?? '');
  const n = asked.find(({ current }) => current)?.n;
  if (!n) throw new CodeRoomError('no-question-now', laterText('no-question-now'));
  await send(of, `/${n}/hint`);
}

/** Takes a prepared question out of the room. */
export async function withdraw(of: QuestionRoom, n: number): Promise<void> {
  await send(of, `/${Number(n)}`, undefined, 'DELETE');
}

async function firstPrepared(of: QuestionRoom): Promise<number | undefined> {
  const { questions } = await send<{ questions: { n: number; askedAt?: number | null }[] }>(of, '', undefined, 'GET');
  return questions.find(({ askedAt }) => askedAt === null)?.n;
}

async function send<T = { n: number }>(
  { host, room, token, getToken }: QuestionRoom,
  path: string,
  body?: object,
  method = 'POST',
): Promise<T> {
  const origin = toOrigin(host || defaultHost());
  if (!room || !origin) throw new CodeRoomError('questions-without-room', laterText('questions-without-room'));
  // As for the room: a `token` beside it is that of the beginning, and may have run out.
  const bearer = (await getToken?.()) || token;
  if (!bearer) throw new CodeRoomError('questions-without-token', laterText('questions-without-token'));
  let answer: Response;
  try {
    answer = await fetch(`${origin}/api/rooms/${encodeURIComponent(room)}/questions${path}`, {
      method,
      headers: { Authorization: `Bearer ${bearer}`, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new CodeRoomError('server-silent', laterText('server-silent'), cause);
  }
  const read = (await answer.json().catch(() => ({}))) as T & { detail?: string };
  if (!answer.ok)
    throw read.detail ? new Error(read.detail) : new CodeRoomError('server-failed', laterText('server-failed'));
  return read;
}
