/** Event: an action on all open editors, carried out by the element that has them. */
import type { DocumentEditor } from '../editor/document-editor.js';
import type { SessionDocument } from '../session/sync/document.js';

type Editors = ReadonlyMap<SessionDocument, DocumentEditor>;

export class EditorsEvent extends Event {
  constructor(readonly visit: (editors: Editors) => void) {
    super('editors');
  }
}
