/** The questions of a room, their states, and what is stored of each. The two documents that list them are the only copy. */

import {
  type AskedQuestion,
  type DeskQuestion,
  forEverybody,
  readAsked,
  readDesk,
  writeQuestions,
} from '../shared/asked-questions.js';
import { utf8Length } from '../shared/plain-text.js';
import { QUESTION_DESK_DOCUMENT, QUESTIONS_DOCUMENT } from '../shared/protocol.js';
import type { Question } from '../shared/question.js';
import { type REFUSAL_SENTENCES, type RefusalCode, sentenceFor } from '../shared/refusals.js';
import type { ValuesOf } from '../shared/sentence.js';
import { STORAGE_KEYS } from '../storage/storage-keys.js';
import { putText, readText } from '../storage/stored-text.js';
import { write } from './own-edits.js';
import type { Room } from './room.js';

/** Why an action on a question was refused; `status` is that of the HTTP answer. */
export class QuestionRefused extends Error {
  override name = 'QuestionRefused';
  constructor(
    readonly status: 404 | 409 | 413 | 422,
    sentence: string,
  ) {
    super(sentence);
  }
}

export function refusal<C extends RefusalCode>(
  status: QuestionRefused['status'],
  code: C,
  ...values: ValuesOf<(typeof REFUSAL_SENTENCES)[C]>
): QuestionRefused {
  return new QuestionRefused(status, sentenceFor(code, ...values));
}

/** As interviewers see them, in the order of their numbers. */
export function questionsOf(room: Room): DeskQuestion[] {
  return readDesk(room.documents.get(QUESTION_DESK_DOCUMENT)?.text.toString() ?? '');
}

/** As everybody sees them. */
export function askedOf(room: Room): AskedQuestion[] {
  return readAsked(room.documents.get(QUESTIONS_DOCUMENT)?.text.toString() ?? '');
}

/** Throws QuestionRefused. */
export function questionOf(room: Room, n: number): DeskQuestion {
  const found = questionsOf(room).find((question) => question.n === n);
  if (!found) throw refusal(404, 'no-question');
  return found;
}

/** Replaces and broadcasts the list. Throws QuestionRefused when it is too long; then nothing has changed. */
export function keepQuestions(room: Room, questions: readonly DeskQuestion[]): void {
  for (const [id, text] of listsOf(room, questions)) {
    const document = room.documents.get(id);
    if (document) write(room, document, text);
  }
}

/** The texts of the two documents, which fit into them. Throws QuestionRefused. */
export function listsOf({ limits }: Room, questions: readonly DeskQuestion[]): ReadonlyMap<number, string> {
  const texts = new Map([
    [QUESTION_DESK_DOCUMENT, writeQuestions(questions)],
    [QUESTIONS_DOCUMENT, writeQuestions(forEverybody(questions))],
  ]);
  for (const text of texts.values())
    if (utf8Length(text) > limits.testsBytes) throw refusal(413, 'questions-too-large');
  return texts;
}

/** Changes one question in the list. */
export function changeQuestion(room: Room, n: number, change: (question: DeskQuestion) => DeskQuestion): void {
  keepQuestions(
    room,
    questionsOf(room).map((question) => (question.n === n ? change(question) : question)),
  );
}

/** The whole question, as it was put into the room. */
export async function readQuestion(room: Room, n: number): Promise<Question> {
  await room.writeQueue.settled();
  const text = await readText(room.storage, keyOf(n, 'question'));
  if (text === '') throw refusal(404, 'no-question');
  return JSON.parse(text) as Question;
}

export function keepQuestion(room: Room, n: number, question: Question): Promise<void> {
  return keepText(room, n, 'question', JSON.stringify(question));
}

/** Takes a prepared question out of the room. Throws QuestionRefused. */
export function withdrawQuestion(room: Room, n: number): Promise<null> {
  return exclusively(room, async () => {
    const { title, askedAt } = questionOf(room, n);
    if (askedAt !== null) throw refusal(409, 'question-was-asked', { title });
    keepQuestions(
      room,
      questionsOf(room).filter((question) => question.n !== n),
    );
    await room.writeQueue.settled();
    // After the list, so that a crash leaves at most a text nobody reads.
    await keepText(room, n, 'question', '');
    await room.writeQueue.settled();
    return null;
  });
}

/** The text of a document when this question was last the current one; empty if it had none or was never asked. */
export function readKept(room: Room, n: number, document: number): Promise<string> {
  return readText(room.storage, keyOf(n, String(document)));
}

export function keepText(room: Room, n: number, what: string, text: string): Promise<void> {
  return putText(room.storage, (key, value) => room.writeQueue.put(key, value), keyOf(n, what), text);
}

function keyOf(n: number, what: string): string {
  return `${STORAGE_KEYS.question}${n}/${what}`;
}

/** Only one action on questions runs at a time; another one meanwhile is refused. Throws QuestionRefused. */
export async function exclusively<T>(room: Room, work: () => Promise<T>): Promise<T> {
  if (room.record.ended) throw refusal(409, 'reopen-first');
  if (room.questionActionRunning) throw refusal(409, 'question-busy');
  room.questionActionRunning = true;
  try {
    return await work();
  } finally {
    room.questionActionRunning = false;
  }
}
