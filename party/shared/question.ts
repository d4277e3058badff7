/** Interview questions: their format, and validation with one sentence per fault that names file and field as in a question's folder. */

import { fileNameFault, twinFault } from './file-names.js';
import { isRecord, isTexts } from './json.js';
import { LANGUAGES } from './languages.js';
import { LIMITS } from './limits.js';
import { utf8Length } from './plain-text.js';
import { TEST_LIMITS, type Test, testFaults } from './tests.js';

export interface QuestionFile {
  name: string;
  text: string;
}

/** Four levels, from the weakest to the best. */
export interface Criterion {
  criterion: string;
  levels: [string, string, string, string];
}

/** A later part of a question: shown when the interviewer says so, or when all visible tests pass. */
export interface Stage {
  title: string;
  /** Markdown, appended to the brief. */
  brief?: string;
  /** Names of visible tests, the same in every language. */
  tests?: string[];
  /** By language: names of starter files. */
  files?: Record<string, string[]>;
}

/** A question in one language. */
export interface QuestionLanguage {
  /** The file that Run runs. */
  entry: string;
  /** The candidate's initial files. */
  starter: QuestionFile[];
  tests: Test[];
  hidden: Test[];
  /** Test files of hidden tests. */
  hiddenFiles: QuestionFile[];
  /** Laid over the starter; a file of the same name replaces the starter's. */
  solution: QuestionFile[];
}

export interface Question {
  id: string;
  title: string;
  /** From 1, a first task, to 5, a hard one. */
  level: number;
  topics: string[];
  minutes: number;
  /** Markdown. */
  brief: string;
  /** In the order in which they are given. */
  hints: string[];
  followUps: string[];
  rubric: Criterion[];
  stages: Stage[];
  languages: Record<string, QuestionLanguage>;
}

const QUESTION_LIMITS = {
  /** Characters: one line in the library. */
  titleLength: 120,
  topics: 8,
  topicLength: 40,
  /** An afternoon. */
  minutes: 240,
  /** Maximum number of each: hints, follow-ups, criteria, stages. */
  list: 20,
  /** Characters of a hint, a follow-up, a criterion or a level: a short paragraph. */
  textLength: 2_000,
  languages: 20,
  /** Files per language, those of hidden tests counted apart: as many as a room takes. */
  files: 20,
  /** UTF-8 bytes of all files of one language. */
  filesBytes: 2 * 1024 * 1024,
} as const;

const FIELDS = ['id', 'title', 'level', 'topics', 'minutes', 'hints', 'followUps', 'rubric', 'stages', 'languages'];
/** Of a thousand strange fields a few are named. */
const STRANGE_SHOWN = 5;
const LANGUAGE_FIELDS = ['entry', 'starter', 'tests', 'hidden', 'hiddenFiles', 'solution'];
const STAGE_FIELDS = ['title', 'brief', 'tests', 'files'];

/** Used in URLs and paths. */
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Faults of a question, one sentence each, such as `python/hidden.json: Test 2 ("adds"): It needs a "name".`; empty if it is
 * valid. A question sent as one JSON value gets the same sentences.
 */
export function questionFaults(value: unknown): string[] {
  if (!isRecord(value)) return ['question.json: A question is an object: {"id": …, "title": …}.'];
  const { languages } = value;
  const about = [...strangeFields(value, [...FIELDS, 'brief']), ...factFaults(value), ...rubricFaults(value.rubric)];
  const faults = [...about.map((fault) => `question.json: ${fault}`), ...briefFaults(value.brief)];
  if (!isRecord(languages) || Object.keys(languages).length === 0)
    return [...faults, 'question.json: "languages" must name at least one language.'];
  const ids = Object.keys(languages);
  if (ids.length > QUESTION_LIMITS.languages)
    return [...faults, `question.json: "languages" has ${ids.length}. Keep at most ${QUESTION_LIMITS.languages}.`];
  for (const id of ids) {
    if (Object.hasOwn(LANGUAGES, id)) faults.push(...languageFaults(id, languages[id]));
    else faults.push(`question.json: "languages" has ${quoted(id)}, which is no language here.`);
  }
  // Stages refer to tests and files, so their faults would only repeat these.
  if (faults.length > 0) return faults;
  return stageFaults(value.stages, languages as Question['languages']).map((fault) => `question.json: ${fault}`);
}

function factFaults({ id, title, level, topics, minutes, hints, followUps }: Record<string, unknown>): string[] {
  const faults: string[] = [];
  if (typeof id !== 'string' || !ID.test(id) || id.length > 64)
    faults.push('"id" must be small letters and digits with "-" between words, at most 64 characters.');
  faults.push(...textFaults('"title"', title, QUESTION_LIMITS.titleLength));
  if (!isWhole(level, 1, 5)) faults.push('"level" must be a whole number from 1 to 5.');
  if (!isWhole(minutes, 1, QUESTION_LIMITS.minutes))
    faults.push(`"minutes" must be a whole number from 1 to ${QUESTION_LIMITS.minutes}.`);
  const { topicLength, textLength, list } = QUESTION_LIMITS;
  faults.push(...listFaults('"topics"', topics, QUESTION_LIMITS.topics, topicLength));
  if (Array.isArray(topics) && new Set(topics).size < topics.length) faults.push('"topics" names a topic twice.');
  faults.push(...listFaults('"hints"', hints, list, textLength));
  faults.push(...listFaults('"followUps"', followUps, list, textLength));
  return faults;
}

function rubricFaults(rubric: unknown): string[] {
  const { list, textLength } = QUESTION_LIMITS;
  if (!Array.isArray(rubric)) return ['"rubric" must be a list: [{"criterion": …, "levels": […]}].'];
  if (rubric.length > list) return [`"rubric" has ${rubric.length} criteria. Keep at most ${list}.`];
  return rubric.flatMap((one, index) => {
    const place = `"rubric", criterion ${index + 1}:`;
    if (!isRecord(one)) return [`${place} It must be an object: {"criterion": …, "levels": […]}.`];
    const { criterion, levels } = one;
    const faults = strangeFields(one, ['criterion', 'levels']).map((fault) => `${place} ${fault}`);
    faults.push(...textFaults(`${place} "criterion"`, criterion, textLength));
    if (!Array.isArray(levels) || levels.length !== 4)
      faults.push(`${place} "levels" must be four texts, from the weakest to the best.`);
    else faults.push(...listFaults(`${place} "levels"`, levels, 4, textLength));
    return faults;
  });
}

function briefFaults(brief: unknown): string[] {
  if (typeof brief !== 'string' || brief.trim() === '') return ['brief.md: Write there what is to be done.'];
  const bytes = utf8Length(brief);
  return bytes > LIMITS.notesBytes ? [`brief.md: It has ${bytes} bytes. Keep it within ${LIMITS.notesBytes}.`] : [];
}

function languageFaults(id: string, value: unknown): string[] {
  if (!isRecord(value)) return [`${id}: It must be an object: {"starter": […], "tests": […]}.`];
  const { entry, starter, tests, hidden, hiddenFiles, solution } = value;
  const faults = strangeFields(value, LANGUAGE_FIELDS).map((fault) => `${id}: ${fault}`);
  faults.push(...fileFaults(`${id}/starter`, starter));
  faults.push(...fileFaults(`${id}/hidden`, hiddenFiles), ...fileFaults(`${id}/solution`, solution));
  faults.push(...testFaults(tests).map((fault) => `${id}/tests.json: ${fault}`));
  faults.push(...testFaults(hidden).map((fault) => `${id}/hidden.json: ${fault}`));
  if (faults.length > 0) return faults;
  const one = value as unknown as QuestionLanguage;
  const names = one.starter.map(({ name }) => name);
  if (names.length === 0) return [`${id}/starter: There is no file. A candidate needs one to begin with.`];
  if (typeof entry !== 'string' || !names.includes(entry))
    faults.push(
      `question.json: "entry" must name the file of ${id}/starter that Run runs: ${names.map(quoted).join(', ')}.`,
    );
  for (const { name } of one.hiddenFiles) {
    const twin = twinFault(name, names, 'A starter file has this name. Give it another.');
    if (twin) faults.push(`${id}/hidden/${name}: ${twin}`);
  }
  const all = [...names, ...one.hiddenFiles.map(({ name }) => name)];
  faults.push(...namedFiles(`${id}/tests.json`, one.tests, names, `${id}/starter`));
  faults.push(...namedFiles(`${id}/hidden.json`, one.hidden, all, `${id}/starter or ${id}/hidden`));
  const visible = new Set(one.tests.map(({ name }) => name));
  for (const { name } of one.hidden)
    if (visible.has(name)) faults.push(`${id}/hidden.json: The name ${quoted(name)} is that of a visible test.`);
  for (const { name, hidden: said } of one.tests)
    if (said) faults.push(`${id}/tests.json: The test ${quoted(name)} is hidden. Move it to hidden.json.`);
  return faults;
}

function fileFaults(folder: string, files: unknown): string[] {
  if (!Array.isArray(files)) return [`${folder}: Files are a list: [{"name": …, "text": …}].`];
  if (files.length > QUESTION_LIMITS.files)
    return [`${folder}: There are ${files.length} files. Keep at most ${QUESTION_LIMITS.files}.`];
  const names: string[] = [];
  let bytes = 0;
  const faults = files.flatMap((file, index) => {
    const { name, text } = isRecord(file) ? file : {};
    if (!isRecord(file) || typeof name !== 'string' || typeof text !== 'string')
      return [`${folder}: File ${index + 1} must be an object: {"name": "main.py", "text": "…"}.`];
    const fault = fileNameFault(name);
    if (fault) return [`${folder}: ${fault}`];
    const own = strangeFields(file, ['name', 'text']).map((sentence) => `${folder}/${name}: ${sentence}`);
    const twin = twinFault(name, names, 'Another file has this name, or one that differs by case only.');
    if (twin) own.push(`${folder}/${name}: ${twin}`);
    names.push(name);
    if (text.includes('\0')) own.push(`${folder}/${name}: It is no text.`);
    const size = utf8Length(text);
    bytes += size;
    if (size > LIMITS.fileBytes)
      own.push(`${folder}/${name}: It has ${size} bytes. Keep a file within ${LIMITS.fileBytes}.`);
    return own;
  });
  if (bytes > QUESTION_LIMITS.filesBytes)
    faults.push(`${folder}: All files together have ${bytes} bytes. Keep them within ${QUESTION_LIMITS.filesBytes}.`);
  return faults;
}

/** Checks that the files named in tests exist. */
function namedFiles(place: string, tests: readonly Test[], names: readonly string[], where: string): string[] {
  return tests.flatMap(({ name, file }) =>
    file === undefined || names.includes(file)
      ? []
      : [`${place}: The test ${quoted(name)} names the file ${quoted(file)}, which is not in ${where}.`],
  );
}

function stageFaults(stages: unknown, languages: Question['languages']): string[] {
  if (!Array.isArray(stages)) return ['"stages" must be a list: [{"title": …, "tests": […]}].'];
  if (stages.length > QUESTION_LIMITS.list)
    return [`"stages" has ${stages.length}. Keep at most ${QUESTION_LIMITS.list}.`];
  const taken = new Set<string>();
  return stages.flatMap((stage, index) => {
    const place = `"stages", stage ${index + 1}:`;
    if (!isRecord(stage)) return [`${place} It must be an object: {"title": …, "tests": […]}.`];
    return oneStageFaults(stage, languages, taken).map((fault) => `${place} ${fault}`);
  });
}

/** `taken` are the tests and files of the stages before it. */
function oneStageFaults(
  stage: Record<string, unknown>,
  languages: Question['languages'],
  taken: Set<string>,
): string[] {
  const { title, brief, tests = [], files = {} } = stage;
  const faults = [...strangeFields(stage, STAGE_FIELDS), ...textFaults('"title"', title, QUESTION_LIMITS.titleLength)];
  if (
    brief !== undefined &&
    (typeof brief !== 'string' || brief.trim() === '' || utf8Length(brief) > LIMITS.notesBytes)
  )
    faults.push(`"brief" must be a text of at most ${LIMITS.notesBytes} bytes.`);
  // Each name is looked for among all: a list longer than it can be right is not looked through.
  if (!isTexts(tests) || tests.length > TEST_LIMITS.tests)
    return [...faults, '"tests" must be a list of names of visible tests.'];
  const few = (names: unknown) => isTexts(names) && names.length <= QUESTION_LIMITS.files;
  if (!isRecord(files) || Object.keys(files).length > QUESTION_LIMITS.languages || !Object.values(files).every(few))
    return [...faults, '"files" must be an object: {"python": ["name of a starter file"]}.'];
  const named = (key: string, what: string): string[] => {
    const twice = taken.has(key);
    taken.add(key);
    return twice ? [`${what} is in another stage, or twice in this one.`] : [];
  };
  for (const name of tests) {
    faults.push(...named(`test ${name}`, `The test ${quoted(name)}`));
    for (const [id, language] of Object.entries(languages))
      if (!language.tests.some((test) => test.name === name))
        faults.push(`"tests" names ${quoted(name)}, which is not in ${id}/tests.json.`);
  }
  for (const [id, names] of Object.entries(files as Record<string, string[]>)) {
    const language = Object.hasOwn(languages, id) ? languages[id] : undefined;
    if (!language) faults.push(`"files" names the language ${quoted(id)}, which this question does not have.`);
    for (const name of language ? names : []) {
      faults.push(...named(`${id}/${name}`, `The file ${quoted(`${id}/${name}`)}`));
      if (!language?.starter.some((file) => file.name === name))
        faults.push(`"files" names ${quoted(name)}, which is not in ${id}/starter.`);
      if (language?.entry === name) faults.push(`"files" names ${quoted(name)}, which Run runs from the beginning.`);
    }
  }
  return faults;
}

function listFaults(what: string, value: unknown, most: number, length: number): string[] {
  if (!Array.isArray(value)) return [`${what} must be a list of texts, [] for none.`];
  if (value.length > most) return [`${what} has ${value.length} entries. Keep at most ${most}.`];
  return value.flatMap((text, index) => textFaults(`${what}, entry ${index + 1}`, text, length));
}

function textFaults(what: string, value: unknown, length: number): string[] {
  if (typeof value !== 'string' || value.trim() === '') return [`${what} must be a text.`];
  if (/\p{Cs}|(?![\n\t])\p{Cc}/u.test(value)) return [`${what} has characters that cannot be seen. Take them out.`];
  return [...value].length > length ? [`${what} is too long. Use at most ${length} characters.`] : [];
}

function strangeFields(value: Record<string, unknown>, known: readonly string[]): string[] {
  const strange = Object.keys(value).filter((key) => !known.includes(key));
  return strange
    .slice(0, STRANGE_SHOWN)
    .map((key) => `There is no field ${quoted(key.slice(0, 40))}. The fields are ${known.join(', ')}.`);
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 80));

function isWhole(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
