/** All documents of a session: files, task, tests, questions, proposals, what people post and, for interviewers, notes. */

import {
  BRIEF_DOCUMENT,
  DRAFT_DOCUMENT,
  isOptional,
  NOTES_DOCUMENT,
  OPEN_SCORECARDS,
  OPTIONAL_DOCUMENTS,
  SCORES_DOCUMENT,
} from '../../../party/shared/protocol.js';
import { editing, endsWithRoom, may, mayRead, type Role } from '../../../party/shared/roles.js';
import type { Bookmark, ClientMessage, OutgoingMessage } from '../../../party/shared/wire/client-message.js';
import type { RoomMessageOf as Of } from '../../../party/shared/wire/room-message.js';
import { AiState } from './ai-state.js';
import { SessionDocument } from './document.js';
import { Files, ONE_FILE } from './files.js';
import type { People } from './people.js';
import type { ProposedChange } from './proposals.js';
import type { DocumentSnapshot, History } from './replica-snapshot.js';
import { Task } from './task.js';

/** Stored snapshots of documents with unsaved edits, by document number. */
export type DocumentSnapshots = Record<number, DocumentSnapshot>;

type LossCode = 'edits-lost' | 'edit-taken-back';

/** A text that the room did not accept, and why, so that it can be copied. */
export interface Lost {
  text: string;
  code: LossCode;
}

/** One for each of OPTIONAL_DOCUMENTS. */
type Each<List> = { [At in keyof List]: SessionDocument };
type Optional = Each<typeof OPTIONAL_DOCUMENTS>;

type DocumentMessage = Of<
  | 'document'
  | 'change'
  | 'continue'
  | 'ack'
  | 'described'
  | 'point'
  | 'files'
  | 'done'
  | 'signal'
  | 'rule'
  | 'answering'
>;

export class Documents {
  readonly ai = new AiState();
  readonly files: Files;
  readonly task: Task;
  /** Only interviewers' notes are ever `synced`. */
  readonly notes: SessionDocument;
  /** Tests and results, also the hidden ones, which RoomTests parses; the questions, which `readAsked` and `readDesk` do. */
  readonly tests: SessionDocument;
  readonly hiddenTests: SessionDocument;
  readonly results: SessionDocument;
  readonly hiddenResults: SessionDocument;
  readonly questions: SessionDocument;
  readonly questionDesk: SessionDocument;
  /** How much editors help: what `helpOf` makes of it. */
  readonly help: SessionDocument;
  /** Entries that the room writes for whoever posts them: entries.ts of party/shared reads them. */
  readonly timer: SessionDocument;
  readonly chat: SessionDocument;
  readonly interviewerChat: SessionDocument;
  readonly moments: SessionDocument;
  readonly focus: SessionDocument;
  readonly activity: SessionDocument;
  /** The talk with the AI, and proposed changes: talk.ts and proposals.ts of party/shared read them. */
  readonly talk: SessionDocument;
  readonly proposals: SessionDocument;
  /** Those that were handed in, then those that somebody works on: as far as the room sends them to this person. */
  readonly scorecards: readonly SessionDocument[];
  readonly #others: readonly SessionDocument[];
  #role: Role = 'candidate';
  /** The room has not ended. */
  #open = false;

  /** `submit` sends edits, `send` everything else; `saved` is called after an edit was made, sent or saved in any document. */
  constructor(
    people: People,
    send: (message: OutgoingMessage) => void,
    submit: (message: OutgoingMessage) => void,
    saved: () => void,
  ) {
    const document = (id: number) => {
      const made = new SessionDocument(id, people, send, submit);
      made.addEventListener('saved', saved);
      return made;
    };
    this.files = new Files(document, send);
    this.task = new Task(document(BRIEF_DOCUMENT), document(DRAFT_DOCUMENT), send);
    this.notes = document(NOTES_DOCUMENT);
    const optional = OPTIONAL_DOCUMENTS.map(document) as unknown as Optional;
    [
      this.tests,
      this.hiddenTests,
      this.results,
      this.hiddenResults,
      this.questions,
      this.questionDesk,
      this.help,
      this.timer,
      this.chat,
      this.interviewerChat,
      this.moments,
      this.focus,
      this.activity,
      this.talk,
      this.proposals,
    ] = optional;
    this.scorecards = Array.from({ length: 1 + OPEN_SCORECARDS }, (_, index) => document(SCORES_DOCUMENT + index));
    this.#others = [this.task.brief, this.notes, this.task.draft, ...optional, ...this.scorecards];
  }

  /** The task, as everybody sees it. */
  get brief(): SessionDocument {
    return this.task.brief;
  }

  get #all(): SessionDocument[] {
    return [...this.files.documents, ...this.#others];
  }

  get(id: number): SessionDocument | null {
    return this.#all.find((document) => document.id === id) ?? null;
  }

  get saved(): boolean {
    return this.#all.every((document) => document.saved);
  }

  get unsaved(): number {
    return this.#all.reduce((sum, document) => sum + document.unsaved, 0);
  }

  /** From where the room can continue; a document of another history is sent whole. */
  get bookmark(): Bookmark | null {
    const known = this.#all.flatMap(({ bookmark }) => bookmark ?? []);
    const epoch = known[0]?.epoch;
    if (epoch === undefined) return null;
    return { epoch, positions: known.flatMap((at) => (at.epoch === epoch ? at.positions : [])) };
  }

  /** Rejects with an Error whose message is for people. */
  async propose(change: ProposedChange): Promise<number> {
    const { propose } = await import('./proposals.js');
    return propose(this, change);
  }

  /** Null when everything is saved. */
  snapshots(): DocumentSnapshots | null {
    const kept = this.#all.flatMap((document) => {
      const snapshot = document.saved ? null : document.snapshot();
      return snapshot ? [[document.id, snapshot]] : [];
    });
    return kept.length > 0 ? Object.fromEntries(kept) : null;
  }

  restore(snapshots: DocumentSnapshots): void {
    this.files.restore(Object.keys(snapshots).map(Number));
    for (const document of this.#all) {
      const snapshot = snapshots[document.id];
      if (snapshot) document.restore(snapshot);
    }
  }

  /** Applies the rights of a role; documents that may not be read any more are dropped. `held`: edits stay here, in files that come later as well, until they may be sent: this person is in private time. */
  allow(role: Role, open: boolean, held = this.files.held): void {
    this.#role = role;
    this.#open = open;
    this.files.held = held;
    this.#permit();
  }

  #permit(): void {
    for (const document of this.#all) {
      if (!mayRead(this.#role, document.id)) document.forget();
      const action = editing(this.#role, document.id);
      const writes = action !== null && (this.#open || !endsWithRoom(action)) && may(this.#role, action);
      document.allow(writes && this.files.mayWrite(this.#role, document.id), this.files.held);
    }
  }

  left(replicas: readonly number[]): void {
    for (const document of this.#all) document.left(replicas);
  }

  /** In sync. A document that the room has not sent does not exist for this person. */
  online(replica: number): void {
    for (const document of this.#all) if (document.synced) document.online(replica);
    this.task.online();
    this.files.resume();
  }

  offline(): void {
    for (const document of this.#all) document.offline();
    this.files.offline();
  }

  /** Returns text that could not be kept. `inStep`: the greeting is over, so a whole text is that of a file that has become readable. */
  receive(message: DocumentMessage, welcome: History & { replica: number }, inStep: boolean): Lost[] {
    if (message.type === 'files') {
      this.#listed(message);
      return [];
    }
    if (message.type === 'signal') {
      this.files.signalled(message);
      return [];
    }
    if (message.type === 'rule' || message.type === 'answering') {
      this.ai.receive(message);
      return [];
    }
    if (message.type === 'done') {
      this.files.answers?.done(message.request, message.document);
      return [];
    }
    // A person's cursor is in one document at a time.
    if (message.type === 'point')
      for (const other of this.#all) if (other.id !== message.document) other.left([message.replica]);
    const document = this.get(message.document);
    switch (message.type) {
      case 'document': {
        const isNew = inStep && document?.synced === false;
        const lost = lostOf(document?.replaced(message, welcome), 'edits-lost');
        if (isNew) document.online(welcome.replica);
        return lost;
      }
      case 'change':
        return lostOf(document?.change(message), 'edit-taken-back');
      case 'continue':
        document?.continued(message, welcome);
        return [];
      default:
        document?.receive(message);
        return [];
    }
  }

  /** The greeting is complete: without a file list there is one file, and documents that were not sent are empty. Returns text that could not be kept. */
  greeted(welcome: History): Lost[] {
    const lost = this.#others.flatMap((document) =>
      isOptional(document.id) && mayRead(this.#role, document.id) ? lostOf(document.begin(welcome), 'edits-lost') : [],
    );
    if (!this.files.told) this.#listed(ONE_FILE);
    return lost;
  }

  #listed(message: Pick<Of<'files'>, 'entry' | 'files'>): void {
    this.files.receive(message);
    this.#permit();
  }

  /** Handles a refusal. `lost` is the text with an edit that was undone; `told` means that the requester was notified, so no event is needed. */
  refused(
    kind: ClientMessage['type'] | undefined,
    { document: id, key, reason, sentence }: Of<'refused'>,
  ): { lost?: string; told: boolean } {
    if (this.files.answers?.refused(kind, key, sentence)) return { told: true };
    const document = this.get(id);
    if (kind === 'draft') this.task.cancelDecision();
    if (kind === 'describe') document?.undescribed(reason, sentence);
    if (kind !== 'submit' && kind !== 'part') return { told: false };
    // The file was removed: its last edits have been offered as a copy.
    if (!document && reason === 'unknown') return { told: true };
    const lost = document?.refused(key, reason) ?? undefined;
    if (document && reason === 'unknown') this.files.letGo(document);
    return lost === undefined ? { told: false } : { lost, told: false };
  }
}

function lostOf(text: string | null | undefined, code: LossCode): Lost[] {
  return typeof text === 'string' ? [{ text, code }] : [];
}
