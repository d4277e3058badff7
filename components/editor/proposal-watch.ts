// Shows proposed changes in the editors of their files. What draws them is fetched with the first proposal.
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import type { DocumentEditor } from './document-editor.js';

/** Returns a function to call when an editor has been created or changed. */
export function watchProposals(
  session: Session,
  editors: ReadonlyMap<SessionDocument, DocumentEditor>,
  signal: AbortSignal,
): () => void {
  const { proposals } = session.documents;
  let show: (() => void) | undefined;
  let fetching = false;
  const look = () => {
    if (signal.aborted) return;
    if (show) return show();
    if (fetching || proposals.text.length === 0) return;
    fetching = true;
    void fetch();
  };
  const fetch = async () => {
    try {
      const { EditorProposals } = await import('./editor-proposals.js');
      const shown = new EditorProposals(session, editors);
      show = () => shown.look();
    } catch {
      // Without a connection the panel has them all the same; the next one tries again.
    }
    fetching = false;
    if (show) look();
  };
  proposals.addEventListener('change', look, { signal });
  session.addEventListener('status', look, { signal });
  look();
  return look;
}
