/** Question steps: hints, given one at a time, and the stages after the first. */
import type { Text } from '@codemirror/state';
import type { RoomDocument } from '../document/document.js';
import { TokenBucket } from '../rate/token-bucket.js';
import type { DeskQuestion } from '../shared/asked-questions.js';
import { utf8Length } from '../shared/plain-text.js';
import {
  BRIEF_DOCUMENT,
  DRAFT_DOCUMENT,
  NOTES_DOCUMENT,
  QUESTION_DESK_DOCUMENT,
  RESULTS_DOCUMENT,
  TESTS_DOCUMENT,
} from '../shared/protocol.js';
import type { Question } from '../shared/question.js';
import { passedAll } from '../shared/result-lines.js';
import { readTests, withSettings, writeTests } from '../shared/test-lines.js';
import type { Test } from '../shared/tests.js';
import { forgetFiles, rearrange } from './file-requests.js';
import { write } from './own-edits.js';
import { makeFiles } from './question-files.js';
import { changeQuestion, exclusively, questionOf, questionsOf, readQuestion, refusal } from './questions.js';
import type { Room } from './room.js';

/** How long another interviewer, who has not seen a step yet, cannot take the next of its kind. */
const JUST_TAKEN_MS = 3_000;

type Step = 'hint' | 'stage';
/** By whom and when the last step of a kind was taken, since the room was loaded; by nobody: passing tests did. */
const lastSteps = new WeakMap<Room, Map<Step, { n: number; person: string | null; at: number }>>();

/** Appends the next hint to the task and to the notes. Throws QuestionRefused. */
export function giveHint(room: Room, n: number, person: string): Promise<DeskQuestion> {
  return exclusively(room, async () => {
    const { hints, title } = currentQuestion(room, n);
    const index = hints.findIndex(({ at }) => at === null);
    const hint = hints[index];
    if (!hint) throw refusal(409, 'no-more-hints');
    if (isJustTaken(room, 'hint', n, person)) throw refusal(409, 'hint-just-given');
    for (const [document, text] of longerTask(room, `**Hint ${index + 1}.** ${hint.text}`)) write(room, document, text);
    addToNotes(room, `Hint ${index + 1} of “${title}”: ${hint.text}`);
    const at = room.clock.now();
    changeQuestion(room, n, (question) => ({ ...question, hints: noted(question.hints, index, at) }));
    taken(room, 'hint', n, person);
    await room.writeQueue.settled();
    return questionOf(room, n);
  });
}

/** Shows the next stage: appends its text to the task, and adds its files and tests. Without a person, because tests have passed. Throws QuestionRefused or FileRefused. */
export function showStage(room: Room, n: number, person: string | null): Promise<DeskQuestion> {
  return exclusively(room, async () => {
    const { stages, language } = currentQuestion(room, n);
    const index = stages.findIndex(({ at }) => at === null);
    if (index < 0) throw refusal(409, 'no-more-stages');
    if (isJustTaken(room, 'stage', n, person)) throw refusal(409, 'stage-just-shown');
    const question = await readQuestion(room, n);
    const { stage, files, tests } = partsOf(question, language, index);
    const clash = files.find(({ name }) => room.files.nameFault(name, 'interviewer') !== null);
    if (clash) throw refusal(409, 'stage-file', { name: clash.name });
    if (files.length > room.files.space) throw refusal(422, 'question-files');
    const texts = () => ({ task: stage.brief ? longerTask(room, stage.brief) : [], more: longerTests(room, tests) });
    // Refused before anything is made, so that nothing is made again at each passing run.
    texts();
    const list = await makeFiles(room, language, files, [], true);
    try {
      // People have gone on writing meanwhile. From here on nothing can fail halfway.
      const { task, more } = texts();
      for (const [document, text] of task) write(room, document, text);
      if (list.length > 0) {
        rearrange(room, () => {
          for (const file of list) room.files.add(file);
        });
      }
      for (const [document, text] of more) write(room, document, text);
    } catch (error) {
      forgetFiles(
        room,
        list.map(({ document }) => document),
      );
      throw error;
    }
    const at = room.clock.now();
    changeQuestion(room, n, (one) => ({ ...one, stages: noted(one.stages, index, at) }));
    taken(room, 'stage', n, person);
    await room.writeQueue.settled();
    return questionOf(room, n);
  });
}

/** Results read a second, and at once: they are long, and whoever writes them may end a run with every edit. */
const RESULTS_READ = 2;
const RESULTS_BURST = 10;

/** Returns what to call after each change of the results: when all visible tests have passed, it shows the next stage. */
export function showStagesWhenPassed(room: Room, failed: (error: unknown) => void): () => void {
  const reads = new TokenBucket(RESULTS_READ, RESULTS_BURST, room.clock.now());
  let waiting = false;
  const read = () => {
    waiting = false;
    void showStageWhenPassed(room).catch(failed);
  };
  return () => {
    if (waiting || !mayShowStage(room)) return;
    const wait = reads.borrow(1, room.clock.now());
    waiting = wait > 0;
    if (waiting) room.clock.after(wait, read);
    else read();
  };
}

/** Says in no time that nothing is to be read: the test run has not ended yet, or another action goes on. */
function mayShowStage(room: Room): boolean {
  const results = room.documents.get(RESULTS_DOCUMENT)?.text;
  const desk = room.documents.get(QUESTION_DESK_DOCUMENT)?.text.length ?? 0;
  if (room.record.ended || room.questionActionRunning || desk === 0) return false;
  return results !== undefined && lastLine(results).includes('"end"');
}

async function showStageWhenPassed(room: Room): Promise<void> {
  if (!mayShowStage(room)) return;
  const current = questionsOf(room).find((question) => question.current);
  if (!current?.stages.some(({ at }) => at === null)) return;
  const names = testsIn(room).map(({ name }) => name);
  const results = room.documents.get(RESULTS_DOCUMENT)?.text.toString() ?? '';
  if (names.length > 0 && passedAll(results, names)) await showStage(room, current.n, null);
}

function lastLine(text: Text): string {
  return text.length === 0 ? '' : text.lineAt(text.length - 1).text;
}

/** Throws QuestionRefused unless it is the current question. */
function currentQuestion(room: Room, n: number): DeskQuestion {
  const question = questionOf(room, n);
  if (!question.current) throw refusal(409, 'question-not-current', { title: question.title });
  return question;
}

/** Passing tests do not wait: they were run for the stage that they show. */
function isJustTaken(room: Room, step: Step, n: number, person: string | null): boolean {
  const last = lastSteps.get(room)?.get(step);
  if (person === null || last?.n !== n || last.person === person) return false;
  return room.clock.now() - last.at < JUST_TAKEN_MS;
}

function taken(room: Room, step: Step, n: number, person: string | null): void {
  const steps = lastSteps.get(room) ?? new Map();
  lastSteps.set(room, steps.set(step, { n, person, at: room.clock.now() }));
}

function noted<T>(list: readonly (T & { at: number | null })[], index: number, at: number) {
  return list.map((one, place) => (place === index ? { ...one, at } : one));
}

function partsOf(question: Question, language: string, index: number) {
  const part = question.languages[language];
  const stage = question.stages[index];
  if (!stage || !part) throw refusal(404, 'no-question');
  const names = stage.files?.[language] ?? [];
  return {
    stage,
    files: part.starter.filter(({ name }) => names.includes(name)),
    tests: part.tests.filter(({ name }) => stage.tests?.includes(name)),
  };
}

/** What the task, and the draft that interviewers may be writing, read with more below. Throws QuestionRefused. */
function longerTask(room: Room, words: string): [RoomDocument, string][] {
  const documents = [BRIEF_DOCUMENT, DRAFT_DOCUMENT].flatMap((id) => room.documents.get(id) ?? []);
  const longer = documents.map((one): [RoomDocument, string] => [
    one,
    `${one.text.toString().trimEnd()}\n\n${words}\n`,
  ]);
  if (longer.some(([, text]) => utf8Length(text) > room.limits.notesBytes)) throw refusal(413, 'task-full');
  return longer;
}

/** Below what interviewers have written; notes that are full stay as they are. */
function addToNotes(room: Room, words: string): void {
  const notes = room.documents.get(NOTES_DOCUMENT);
  if (!notes) return;
  const before = notes.text.toString();
  const longer = `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${words}\n`;
  if (utf8Length(longer) <= room.limits.notesBytes) write(room, notes, longer);
}

function testsIn(room: Room): Test[] {
  return readTests(room.documents.get(TESTS_DOCUMENT)?.text.toString() ?? '');
}

/** What the tests read with more of them; those that exist already stay as interviewers have edited them. Throws QuestionRefused. */
function longerTests(room: Room, tests: readonly Test[]): [RoomDocument, string][] {
  const there = testsIn(room);
  const fresh = tests.filter(({ name }) => !there.some((test) => test.name === name));
  const document = room.documents.get(TESTS_DOCUMENT);
  if (!document || fresh.length === 0) return [];
  const text = withSettings(document.text.toString(), document.text.toString()) + writeTests(fresh);
  if (utf8Length(text) > room.limits.testsBytes) throw refusal(413, 'tests-full');
  return [[document, text]];
}
