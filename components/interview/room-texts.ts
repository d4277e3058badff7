// What the texts of a room say or have said, to tell what comes from outside. Spaces and line ends do not count: they change on the way.
import type { Text } from '@codemirror/state';
import { readProposals } from '../../party/shared/proposals.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import type { RefusedEvent } from '../session/sync/events.js';
import { dropFromTab, isGone } from './gone-room.js';

const PREFIX = 'code-room:copied:';
/** Texts that were copied or taken out here, and their characters that a tab keeps: the newest. */
const REMEMBERED = 200;
const KEPT = 200_000;

export class RoomTexts {
  #past: string[];

  /** `room`: its id, under which the tab keeps what was copied. */
  constructor(
    private readonly session: Session,
    private readonly room: string | undefined,
    signal: AbortSignal,
  ) {
    this.#past = this.#stored();
    // It is offered to be copied, by a button.
    const lost = (event: Event) => this.remember((event as RefusedEvent).lost ?? '');
    session.addEventListener('refused', lost, { signal });
    session.addEventListener('status', () => this.#look(), { signal });
    this.#look();
  }

  /** It was copied here, or taken out of a text. */
  remember(text: string): void {
    const bare = withoutSpaces(text);
    if (bare === '' || this.#past.includes(bare)) return;
    this.#past = [...this.#past, bare].slice(-REMEMBERED);
  }

  /** For after a reload: what was taken out of a text before is nowhere else. */
  keep(): void {
    const kept: string[] = [];
    let left = KEPT;
    for (const text of [...this.#past].reverse()) {
      if (text.length > left) continue;
      left -= text.length;
      kept.unshift(text);
    }
    try {
      sessionStorage.setItem(PREFIX + this.room, JSON.stringify(kept));
    } catch {
      // Full or forbidden: after a reload only what is in the room is known.
    }
  }

  /** Nothing is left of a room that is no more, not even in this tab. */
  #look(): void {
    if (!isGone(this.session)) return;
    this.#past = [];
    dropFromTab(PREFIX + this.room);
  }

  #stored(): string[] {
    try {
      return JSON.parse(sessionStorage.getItem(PREFIX + this.room) ?? '[]') as string[];
    } catch {
      return []; // Storage is forbidden here, as in a sandboxed frame, or there is none.
    }
  }

  /** A file, the task, tests and their results, questions, the chat, answers of the AI, proposals, or what was printed has it or had it; `before` is what `document` was before it came. */
  know(text: string, document: SessionDocument, before: Text): boolean {
    const bare = withoutSpaces(text);
    const all = [...this.#past, ...this.#present(document, before)];
    return all.some((found) => found.includes(bare));
  }

  #present(edited: SessionDocument, before: Text): string[] {
    const { documents, run } = this.session;
    const texts = [...documents.files.documents, documents.brief];
    const plain = texts.map((document) => (document === edited ? before : document.text).toString());
    const { tests, results, questions, chat, talk, proposals } = documents;
    const told = [tests, results, questions, chat, talk].map(({ text }) => wordsOf(text.toString()));
    // As they are to be copied: all that one puts in.
    const proposed = readProposals(proposals.text.toString()).map(({ places }) =>
      places.map(({ insert }) => insert).join('\n'),
    );
    const printed = (run.current?.output ?? []).map((piece) => piece.text).join('');
    return [...plain, ...told, ...proposed, printed].map(withoutSpaces);
  }
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '');
}

/** All texts in lines of JSON. */
function wordsOf(lines: string): string {
  return lines.split('\n').map(wordsIn).join('\n');
}

function wordsIn(line: string): string {
  const words: string[] = [];
  try {
    JSON.parse(line, (_key, value: unknown) => {
      if (typeof value === 'string') words.push(value);
      return value;
    });
  } catch {
    return line; // It is none: a setting, or half a line.
  }
  return words.join('\n');
}
