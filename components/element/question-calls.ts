// Asks the room's server for what is done about questions, with the element's own token. Each rejects with an Error whose message is for people.
import { readAsked } from '../../party/shared/asked-questions.js';
import type { Question } from '../../party/shared/question.js';
import type { Session } from '../session/session.js';
import { defaultHost, toOrigin } from './server-url.js';

/** How a question is asked. */
export interface Asking {
  /** Default: that of the last question, or of the room, if the question has it; else its first. */
  language?: string;
  /** Default `true`: everybody sees it at once. Else it waits. */
  reveal?: boolean;
}

/** What the element knows of its room. */
export interface QuestionRoom {
  host?: string | undefined;
  room?: string | undefined;
  token?: string | undefined;
  getToken?: (() => Promise<string>) | undefined;
  session: Session | undefined;
}

/** Puts a question into the room: one of the server's library by its id, or a question itself. Resolves with its number. */
export async function ask(of: QuestionRoom, question: string | Question, asking: Asking = {}): Promise<number> {
  const { n } = await send(of, '', { question, ...asking });
  return n;
}

/** Shows the first question that waits, or the one of this number, which may have been asked before. */
export async function reveal(of: QuestionRoom, n?: number): Promise<void> {
  const number = n ?? (await waiting(of));
  if (number === undefined) throw new Error('No question waits to be shown. Ask one first.');
  await send(of, `/${Number(number)}/reveal`, {});
}

/** Gives the next hint of the question that is asked now. */
export async function hint(of: QuestionRoom): Promise<void> {
  const asked = readAsked(of.session?.documents.questions.text.toString() ?? '');
  const n = asked.find(({ current }) => current)?.n;
  if (!n) throw new Error('No question is asked now. Ask one first.');
  await send(of, `/${n}/hint`);
}

async function waiting(of: QuestionRoom): Promise<number | undefined> {
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
  if (!room || !origin) throw new Error('Questions are asked in a room: give the element a room first.');
  const bearer = token || (await getToken?.());
  if (!bearer) throw new Error('Questions are asked by interviewers: give the element the token of one.');
  let answer: Response;
  try {
    answer = await fetch(`${origin}/api/rooms/${encodeURIComponent(room)}/questions${path}`, {
      method,
      headers: { Authorization: `Bearer ${bearer}`, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new Error('The server does not answer. Check the connection and try again.', { cause });
  }
  const read = (await answer.json().catch(() => ({}))) as T & { detail?: string };
  if (!answer.ok) throw new Error(read.detail ?? 'The server did not do it. Try again.');
  return read;
}
