/** The history of the questions asked in a room: hints, stages, test results and files. */
import { questionsOf, readKept } from '../room/questions.js';
import type { Room } from '../room/room.js';
import type { DeskQuestion } from '../shared/asked-questions.js';
import { DEFAULT_LANGUAGE } from '../shared/languages.js';
import {
  HIDDEN_RESULTS_DOCUMENT,
  HIDDEN_TESTS_DOCUMENT,
  RESULTS_DOCUMENT,
  TESTS_DOCUMENT,
} from '../shared/protocol.js';
import { lastResults } from '../shared/result-lines.js';
import { may, mayReadFile, type Role } from '../shared/roles.js';
import { readTests } from '../shared/test-lines.js';
import type { TestState } from '../shared/test-results.js';
import type { FileRecord } from '../shared/wire/room-message.js';

interface TextFile {
  name: string;
  language: string;
  text: string;
}

/** A question that was shown, with its files: the current ones, or as they were when the next question was asked. */
export interface AskedFiles extends Pick<DeskQuestion, 'n' | 'title' | 'language' | 'current'> {
  files: TextFile[];
}

/** Times are milliseconds since 1970. */
export interface ReportedQuestion extends AskedFiles {
  askedAt: number;
  /** Hints given. */
  hints: { text: string; at: number }[];
  /** Stages shown. */
  stages: { title: string; at: number }[];
  /** Each test with its latest result. */
  tests: { name: string; state: TestState; hidden: boolean }[];
}

export function textsOf(room: Room, files: readonly FileRecord[]): TextFile[] {
  return files.flatMap(({ document: id }) => {
    const document = room.documents.get(id);
    if (!document) return [];
    return { name: room.fileName(id), language: document.language || DEFAULT_LANGUAGE, text: document.text.toString() };
  });
}

/** With hidden files and tests only for roles that may read them. */
export async function reportedQuestions(room: Room, role: Role): Promise<ReportedQuestion[]> {
  const reported: ReportedQuestion[] = [];
  for (const question of shown(room)) {
    const { n, current, askedAt, hints, stages } = question;
    const lines = async (document: number) =>
      current ? (room.documents.get(document)?.text.toString() ?? '') : readKept(room, n, document);
    reported.push({
      ...filesOf(room, question, role),
      askedAt: askedAt ?? 0,
      hints: hints.flatMap(({ text, at }) => (at === null ? [] : { text, at })),
      stages: stages.flatMap(({ title, at }) => (at === null ? [] : { title, at })),
      tests: [
        ...resultsOf(await lines(TESTS_DOCUMENT), await lines(RESULTS_DOCUMENT), false),
        ...(may(role, 'protect')
          ? resultsOf(await lines(HIDDEN_TESTS_DOCUMENT), await lines(HIDDEN_RESULTS_DOCUMENT), true)
          : []),
      ],
    });
  }
  return reported;
}

/** Only results of existing tests: others may have arrived after the next question was asked, or be made up. */
function resultsOf(tests: string, results: string, hidden: boolean): ReportedQuestion['tests'] {
  const names = new Set(readTests(tests, hidden).map(({ name }) => name));
  const found = lastResults(results, hidden).filter(({ name }) => names.has(name));
  return found.map(({ name, state }) => ({ name, state, hidden }));
}

function shown(room: Room): DeskQuestion[] {
  return questionsOf(room).filter(({ askedAt }) => askedAt !== null);
}

function filesOf(room: Room, { n, title, language, current }: DeskQuestion, role: Role): AskedFiles {
  const files = room.files.ofQuestion(n).filter((file) => mayReadFile(role, file));
  return { n, title, language, current, files: textsOf(room, files) };
}
