// Asks what knows a language about the files of a room: each change of a file is told once, and questions one after the other.
import type { Text } from '@codemirror/state';
import type { LanguageQuestion, LanguageReply, LanguageRequest } from '../runner/tools/language-service.js';
import { serviceOf } from '../runner/tools/language-service.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import { usualFileName } from '../wording/status-text.js';
import type { ToolHost } from './format-file.js';
import { grammarName } from './grammars.js';

/** Larger files are left in peace. */
const LONGEST = 200_000;
/** What could not be loaded is not asked for at each key. */
const AGAIN_MS = 60_000;

const ENDINGS: Readonly<Record<string, RegExp>> = {
  javascript: /\.[cm]?jsx?$/,
  jsx: /\.jsx$/,
  typescript: /\.[cm]?ts$/,
  tsx: /\.tsx$/,
};
const ENDING: Readonly<Record<string, string>> = { javascript: '.js', jsx: '.jsx', typescript: '.ts', tsx: '.tsx' };

export class LanguageClient {
  #life = '';
  #sent = new Map<string, Text>();
  #before: Promise<unknown> = Promise.resolve();
  #failedAt = Number.NEGATIVE_INFINITY;
  /** It has answered once: from then on it is quick. */
  ready = false;

  constructor(
    private readonly session: Session,
    private readonly host: ToolHost,
  ) {}

  /** Null where there is no answer: it helps, and is not missed. */
  ask<T>(document: SessionDocument, kind: LanguageQuestion['kind'], at: number): Promise<T | null> {
    const answer = this.#before.then(() => this.#ask<T>(document, kind, at));
    this.#before = answer.catch(() => undefined);
    return answer.catch(() => {
      this.#life = '';
      this.ready = false;
      this.#failedAt = performance.now();
      return null;
    });
  }

  async #ask<T>(document: SessionDocument, kind: LanguageQuestion['kind'], at: number): Promise<T | null> {
    const tool = serviceOf(languageOf(document));
    if (!tool || document.text.length > LONGEST || performance.now() - this.#failedAt < AGAIN_MS) return null;
    const question = { kind, file: nameOf(document), at };
    for (let tries = 0; tries < 2; tries += 1) {
      const request: LanguageRequest = { life: this.#life, files: this.#news(), question };
      const { life, stranger, answer } = (await (await this.host.load()).tools.call(tool, request)) as LanguageReply;
      this.#life = stranger ? '' : life;
      this.ready ||= !stranger;
      if (!stranger) return (answer ?? null) as T | null;
    }
    return null;
  }

  /** What has changed since it was told, and everything where it has been told nothing. */
  #news(): LanguageRequest['files'] {
    if (this.#life === '') this.#sent = new Map();
    const documents = this.session.documents.files.list.map(({ document }) => document);
    const now = new Map(
      documents
        .filter((document) => serviceOf(languageOf(document)) && document.text.length <= LONGEST)
        .map((document) => [nameOf(document), document.text]),
    );
    const gone = [...this.#sent.keys()].filter((name) => !now.has(name)).map((name) => [name, null] as const);
    const changed = [...now].filter(([name, text]) => this.#sent.get(name) !== text);
    this.#sent = now;
    return Object.fromEntries([...gone, ...changed.map(([name, text]) => [name, text.toString()] as const)]);
  }
}

function languageOf({ language }: SessionDocument): string {
  return grammarName(language || 'python');
}

/** With an ending by which its language is known. */
function nameOf(document: SessionDocument): string {
  const language = languageOf(document);
  const name = document.name || usualFileName(language);
  return ENDINGS[language]?.test(name) === false ? name + ENDING[language] : name;
}
