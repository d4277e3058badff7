/** Asks a question in the room: replaces files, tests and task by the question's, and keeps those of the previous question with it. */
import type { RoomDocument } from '../document/document.js';
import { type DeskQuestion, writeQuestions } from '../shared/asked-questions.js';
import { DEFAULT_LANGUAGE } from '../shared/languages.js';
import { utf8Length } from '../shared/plain-text.js';
import {
  BRIEF_DOCUMENT,
  DRAFT_DOCUMENT,
  HIDDEN_RESULTS_DOCUMENT,
  HIDDEN_TESTS_DOCUMENT,
  RESULTS_DOCUMENT,
  TESTS_DOCUMENT,
} from '../shared/protocol.js';
import type { Question, QuestionLanguage } from '../shared/question.js';
import { withSettings, writeTests } from '../shared/test-lines.js';
import type { FileRecord } from '../shared/wire/room-message.js';
import { forgetFiles, rearrange } from './file-requests.js';
import { write } from './own-edits.js';
import { makeFiles } from './question-files.js';
import {
  changeQuestion,
  exclusively,
  keepQuestion,
  keepQuestions,
  keepText,
  listsOf,
  questionOf,
  questionsOf,
  readKept,
  readQuestion,
  refusal,
} from './questions.js';
import type { Room } from './room.js';

/** Documents whose content belongs to the current question. */
const QUESTION_DOCUMENTS = [
  BRIEF_DOCUMENT,
  DRAFT_DOCUMENT,
  TESTS_DOCUMENT,
  HIDDEN_TESTS_DOCUMENT,
  RESULTS_DOCUMENT,
  HIDDEN_RESULTS_DOCUMENT,
];
/** Maximum characters of a question as JSON, with all languages and solutions. */
const QUESTION_LENGTH = 4 * 1024 * 1024;
/** How long a question cannot be replaced by another interviewer who has not seen it yet. */
const JUST_ASKED_MS = 3_000;

export interface QuestionRequest {
  question: Question;
  /** Default: the language of the last question or the room, if the question has it; else its first. */
  language?: string | undefined;
  /** Show it to everybody at once; otherwise it is prepared only. */
  reveal: boolean;
  /** The person who asks. */
  person: string;
}

/** Returns the question as interviewers see it. Throws QuestionRefused or FileRefused. */
export function askQuestion(
  room: Room,
  { question, language, reveal, person }: QuestionRequest,
): Promise<DeskQuestion> {
  return exclusively(room, async () => {
    const wait = reveal ? refusedNow(room, person) : null;
    if (wait) throw wait;
    const n = await prepareQuestion(room, question, language);
    try {
      if (reveal) await show(room, n, question, person, questionOf(room, n).language);
    } catch (error) {
      // Refused now, so that a question is not stored for somebody who may not ask it.
      keepQuestions(
        room,
        questionsOf(room).filter((one) => one.n !== n || one.askedAt !== null),
      );
      throw error;
    }
    return questionOf(room, n);
  });
}

/** Makes a prepared or earlier question the current one. `language` is for a question that nobody has seen yet. */
export function turnToQuestion(room: Room, n: number, person: string, language?: string): Promise<DeskQuestion> {
  return exclusively(room, async () => {
    const { current, askedAt } = questionOf(room, n);
    if (current) return questionOf(room, n);
    const wait = refusedNow(room, person);
    if (wait) throw wait;
    if (askedAt !== null) await turn(room, n, person);
    else {
      const question = await readQuestion(room, n);
      await show(room, n, question, person, language === undefined ? usual(room, question) : known(question, language));
    }
    return questionOf(room, n);
  });
}

/** Stores a question without showing it. Meanwhile nobody else may ask. Throws QuestionRefused. */
export async function prepareQuestion(room: Room, question: Question, wanted?: string): Promise<number> {
  const questions = questionsOf(room);
  if (questions.some(({ id }) => id === question.id)) throw refusal(409, 'question-again', { title: question.title });
  if (questions.filter(({ n }) => n > 0).length >= room.limits.questions)
    throw refusal(422, 'questions-full', { questions: room.limits.questions });
  if (JSON.stringify(question).length > QUESTION_LENGTH) throw refusal(413, 'question-too-large');
  const language = wanted === undefined ? usual(room, question) : known(question, wanted);
  const n = Math.max(0, ...questions.map((one) => one.n)) + 1;
  const { id, title, level, minutes, followUps, rubric, hints, stages } = question;
  const about = {
    n,
    id,
    title,
    level,
    minutes,
    language,
    languages: Object.keys(question.languages),
    followUps,
    rubric,
  };
  const prepared: DeskQuestion = {
    ...about,
    current: false,
    askedAt: null,
    hints: hints.map((text) => ({ text, at: null })),
    stages: stages.map((stage) => ({ title: stage.title, at: null })),
  };
  const all = [...questions, prepared];
  // Leaves space for what is recorded in the questions later.
  if (utf8Length(writeQuestions(all)) > room.limits.testsBytes * 0.9) throw refusal(413, 'questions-too-large');
  await room.writeQueue.settled();
  await keepQuestion(room, n, question);
  keepQuestions(room, all);
  await room.writeQueue.settled();
  return n;
}

/** When two interviewers ask at the same moment, the second has not seen the first's question yet. */
function refusedNow(room: Room, person: string) {
  const { lastAsked } = room;
  const justNow = lastAsked && lastAsked.person !== person && room.clock.now() - lastAsked.at < JUST_ASKED_MS;
  const title = questionsOf(room).find(({ current }) => current)?.title ?? '';
  return justNow ? refusal(409, 'question-just-asked', { title }) : null;
}

function known({ languages, title }: Question, language: string): string {
  if (Object.hasOwn(languages, language)) return language;
  throw refusal(422, 'question-language', { title, languages: Object.keys(languages).join(', ') });
}

function usual(room: Room, { languages }: Question): string {
  const asked = questionsOf(room).filter(({ n, askedAt }) => n > 0 && askedAt !== null);
  const last = asked.reduce<DeskQuestion | undefined>(
    (latest, one) => ((one.askedAt ?? 0) >= (latest?.askedAt ?? 0) ? one : latest),
    undefined,
  )?.language;
  const here = room.documents.get(room.files.entry)?.language || DEFAULT_LANGUAGE;
  const first = Object.keys(languages)[0] ?? DEFAULT_LANGUAGE;
  return [last, here].find((language) => language && Object.hasOwn(languages, language)) ?? first;
}

/** Shows a question for the first time. */
async function show(room: Room, n: number, question: Question, person: string, language: string): Promise<void> {
  const part = question.languages[language];
  if (!part) throw refusal(422, 'question-language', { title: question.title, languages: language });
  const later = new Set(question.stages.flatMap((stage) => stage.files?.[language] ?? []));
  const starter = part.starter.filter(({ name }) => !later.has(name));
  if (starter.length + part.hiddenFiles.length > room.limits.files) throw refusal(422, 'question-files');
  const fixed = textsOf(question, part);
  checkSizes(room, fixed);
  const list = await makeFiles(room, language, starter, part.hiddenFiles);
  const entry = list[starter.findIndex(({ name }) => name === part.entry)]?.document ?? list[0]?.document ?? 0;
  try {
    changeQuestion(room, n, (one) => ({ ...one, language }));
    await change(room, n, fixed, { entry, list });
  } catch (error) {
    forgetFiles(
      room,
      list.map(({ document }) => document),
    );
    throw error;
  }
  room.lastAsked = { person, at: room.clock.now() };
}

/** Returns to a question that was shown before. */
async function turn(room: Room, n: number, person: string): Promise<void> {
  await room.writeQueue.settled();
  const texts = new Map<number, string>();
  for (const id of QUESTION_DOCUMENTS) texts.set(id, await readKept(room, n, id));
  await change(room, n, texts);
  room.lastAsked = { person, at: room.clock.now() };
}

/** Changes the current question. Everything is broadcast at once, and is on disk when this resolves. */
async function change(
  room: Room,
  n: number,
  texts: ReadonlyMap<number, string>,
  fresh?: { entry: number; list: FileRecord[] },
): Promise<void> {
  const before = questionsOf(room);
  const left = room.files.question;
  const isThere = before.some((question) => question.n === left);
  const kept = await keepTexts(room, left);
  const at = room.clock.now();
  const late = new Map<number, string>();
  // The settings of tests apply to all questions.
  const settled = (id: number, text: string) =>
    isTests(id) ? withSettings(text, room.documents.get(id)?.text.toString()) : text;
  const next = new Map([...texts].map(([id, text]) => [id, settled(id, text)]));
  const earlier = isThere || !hasContent(room, left, kept) ? before : [beginning(room, left), ...before];
  const list = earlier.map((question) => ({
    ...question,
    current: question.n === n,
    askedAt: question.n === n ? (question.askedAt ?? at) : question.askedAt,
  }));
  checkSizes(room, next);
  listsOf(room, list);
  // From here on nothing can fail halfway.
  rearrange(room, () => room.files.turnTo(n, fresh));
  for (const [id, text] of next) {
    const document = room.documents.get(id);
    if (!document) continue;
    const now = contentOf(document);
    if (now !== kept.get(id)) late.set(id, now);
    write(room, document, text);
  }
  keepQuestions(room, list);
  await room.writeQueue.settled();
  // Edits that came in while the first copy was written.
  for (const [id, text] of late) await keepText(room, left, String(id), text);
  await room.writeQueue.settled();
}

/** Throws QuestionRefused. */
function checkSizes({ limits }: Room, texts: ReadonlyMap<number, string>): void {
  for (const [id, text] of texts)
    if (utf8Length(text) > (id < TESTS_DOCUMENT ? limits.notesBytes : limits.testsBytes))
      throw refusal(413, 'question-too-large');
}

async function keepTexts(room: Room, n: number): Promise<ReadonlyMap<number, string>> {
  const kept = new Map<number, string>();
  await room.writeQueue.settled();
  for (const id of QUESTION_DOCUMENTS) {
    const document = room.documents.get(id);
    const text = document ? contentOf(document) : '';
    kept.set(id, text);
    await keepText(room, n, String(id), text);
  }
  return kept;
}

function isTests(document: number): boolean {
  return document === TESTS_DOCUMENT || document === HIDDEN_TESTS_DOCUMENT;
}

/** The content of a document that belongs to the question. */
function contentOf({ id, text }: RoomDocument): string {
  return isTests(id) ? withSettings(text.toString()) : text.toString();
}

/** Whether there is anything to return to. */
function hasContent({ files, documents }: Room, n: number, kept: ReadonlyMap<number, string>): boolean {
  const written = files.ofQuestion(n).some(({ document }) => (documents.get(document)?.text.length ?? 0) > 0);
  return written || [...kept.values()].some((text) => text !== '');
}

/** What was in the room before its first question, kept as a question of its own. */
function beginning(room: Room, n: number): DeskQuestion {
  const first = room.files.ofQuestion(n)[0]?.document ?? 0;
  const language = room.documents.get(first)?.language || DEFAULT_LANGUAGE;
  const nothing = { followUps: [], rubric: [], hints: [], stages: [] };
  const { createdAt } = room.record;
  return {
    ...{ n, id: '', title: 'Before the questions', level: 1, minutes: 0, language, languages: [language] },
    ...{ current: false, askedAt: createdAt, ...nothing },
  };
}

function textsOf({ brief, stages }: Question, { tests, hidden }: QuestionLanguage): Map<number, string> {
  const later = new Set(stages.flatMap((stage) => stage.tests ?? []));
  const first = tests.filter(({ name }) => !later.has(name));
  return new Map([
    [BRIEF_DOCUMENT, brief],
    [DRAFT_DOCUMENT, brief],
    [TESTS_DOCUMENT, writeTests(first)],
    [HIDDEN_TESTS_DOCUMENT, writeTests(hidden)],
    [RESULTS_DOCUMENT, ''],
    [HIDDEN_RESULTS_DOCUMENT, ''],
  ]);
}
