// Prints all files of a room, one after the other with their names.
import { language } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { SessionDocument } from '../session/sync/document.js';
import type { Files, RoomFile } from '../session/sync/files.js';
import type { DocumentEditor } from './document-editor.js';
import { highlighting } from './highlighting.js';
import { lines, whilePrinting } from './print.js';

type Editors = ReadonlyMap<SessionDocument, DocumentEditor>;

/** The shown file is printed by its own editor; the others go before and after it. */
export function printFiles(files: Files, editors: Editors, page: Window, signal: AbortSignal): void {
  const others: Element[] = [];
  const show = (printing: boolean) => {
    for (const other of others.splice(0)) other.remove();
    const shown = editors.get(files.shown)?.view;
    if (!printing || !shown || files.list.length < 2) return;
    let after = false;
    for (const file of files.list) {
      const isShown = file.document === files.shown;
      const part = written(file, shown, isShown ? [] : [lines(stateOf(file, editors))]);
      others.push(part);
      // The shown file gets its name, too.
      if (after) shown.dom.parentElement?.append(part);
      else shown.dom.before(part);
      after ||= isShown;
    }
  };
  whilePrinting(page, show, signal);
  signal.addEventListener('abort', () => show(false));
}

/** Styled like the editor. */
function written({ name }: RoomFile, { themeClasses }: EditorView, text: readonly Element[]): Element {
  const part = document.createElement('section');
  part.className = themeClasses;
  const heading = document.createElement('h2');
  heading.className = 'cm-paper-name';
  heading.textContent = name;
  part.append(heading, ...text);
  return part;
}

/** The state of a file's editor; a file without one borrows the language support of another file in its language. */
function stateOf(file: RoomFile, editors: Editors): EditorState {
  const own = editors.get(file.document)?.view.state;
  if (own) return own;
  const alike = [...editors].find(([{ language: id }]) => id === file.language)?.[1].view.state.facet(language);
  return EditorState.create({ doc: file.document.text, extensions: [highlighting, alike ?? []] });
}
