/** The questions of a room as two of its documents hold them, each a list as JSON that the room alone writes. */
import type { Criterion, Question } from './question.js';

/** What everybody may know of a question that has been shown to all. */
export interface AskedQuestion {
  /** Its number in the room, from 1. 0 is what was in the room before its first question. */
  n: number;
  title: string;
  language: string;
  /** Its files, tests and task are those of the room now. */
  current: boolean;
  /** Those given so far. */
  hints: string[];
  /** How many parts have been added to the first. */
  stage: number;
}

/** What interviewers know of it, and of those that wait. Times are milliseconds since 1970; null: not yet. */
export interface DeskQuestion extends Pick<Question, 'id' | 'title' | 'level' | 'minutes' | 'followUps'> {
  n: number;
  language: string;
  /** Those it can be asked in. */
  languages: string[];
  current: boolean;
  /** When it was first shown to all. */
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

/** Of the document for everybody. */
export function readAsked(text: string): AskedQuestion[] {
  return read(text);
}

/** Of the document for interviewers. */
export function readDesk(text: string): DeskQuestion[] {
  return read(text);
}

function read<T>(text: string): T[] {
  try {
    return text === '' ? [] : (JSON.parse(text) as T[]);
  } catch {
    return []; // What is long comes in parts, and is read when the last has come.
  }
}

/** A question to a line: what changes in a document is then short. */
export function writeQuestions(questions: readonly (AskedQuestion | DeskQuestion)[]): string {
  return questions.length === 0 ? '' : `[\n${questions.map((one) => JSON.stringify(one)).join(',\n')}\n]`;
}
