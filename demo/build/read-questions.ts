/** Reads questions from folders of plain files, in the form of demo/questions/README.md; for scripts in Node, because rooms have no disk. */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join, relative, sep } from 'node:path';
import { isRecord, isTexts } from '../../party/shared/json.js';
import { defaultFileName } from '../../party/shared/languages.js';
import { withLineFeeds } from '../../party/shared/plain-text.js';
import { type Question, type QuestionFile, questionFaults } from '../../party/shared/question.js';

/** Our questions, relative to the project. */
export const OWN_QUESTIONS = 'demo/questions';

interface Library {
  questions: Question[];
  /** One sentence each, starting with the file. */
  faults: string[];
}

/** Our folder, then those named in `CODE_ROOM_QUESTIONS`. */
export function questionFolders(setting: string | undefined): string[] {
  return [OWN_QUESTIONS, ...(setting ?? '').split(delimiter).filter((folder) => folder.trim() !== '')];
}

/** All questions in these folders, by level and title; questions with faults are left out. */
export function readLibrary(folders: readonly string[]): Library {
  const questions: Question[] = [];
  const faults: string[] = [];
  const homes = new Map<string, string>();
  for (const folder of folders) {
    if (!isFolder(folder)) {
      faults.push(`${folder}: There is no such folder of questions.`);
      continue;
    }
    for (const name of names(folder).filter((entry) => isFolder(join(folder, entry)))) {
      const home = join(folder, name);
      const { question, faults: own } = readQuestion(home);
      faults.push(...own.map((fault) => `${home}/${fault}`));
      if (!question) continue;
      const other = homes.get(question.id);
      if (other) faults.push(`${home}: ${other} has the id "${question.id}" too. Rename one of the folders.`);
      else questions.push(question);
      homes.set(question.id, other ?? home);
    }
  }
  questions.sort((a, b) => a.level - b.level || (a.title < b.title ? -1 : 1));
  return { questions, faults };
}

/** The question in a folder, or its faults. */
export function readQuestion(folder: string): { question?: Question; faults: string[] } {
  const faults: string[] = [];
  /** Undefined, with a fault, if there is no such file or it is not JSON. */
  const json = (name: string): unknown => {
    const text = read(join(folder, name));
    if (text === undefined) faults.push(`${name}: There is no such file.`);
    try {
      return text === undefined ? undefined : JSON.parse(text);
    } catch (error) {
      faults.push(`${name}: It is no JSON: ${error instanceof Error ? error.message : error}.`);
      return undefined;
    }
  };
  const told = json('question.json');
  if (told === undefined) return { faults };
  if (!isRecord(told) || !isTexts(told.languages))
    return { faults: ['question.json: "languages" must be a list such as ["python", "sql"].'] };
  const { entry = {}, stages = [], ...facts } = told;
  if (!isRecord(entry)) return { faults: ['question.json: "entry" must be an object: {"python": "main.py"}.'] };
  const own = [...told.languages, 'question.json', 'brief.md'];
  const languages = told.languages.map((id) => {
    const starter = files(join(folder, id, 'starter'));
    const language = {
      entry: entry[id] ?? usualEntry(id, starter),
      starter,
      tests: json(`${id}/tests.json`),
      hidden: json(`${id}/hidden.json`),
      hiddenFiles: files(join(folder, id, 'hidden')),
      solution: files(join(folder, id, 'solution')),
    };
    const parts = ['starter', 'tests.json', 'hidden.json', 'hidden', 'solution'];
    faults.push(...unknown(folder, id, parts));
    return [id, language] as const;
  });
  for (const id of Object.keys(entry))
    if (!told.languages.includes(id)) faults.push(`question.json: "entry" names ${id}, which is not in "languages".`);
  const withBriefs = Array.isArray(stages) ? stages.map((stage) => stageWithBrief(folder, stage, own, faults)) : stages;
  faults.push(...unknown(folder, '.', own));
  if (facts.id !== folder.split(/[\\/]/).at(-1)) faults.push('question.json: "id" must be the name of the folder.');
  if (faults.length > 0) return { faults };
  const brief = read(join(folder, 'brief.md'));
  const question = { ...facts, brief, stages: withBriefs, languages: Object.fromEntries(languages) };
  const wrong = questionFaults(question);
  return wrong.length > 0 ? { faults: wrong } : { question: question as unknown as Question, faults };
}

/** In a folder, the brief of a stage is a file of its own, which the stage names. */
function stageWithBrief(folder: string, stage: unknown, own: string[], faults: string[]): unknown {
  if (!isRecord(stage) || typeof stage.brief !== 'string') return stage;
  const name = stage.brief;
  const brief = /^[\w-]+\.md$/.test(name) ? read(join(folder, name)) : undefined;
  if (brief === undefined)
    faults.push(`question.json: "stages" names the file ${JSON.stringify(name)}, which is not there.`);
  own.push(name);
  return { ...stage, brief };
}

/** `main.py` or similar if it exists, else the only file. */
function usualEntry(language: string, starter: readonly QuestionFile[]): string | undefined {
  const usual = defaultFileName(language);
  return starter.some(({ name }) => name === usual) || starter.length !== 1 ? usual : starter[0]?.name;
}

/** Unexpected files: most likely a name is wrong. */
function unknown(folder: string, within: string, known: readonly string[]): string[] {
  const strange = names(join(folder, within)).filter((name) => !known.includes(name));
  const place = within === '.' ? '' : `${within}/`;
  return strange.map((name) => `${place}${name}: Nothing reads this file. Known here are ${known.join(', ')}.`);
}

function files(folder: string): QuestionFile[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ name: relative(folder, path).split(sep).join('/'), text: read(path) ?? '' }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names starting with a dot are created by operating systems. */
function names(folder: string): string[] {
  return isFolder(folder)
    ? readdirSync(folder)
        .filter((name) => !name.startsWith('.'))
        .sort()
    : [];
}

function read(path: string): string | undefined {
  return existsSync(path) ? withLineFeeds(readFileSync(path, 'utf8')) : undefined;
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
