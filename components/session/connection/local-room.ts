/** A local room without a server, for one person: answers like a room, at once. */
import { ChangeSet, Text } from '@codemirror/state';
import { cleanName, isLanguageId } from '../../../party/shared/clean-names.js';
import type { FileList } from '../../../party/shared/file-list.js';
import { fileNameFault } from '../../../party/shared/file-names.js';
import { DEFAULT_LANGUAGE, defaultFileName } from '../../../party/shared/languages.js';
import { LIMITS } from '../../../party/shared/limits.js';
import { withLineFeeds } from '../../../party/shared/plain-text.js';
import {
  isOptional,
  MAIN_DOCUMENT,
  PROTOCOL_VERSION,
  type Refusal,
  ROOM_AUTHOR,
} from '../../../party/shared/protocol.js';
import { sentenceFor } from '../../../party/shared/refusals.js';
import { applyChange } from '../../../party/shared/text-change.js';
import { numberOfKind, type OutgoingMessage } from '../../../party/shared/wire/client-message.js';
import type { PersonRecord, RoomMessage, RunRecord } from '../../../party/shared/wire/room-message.js';
import { laterRefusal } from '../refusal/later-refusal.js';
import { refusal } from '../refusal/session-refusal.js';
import type { Transport, TransportEvents } from './transport.js';

const REPLICA = 1;

interface LocalDocument {
  name: string;
  language: string;
  version: number;
  text: Text;
  /** Sequence of the last edit. */
  sequence: number;
}

type FileMessage = Extract<
  OutgoingMessage,
  { type: 'add-file' | 'remove-file' | 'restore-file' | 'move-file' | 'choose-entry' | 'protect-file' }
>;

function blank(name: string, language: string): LocalDocument {
  return { name, language, version: 0, text: Text.empty, sequence: 0 };
}

export class LocalRoom implements Transport {
  #closed = false;
  readonly #documents = new Map<number, LocalDocument>([[MAIN_DOCUMENT, blank('', '')]]);
  /** Created with the second file. */
  #files: FileList | null = null;
  #person: PersonRecord = { id: 'me', name: 'Guest 1', role: 'candidate', color: 0, replicas: [REPLICA] };
  #run: RunRecord | null = null;

  constructor(private readonly events: TransportEvents) {
    queueMicrotask(() => {
      if (!this.#closed) this.events.opened();
    });
  }

  send(message: OutgoingMessage): void {
    if (this.#closed) return;
    switch (message.type) {
      case 'hello':
        this.#rename(message.name);
        return this.#greet();
      case 'submit':
      case 'part': {
        const { document, change, sequence } = message;
        const version = this.#change(document, change, REPLICA, sequence);
        return version === null ? undefined : this.#answer({ type: 'ack', document, durable: version, sequence });
      }
      case 'seed':
        // A file that has a language keeps it, as in every room.
        if (!this.#documents.get(MAIN_DOCUMENT)?.language)
          this.#describe(MAIN_DOCUMENT, '', isLanguageId(message.language) ? message.language : '');
        return this.#seed(message.text);
      case 'describe':
        return this.#describe(message.document, message.name, message.language);
      case 'rename':
        this.#rename(message.name);
        return this.#answer({ type: 'person', person: this.#person });
      case 'start':
        return this.#start(message);
      case 'print':
        return this.#answer({ type: 'printed', run: message.run, output: message.output });
      case 'finish':
        return this.#finish(message.run, message.state, message.durationMs);
      case 'stop':
        return this.#answer({ type: 'stop', run: message.run });
      case 'answer':
        return this.#answer({ type: 'answer', run: message.run, prompt: message.prompt, text: message.text });
      case 'ping':
        return this.#answer({ type: 'pong', nonce: message.nonce });
      case 'add-file':
      case 'remove-file':
      case 'restore-file':
      case 'move-file':
      case 'choose-entry':
      case 'protect-file':
        return void this.#changeFiles(message);
      // There is nobody to read it.
      case 'post':
      case 'propose':
      case 'judge':
        return this.#refuse(message.type, 0, message.request, 'unknown', laterRefusal('room-of-one').message);
      // Nobody else sees the cursor, and there is no other text to compare with.
      case 'point':
      case 'check':
      case 'refresh':
      case 'signal':
      // Only interviewers send these.
      case 'draft':
      case 'admit':
      case 'decline':
      case 'remove':
      case 'assign':
      case 'lock':
      case 'end':
        return;
      default:
        message satisfies never;
    }
  }

  reconnect(): void {
    this.events.opened();
  }

  close(): void {
    this.#closed = true;
  }

  #greet(): void {
    const { id: person, role } = this.#person;
    this.#answer({
      type: 'welcome',
      version: PROTOCOL_VERSION,
      epoch: 'solo',
      start: 0,
      replica: REPLICA,
      resume: new Uint8Array(),
      person,
      role,
      seeded: [...this.#documents.values()].some(({ version }) => version > 0),
      open: true,
    });
    this.#answer({ type: 'person', person: this.#person });
    if (this.#files) this.#tellFiles(this.#files);
    for (const id of this.#fileIds()) this.#tellDocument(id);
    this.#answer({ type: 'ready' });
  }

  /** Document numbers of the files. */
  #fileIds(): number[] {
    return this.#files?.of(this.#person.role).map(({ document }) => document) ?? [MAIN_DOCUMENT];
  }

  #tellFiles(files: FileList): void {
    this.#answer({ type: 'files', entry: files.entry, files: files.of(this.#person.role) });
  }

  #tellDocument(id: number): void {
    const document = this.#documents.get(id);
    if (!document) return;
    const { name, language, version, text, sequence } = document;
    const about = { document: id, name, language, version, durable: version, sequence };
    this.#answer({ type: 'document', ...about, text: text.toString() });
  }

  /** Returns the new version; null if there is no such document. */
  #change(id: number, change: ChangeSet, author: number, sequence: number): number | null {
    const document = this.#documents.get(id) ?? (isOptional(id) ? blank('', '') : null);
    if (!document) return null;
    this.#documents.set(id, document);
    document.text = applyChange(change, document.text);
    const version = ++document.version;
    if (author === REPLICA) document.sequence = sequence;
    this.#answer({ type: 'change', document: id, version, author, sequence, lag: 0, change: () => change });
    return version;
  }

  /** The file logic is loaded on demand, because most local rooms never have a second file. */
  async #changeFiles(message: FileMessage): Promise<void> {
    const loaded = await import('../../../party/shared/file-list.js').catch(() => null);
    if (!loaded) return this.#refuse(message.type, 0, message.request, 'unknown', refusal('part-not-loaded').message);
    const { FileList, FileRefused } = loaded;
    const nameOf = (id: number) => {
      const { name = '', language = '' } = this.#documents.get(id) ?? {};
      return name || defaultFileName(language || DEFAULT_LANGUAGE);
    };
    this.#files ??= new FileList(null, LIMITS, nameOf, () => {});
    const [files, before] = [this.#files, this.#fileIds()];
    try {
      const document = this.#carryOut(files, message);
      this.#tellFiles(files);
      for (const id of this.#fileIds()) if (!before.includes(id)) this.#tellDocument(id);
      this.#answer({ type: 'done', request: message.request, document });
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      this.#refuse(message.type, 0, message.request, error.reason, error.message);
    }
  }

  #refuse(kind: OutgoingMessage['type'], document: number, key: number, reason: Refusal, sentence: string): void {
    this.#answer({ type: 'refused', about: numberOfKind(kind), document, key, reason, sentence });
  }

  /** No file is hidden: it would be so from the one person who is here. */
  #carryOut(files: FileList, message: FileMessage): number {
    const { id, role } = this.#person;
    switch (message.type) {
      case 'add-file': {
        const name = cleanName(message.name, LIMITS.fileNameLength);
        const document = files.claim(name, role);
        this.#documents.set(document, blank(name, message.language));
        files.add({ document, readonly: message.readonly, hidden: false });
        return document;
      }
      case 'remove-file':
        files.remove(message.document, id, Date.now());
        return message.document;
      case 'restore-file':
        files.restore(message.document, role, id);
        return message.document;
      case 'move-file':
        files.move(message.document, message.index, role);
        return message.document;
      case 'choose-entry':
        files.choose(message.document);
        return message.document;
      case 'protect-file':
        files.protect({ document: message.document, readonly: message.readonly, hidden: false });
        return message.document;
    }
  }

  #seed(text: string): void {
    if (text === '' || this.#documents.get(MAIN_DOCUMENT)?.version !== 0) return;
    const change = ChangeSet.of({ from: 0, insert: Text.of(withLineFeeds(text).split('\n')) }, 0);
    this.#change(MAIN_DOCUMENT, change, ROOM_AUTHOR, 1);
  }

  #describe(id: number, given: string, language: string): void {
    const document = this.#documents.get(id);
    if (!document) return;
    const name = cleanName(given, LIMITS.fileNameLength);
    const nameFault = () => this.#files?.nameFault(name, this.#person.role, id) ?? fileNameFault(name);
    const fault = language && !isLanguageId(language) ? sentenceFor('language-id') : given && nameFault();
    if (fault) return this.#refuse('describe', id, 0, 'invalid', fault);
    document.name = name || document.name;
    document.language = language || document.language;
    this.#answer({ type: 'described', document: id, name: document.name, language: document.language });
  }

  #rename(name: string): void {
    this.#person = { ...this.#person, name: cleanName(name, LIMITS.nameLength) || this.#person.name };
  }

  #start({ request, document, version, language }: Extract<OutgoingMessage, { type: 'start' }>): void {
    const run = (this.#run?.run ?? 0) + 1;
    const { id: person, name } = this.#person;
    const record: RunRecord = {
      run,
      request,
      replica: REPLICA,
      person,
      name,
      document,
      version,
      language,
      state: 'running',
      elapsedMs: 0,
    };
    this.#run = record;
    later(() => this.#answer({ type: 'started', record }));
  }

  #finish(run: number, state: RunRecord['state'], durationMs: number): void {
    if (this.#run?.run !== run || this.#run.state !== 'running') return;
    this.#run = { ...this.#run, state };
    this.#answer({ type: 'finished', run, state, durationMs });
  }

  #answer(message: RoomMessage): void {
    if (!this.#closed) this.events.message(message);
  }
}

/** In a task of its own, as the answers of other rooms come: what the page does meanwhile is not held up by what it then shows. */
function later(action: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    action();
  };
  port2.postMessage(null);
}
