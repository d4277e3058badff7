// Formats the file that is shown, for the menu and for the key.
import type { DocumentEditor } from '../editor/document-editor.js';
import type { ToolHost } from '../editor/format-file.js';
import { EditorsEvent } from '../run/editors-event.js';
import type { Session } from '../session/session.js';
import { notLoaded } from '../wording/errors.js';

/** Rejects when what formats cannot be loaded; what cannot be formatted is told by the editor. */
export async function formatShown(session: Session, runs: ToolHost & EventTarget): Promise<void> {
  const editor = shownEditor(session, runs);
  const { formatFile } = await import('../editor/format-file.js').catch(notLoaded);
  if (editor) await formatFile(editor, runs);
}

/** The editor of the shown file; undefined where there is none. */
export function shownEditor({ document }: Session, runs: EventTarget): DocumentEditor | undefined {
  let found: DocumentEditor | undefined;
  runs.dispatchEvent(
    new EditorsEvent((editors) => {
      found ??= editors.get(document);
    }),
  );
  return found;
}
