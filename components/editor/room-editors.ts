// Features shared by all editors of a room, loaded after the first one: marks of errors, printing, personal settings, and proposed changes.
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import type { DocumentEditor } from './document-editor.js';
import type { ToolHost } from './format-file.js';
import { PersonalEditors } from './personal-editors.js';
import { printFiles } from './printed-files.js';
import { watchProposals } from './proposal-watch.js';
import { RunFailures } from './run-failures.js';
import type { RunVersions } from './run-versions.js';

/** Returns a function to call when an editor has been created, or rebuilt. */
export function startEditorFeatures(
  session: Session,
  versions: RunVersions,
  editors: ReadonlyMap<SessionDocument, DocumentEditor>,
  page: Window,
  signal: AbortSignal,
  host: ToolHost,
): () => void {
  printFiles(session.documents.files, editors, page, signal);
  const failed = new RunFailures(session, versions, editors, signal);
  const personal = new PersonalEditors(session, editors, page, host, signal);
  const lookForProposals = watchProposals(session, editors, signal);
  return () => {
    failed.look();
    personal.look();
    lookForProposals();
  };
}
