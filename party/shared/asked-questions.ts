/** The questions of a room, as stored in two of its documents: JSON lists that only the room writes. */
import type { Criterion, Question } from './question.js';

/** What everybody sees of a question that has been shown. */
export interface AskedQuestion {
  /** Its number in the room, from 1. Number 0 is what was in the room before its first question. */
  n: number;
  title: string;
  language: string;
  /** Whether files, tests and task of the room are this question's. */
  current: boolean;
  /** The hints given so far. */
  hints: string[];
  /** Number of stages shown after the first. */
  stage: number;
}

/** What interviewers see, also of prepared questions. Times are milliseconds since 1970; null: not yet. */
export interface DeskQuestion extends Pick<Question, 'id' | 'title' | 'level' | 'minutes' | 'followUps'> {
  n: number;
  language: string;
  /** The languages the question has. */
  languages: string[];
  current: boolean;
  /** When it was first shown to everybody. */
  askedAt: number | null;
  hints: { text: string; at: number | null }[];
  rubric: Criterion[];
  stages: { title: string; at: number | null }[];
}

export function forEverybody(questions: readonly DeskQuestion[]): AskedQuestion[] {
  return questions
    .filter(({ askedAt }) => askedAt !== null)
    .map(({ n, title, language, current, hints, stages }) => ({
      ...{ n, title, language, current },
      hints: hints.filter(({ at }) => at !== null).map(({ text }) => text),
      stage: stages.filter(({ at }) => at !== null).length,
    }));
}

/** Parses the document that everybody may read. */
export function readAsked(text: string): AskedQuestion[] {
  return read(text);
}

/** Parses the document for interviewers. */
export function readDesk(text: string): DeskQuestion[] {
  return read(text);
}

function read<T>(text: string): T[] {
  try {
    return text === '' ? [] : (JSON.parse(text) as T[]);
  } catch {
    return []; // A long text arrives in parts, and is not valid JSON before the last part.
  }
}

/** One question per line, so that changes in the document stay short. */
export function writeQuestions(questions: readonly (AskedQuestion | DeskQuestion)[]): string {
  return questions.length === 0 ? '' : `[\n${questions.map((one) => JSON.stringify(one)).join(',\n')}\n]`;
}
