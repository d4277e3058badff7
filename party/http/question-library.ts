/** The question library of a server, loaded at first use. */
import type { Question, QuestionLanguage } from '../shared/question.js';

interface QuestionSearch {
  /** Search words: all must occur in id, title, topics or brief, ignoring case. */
  q?: string | undefined;
  topic?: string | undefined;
  level?: number | undefined;
}

export class QuestionLibrary {
  #questions: readonly Question[] | undefined;

  /** Sorted by level and title. */
  constructor(private readonly read: () => readonly Question[]) {}

  get #all(): readonly Question[] {
    this.#questions ??= this.read();
    return this.#questions;
  }

  /** All topics, without duplicates. */
  get topics(): string[] {
    return [...new Set(this.#all.flatMap(({ topics }) => topics))].sort((one, other) => one.localeCompare(other, 'en'));
  }

  get(id: string): Question | undefined {
    return this.#all.find((question) => question.id === id);
  }

  find({ q = '', topic, level }: QuestionSearch): Question[] {
    const words = plain(q).split(/\s+/).filter(Boolean);
    return this.#all.filter((question) => {
      if (level !== undefined && question.level !== level) return false;
      if (topic && !question.topics.some((one) => plain(one) === plain(topic))) return false;
      const text = plain([question.title, question.id, ...question.topics, question.brief].join('\n'));
      return words.every((word) => text.includes(word));
    });
  }
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The summary of a question in the library's list. */
export function lineOf({ id, title, level, topics, minutes, languages, stages }: Question) {
  return { id, title, level, topics, minutes, languages: Object.keys(languages), stages: stages.length };
}

/** What a candidate sees at first; the rest is for those who ask the question. */
export function visiblePart({ id, title, level, topics, minutes, brief, stages, languages }: Question) {
  const later = new Set(stages.flatMap(({ tests = [] }) => tests));
  const begun = ([language, { entry, starter, tests }]: [string, QuestionLanguage]) => {
    const files = new Set(stages.flatMap((stage) => stage.files?.[language] ?? []));
    const first = starter.filter(({ name }) => !files.has(name));
    return [language, { entry, starter: first, tests: tests.filter(({ name }) => !later.has(name)) }] as const;
  };
  const parts = Object.fromEntries(Object.entries(languages).map(begun));
  return { id, title, level, topics, minutes, brief, languages: parts };
}
