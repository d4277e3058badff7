// What the texts of a room say or have said, to tell what comes from outside. Spaces and line ends do not count: they change on the way.
import type { Text } from '@codemirror/state';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';

/** Texts that were copied or taken out here, the newest last. */
const REMEMBERED = 200;

export class RoomTexts {
  #past: string[] = [];

  constructor(private readonly session: Session) {}

  /** It was copied here, or taken out of a text. */
  remember(text: string): void {
    const bare = withoutSpaces(text);
    if (bare === '' || this.#past.includes(bare)) return;
    this.#past = [...this.#past, bare].slice(-REMEMBERED);
  }

  /** A file, the task, tests and their results, questions, the chat, or what was printed has it or had it; `before` is what `document` was before it came. */
  know(text: string, document: SessionDocument, before: Text): boolean {
    const bare = withoutSpaces(text);
    const all = [...this.#past, ...this.#present(document, before)];
    return all.some((found) => found.includes(bare));
  }

  #present(edited: SessionDocument, before: Text): string[] {
    const { documents, run } = this.session;
    const texts = [...documents.files.documents, documents.brief];
    const plain = texts.map((document) => (document === edited ? before : document.text).toString());
    const { tests, results, questions, chat } = documents;
    const told = [tests, results, questions, chat].map(({ text }) => wordsOf(text.toString()));
    const printed = (run.current?.output ?? []).map((piece) => piece.text).join('');
    return [...plain, ...told, printed].map(withoutSpaces);
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
