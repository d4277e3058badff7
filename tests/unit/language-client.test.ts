/** What the editor tells the language services of the files of a room. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Text } from '@codemirror/state';
import { LanguageClient } from '../../components/editor/language-client.js';
import type { Session } from '../../components/session/session.js';

/** As much of a document, or of the files, as the client looks at. */
class File extends EventTarget {
  text = Text.empty;
  constructor(
    public name: string,
    public language: string,
  ) {
    super();
  }

  write(text: string, event: 'change' | 'saved' = 'saved'): void {
    this.text = Text.of([text]);
    this.dispatchEvent(new Event(event));
  }
}

class Files extends EventTarget {
  shown: File;
  constructor(readonly documents: File[]) {
    super();
    this.shown = documents[0] as File;
  }

  get list() {
    return this.documents.map((document) => ({ document }));
  }

  show(document: File): void {
    this.shown = document;
    this.dispatchEvent(new Event('shown'));
  }
}

function watched() {
  const [main, bank, notes] = [
    new File('main.ts', 'typescript'),
    new File('bank.ts', 'typescript'),
    new File('notes.py', 'python'),
  ] as const;
  const files = new Files([main, bank, notes]);
  const client = new LanguageClient({ documents: { files } } as unknown as Session, {
    load: () => Promise.reject(new Error('It is not asked.')),
  });
  const controller = new AbortController();
  let count = 0;
  type Watched = Parameters<LanguageClient['watchBeside']>[0];
  client.watchBeside(main as unknown as Watched, () => void count++, controller.signal);
  const told = () => {
    const before = count;
    count = 0;
    return before;
  };
  return { main, bank, notes, files, told, controller };
}

it('a file hears of changes of the others of its language, by whomever, and of no others', () => {
  const { main, bank, notes, told, controller } = watched();
  assert.equal(told(), 0, 'nothing has changed yet');
  bank.write('export const a = 1;');
  assert.equal(told(), 1);
  bank.write('export const b = 1;', 'change');
  assert.equal(told(), 1);
  bank.dispatchEvent(new Event('saved'));
  assert.equal(told(), 0, 'its text is the same');
  main.write('a');
  notes.write('a');
  assert.equal(told(), 0);
  controller.abort();
  bank.write('');
  assert.equal(told(), 0);
});

it('a file hears of files that are added, renamed or removed', () => {
  const { files, bank, told } = watched();
  const added = new File('more.tsx', 'tsx');
  files.documents.push(added);
  files.dispatchEvent(new Event('change'));
  assert.equal(told(), 1);
  added.write('export const c = 1;');
  assert.equal(told(), 1);
  bank.name = 'store.ts';
  files.dispatchEvent(new Event('change'));
  assert.equal(told(), 1);
  files.documents.pop();
  files.dispatchEvent(new Event('change'));
  assert.equal(told(), 1);
});

it('a file that is not shown hears of it when it is', () => {
  const { files, main, bank, told } = watched();
  files.show(bank);
  bank.write('export const a = 1;');
  bank.write('export const b = 1;');
  assert.equal(told(), 0);
  files.show(main);
  assert.equal(told(), 1);
  files.show(bank);
  files.show(main);
  assert.equal(told(), 0, 'nothing has changed since');
});
