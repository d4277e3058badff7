// Asks the language services about the files of a room: each change of a file is sent once, and queries one after the other.
import type { Text } from '@codemirror/state';
import type { Tool } from '../runner/messages.js';
import type { LanguageQuery, LanguageReply, LanguageRequest } from '../runner/tools/language-service.js';
import { serviceOf } from '../runner/tools/language-service.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import { usualFileName } from '../wording/name-text.js';
import type { ToolHost } from './format-file.js';
import { grammarName } from './grammars.js';

/** Larger files are not sent. */
const LONGEST = 200_000;
/** A service that could not be loaded is not requested at each key. */
const AGAIN_MS = 60_000;

const EXTENSIONS: Readonly<Record<string, RegExp>> = {
  python: /\.pyi?$/,
  javascript: /\.[cm]?jsx?$/,
  jsx: /\.jsx$/,
  typescript: /\.[cm]?ts$/,
  tsx: /\.tsx$/,
};
const EXTENSION: Readonly<Record<string, string>> = {
  python: '.py',
  javascript: '.js',
  jsx: '.jsx',
  typescript: '.ts',
  tsx: '.tsx',
};

export class LanguageClient {
  /** By the name of the tool: Python and TypeScript have a service each. */
  readonly #connections = new Map<string, ServiceConnection>();

  constructor(
    private readonly session: Session,
    private readonly host: ToolHost,
  ) {}

  /** The service of its language has answered once: from then on it is quick. */
  isReady(document: SessionDocument): boolean {
    return this.#connectionFor(document)?.ready ?? false;
  }

  /** Null where there is no answer: everything works without it. */
  async ask<T>(document: SessionDocument, kind: LanguageQuery['kind'], at: number): Promise<T | null> {
    const connection = document.text.length <= LONGEST ? this.#connectionFor(document) : undefined;
    return ((await connection?.ask({ kind, file: nameOf(document), at })) ?? null) as T | null;
  }

  /** Tells that other files which its service reads have changed since this one was shown last: at once, or when it is shown again. */
  watchBeside(document: SessionDocument, changed: () => void, signal: AbortSignal): void {
    const { files } = this.session.documents;
    const watched = new WeakSet([document]);
    const beside = () => filesFor(serviceOf(languageOf(document)), this.session, document);
    let before = beside();
    const look = () => {
      for (const { document: other } of files.list) {
        if (watched.has(other)) continue;
        watched.add(other);
        for (const type of ['change', 'saved']) other.addEventListener(type, look, { signal });
      }
      if (files.shown !== document) return;
      const now = beside();
      if (now.size === before.size && [...now].every(([name, text]) => before.get(name) === text)) return;
      before = now;
      changed();
    };
    for (const type of ['change', 'shown']) files.addEventListener(type, look, { signal });
    look();
  }

  #connectionFor(document: SessionDocument): ServiceConnection | undefined {
    const tool = serviceOf(languageOf(document));
    if (!tool) return undefined;
    const connection = this.#connections.get(tool.name) ?? new ServiceConnection(tool, this.session, this.host);
    this.#connections.set(tool.name, connection);
    return connection;
  }
}

/** The connection to one language service, which is sent the files of its languages. */
class ServiceConnection {
  #life = '';
  #sent = new Map<string, Text>();
  #before: Promise<unknown> = Promise.resolve();
  #failedAt = Number.NEGATIVE_INFINITY;
  ready = false;

  constructor(
    private readonly tool: Tool,
    private readonly session: Session,
    private readonly host: ToolHost,
  ) {}

  ask(question: LanguageQuery): Promise<unknown> {
    const answer = this.#before.then(() => this.#ask(question));
    this.#before = answer.catch(() => undefined);
    return answer.catch(() => {
      this.#life = '';
      this.ready = false;
      this.#failedAt = performance.now();
      return null;
    });
  }

  async #ask(question: LanguageQuery): Promise<unknown> {
    if (performance.now() - this.#failedAt < AGAIN_MS) return null;
    for (let tries = 0; tries < 2; tries += 1) {
      const request: LanguageRequest = { life: this.#life, files: this.#news(), question };
      const { tools } = await this.host.load();
      const { life, needsAllFiles, answer } = (await tools.call(this.tool, request)) as LanguageReply;
      this.#life = needsAllFiles ? '' : life;
      this.ready ||= !needsAllFiles;
      if (!needsAllFiles) return answer;
    }
    return null;
  }

  /** The files that changed since they were sent; all of them when nothing was sent yet. */
  #news(): LanguageRequest['files'] {
    if (this.#life === '') this.#sent = new Map();
    const now = filesFor(this.tool, this.session);
    const gone = [...this.#sent.keys()].filter((name) => !now.has(name)).map((name) => [name, null] as const);
    const changed = [...now].filter(([name, text]) => this.#sent.get(name) !== text);
    this.#sent = now;
    return Object.fromEntries([...gone, ...changed.map(([name, text]) => [name, text.toString()] as const)]);
  }
}

/** What a service reads, by name. */
function filesFor(tool: Tool | undefined, session: Session, except?: SessionDocument): Map<string, Text> {
  const documents = session.documents.files.list.map(({ document }) => document);
  return new Map(
    documents
      .filter((each) => each !== except && serviceOf(languageOf(each)) === tool && each.text.length <= LONGEST)
      .map((each) => [nameOf(each), each.text]),
  );
}

function languageOf({ language }: SessionDocument): string {
  return grammarName(language || 'python');
}

/** With an extension by which its language is known. */
function nameOf(document: SessionDocument): string {
  const language = languageOf(document);
  const name = document.name || usualFileName(language);
  return EXTENSIONS[language]?.test(name) === false ? name + EXTENSION[language] : name;
}
