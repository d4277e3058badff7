// All files of a room on paper, one after the other with their names, where the editor shows one of them.
import { language } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { SessionDocument } from '../session/sync/document.js';
import type { Files, RoomFile } from '../session/sync/files.js';
import type { DocumentEditor } from './document-editor.js';
import { highlighting } from './highlighting.js';
import { lines, whilePrinting } from './print.js';

type Editors = ReadonlyMap<SessionDocument, DocumentEditor>;

/** Around the editor of the shown file, which writes itself down. */
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
      // The name of the shown one stands before it, too.
      if (after) shown.dom.parentElement?.append(part);
      else shown.dom.before(part);
      after ||= isShown;
    }
  };
  whilePrinting(page, show, signal);
  signal.addEventListener('abort', () => show(false));
}

/** In the look of the editor. */
function written({ name }: RoomFile, { themeClasses }: EditorView, text: readonly Element[]): Element {
  const part = document.createElement('section');
  part.className = themeClasses;
  const heading = document.createElement('h2');
  heading.className = 'cm-paper-name';
  heading.textContent = name;
  part.append(heading, ...text);
  return part;
}

/** A file nobody has looked at here has the colours of another in its language, if there is one. */
function stateOf(file: RoomFile, editors: Editors): EditorState {
  const own = editors.get(file.document)?.view.state;
  if (own) return own;
  const alike = [...editors].find(([{ language: id }]) => id === file.language)?.[1].view.state.facet(language);
  return EditorState.create({ doc: file.document.text, extensions: [highlighting, alike ?? []] });
}
