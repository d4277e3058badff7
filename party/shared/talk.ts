/** The talk of a room with an AI: questions that people asked and what it answered, in the order of the questions. The room alone writes it, a line of JSON each. */
import { readEntries, type Stamp } from './entries.js';

export interface TalkQuestion extends Stamp {
  kind: 'question';
  text: string;
  /** Names of the files that were sent along. */
  files: string[];
}

/** `stopped`: by whoever asked; `failed`: `sentence` says why, and `text` is what had come. */
export const ANSWER_STATES = ['done', 'stopped', 'failed'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** `by` is empty: no person has written it. */
export interface TalkAnswer extends Stamp {
  kind: 'answer';
  /** Id of the question. */
  question: number;
  text: string;
  state: AnswerState;
  sentence: string;
}

export interface TalkTurn {
  question: TalkQuestion;
  /** Null while it comes, or if it never came. */
  answer: TalkAnswer | null;
}

export const TALK_LIMITS = {
  /** Characters of a question, and of an answer. */
  question: 8_000,
  answer: 24_000,
} as const;

export function readTalk(text: string): TalkTurn[] {
  const entries = readEntries<TalkQuestion | TalkAnswer>(text);
  const answers = new Map(entries.flatMap((entry) => (entry.kind === 'answer' ? [[entry.question, entry]] : [])));
  return entries.flatMap((question) =>
    question.kind === 'question' ? [{ question, answer: answers.get(question.id) ?? null }] : [],
  );
}
