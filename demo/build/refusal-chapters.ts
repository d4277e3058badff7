/** All sentences that say no, each with its code and what to do, in the chapters that their own tables have. */
import { readFileSync } from 'node:fs';
import { LATER_SENTENCES } from '../../components/session/refusal/later-sentences.js';
import { FIRST_SENTENCES } from '../../components/session/refusal/session-refusal.js';
import { ADDED_TEXTS } from '../../components/wording/added-files.js';
import { LATER_TEXTS } from '../../components/wording/later-text.js';
import { REFUSAL_TEXTS } from '../../components/wording/refusal-text.js';
import { TEST_TEXTS } from '../../components/wording/test-text.js';
import { FILE_NAME_SENTENCES } from '../../party/shared/file-names.js';
import { REFUSAL_SENTENCES } from '../../party/shared/refusals.js';
import type { Message, Part } from '../server/docs.js';
import { ADVICE, CHAPTERS } from './message-advice.js';
import { SENTENCES } from './sentences.js';

export interface Chapter {
  title: string;
  /** Who says these sentences, and what they are about. */
  meaning: string;
  messages: Message[];
}

const ROOM = 'party/shared/refusals.ts';

/** The chapters of the room's sentences, as comments part them in their table: the title of each, and its codes. */
function chaptersOfRoom(): [title: string, codes: string[]][] {
  const chapters: [string, string[]][] = [];
  for (const line of readFileSync(ROOM, 'utf8').split('\n')) {
    const [, title] = /^ {2}\/\/ (.+)\.$/.exec(line) ?? [];
    if (title) chapters.push([title, []]);
    const [, code] = /^ {2}'?([\w-]+)'?:(?: |$)/.exec(line) ?? [];
    if (code && code in REFUSAL_SENTENCES) chapters.at(-1)?.[1].push(code);
  }
  return chapters;
}

export function refusalChapters(): Chapter[] {
  const chapters: [string, string[]][] = [
    ...chaptersOfRoom(),
    ['Names of files', Object.keys(FILE_NAME_SENTENCES)],
    ['The session', [...Object.keys(FIRST_SENTENCES), ...Object.keys(LATER_SENTENCES)]],
    ['The element', [...Object.keys(REFUSAL_TEXTS), ...Object.keys(LATER_TEXTS)]],
    ['Files brought from the computer', Object.keys(ADDED_TEXTS)],
    ['Running tests', Object.keys(TEST_TEXTS)],
  ];
  const sentences: Readonly<Record<string, string>> = SENTENCES;
  const told = chapters.map(([title, codes]) => {
    const chapter = CHAPTERS[title];
    if (!chapter) throw new Error(`CHAPTERS in demo/build/message-advice.ts has no chapter "${title}". Add it.`);
    const messages = codes.map((code): Message => {
      const sentence = sentences[code];
      if (!sentence) throw new Error(`There is no sentence of the code "${code}".`);
      return { code, sentence, advice: adviceFor(code, sentence, chapter.advice) };
    });
    return { title, meaning: chapter.meaning, messages };
  });
  const known = new Set(chapters.flatMap(([, codes]) => codes));
  const left = Object.keys(sentences).filter((code) => !known.has(code));
  if (left.length > 0) throw new Error(`These sentences stand in no chapter of the messages: ${left.join(', ')}.`);
  return told;
}

/** What is written for this sentence; else what it says itself after it has said what is wrong; else what holds for its chapter. */
function adviceFor(code: string, sentence: string, usual: string): string {
  const written = (ADVICE as Readonly<Record<string, string | undefined>>)[code];
  if (written) return written;
  const [, sure = ''] = /[.?…] ([A-Z].+)$/.exec(sentence) ?? [];
  const [, order = ''] = ORDER.exec(sentence) ?? [];
  return sure || `${order.charAt(0).toUpperCase()}${order.slice(1)}` || usual;
}

/** What stands behind a colon, where it asks for something. */
const ORDER = /: ((?:add|ask|choose|drop|give|keep|put|reload|remove|rename|run|send|take|wait|write|at most)\b[^:]+)$/;

/** `{seconds:second|seconds}` is shown as `{seconds}`. */
export function shown(sentence: string): string {
  return sentence.replace(/\{(\w+):[^}]+\}/g, '{$1} …');
}

export function messageParts(chapters: readonly Chapter[]): Part[] {
  return [
    { kind: 'form', form: 'messages' },
    ...chapters.flatMap(({ title, meaning, messages }): Part[] => [
      { kind: 'text', text: `## ${title}\n\n${meaning}` },
      {
        kind: 'table',
        caption: title,
        head: ['Message', 'What to do', 'Code'],
        rows: messages.map(({ code, sentence, advice }) => [shown(sentence), shown(advice), `\`${code}\``]),
      },
    ]),
  ];
}
