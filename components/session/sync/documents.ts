/** The documents of a room as this person sees them: the files, the task in words, and for interviewers their notes. */

import { BRIEF_DOCUMENT, DRAFT_DOCUMENT, NOTES_DOCUMENT } from '../../../party/shared/protocol.js';
import { editing, isOver, may, mayRead, type Role } from '../../../party/shared/roles.js';
import type { Bookmark, OutgoingMessage } from '../../../party/shared/wire/client-message.js';
import type { RoomMessageOf as Of } from '../../../party/shared/wire/room-message.js';
import { SessionDocument } from './document.js';
import { Files } from './files.js';
import type { People } from './people.js';
import type { DocumentSnapshot } from './replica-snapshot.js';
import { Task } from './task.js';

/** What is kept of the documents with unsaved edits, by document. */
export type DocumentSnapshots = Record<number, DocumentSnapshot>;

export class Documents {
  readonly files: Files;
  readonly task: Task;
  /** For everybody but interviewers never `synced`. */
  readonly notes: SessionDocument;
  readonly #others: readonly SessionDocument[];

  /** `submit` sends edits, `send` all else; `saved` is called when an edit has been made, sent or saved in any of them. */
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
    this.#others = [this.task.brief, this.notes, this.task.draft];
  }

  /** The task in words, as everybody reads it. */
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

  /** Where the room can go on; a document of another history is told whole. */
  get bookmark(): Bookmark | null {
    const known = this.#all.flatMap(({ bookmark }) => bookmark ?? []);
    const epoch = known[0]?.epoch;
    if (epoch === undefined) return null;
    return { epoch, positions: known.flatMap((at) => (at.epoch === epoch ? at.positions : [])) };
  }

  /** Null when all is saved. */
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

  /** What the role may do now; what it may not read any more is forgotten. */
  allow(role: Role, open: boolean): void {
    for (const document of this.#all) {
      if (!mayRead(role, document.id)) document.forget();
      const action = editing(role, document.id);
      const writes = action !== null && (open || !isOver(action)) && may(role, action);
      document.allow(writes && this.files.mayWrite(role, document.id));
    }
  }

  left(replicas: readonly number[]): void {
    for (const document of this.#all) document.left(replicas);
  }

  /** Everything missed has come. A document the room has not told is none of this person's. */
  online(replica: number): void {
    for (const document of this.#all) if (document.synced) document.online(replica);
    this.task.online();
  }

  offline(): void {
    for (const document of this.#all) document.offline();
    this.files.offline();
  }

  /** Somebody's cursor is in one document at a time. */
  point(message: Of<'point'>): void {
    for (const document of this.#all) if (document.id !== message.document) document.left([message.replica]);
    this.get(message.document)?.receive(message);
  }
}
