// Whether a room has tests, before anything that knows more of them is loaded.
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';

/** Those that tests and their results are written in. */
export function testDocuments({ documents }: Session): SessionDocument[] {
  return [documents.tests, documents.hiddenTests, documents.results, documents.hiddenResults];
}

export function hasTests(session: Session): boolean {
  return testDocuments(session).some(({ text }) => text.length > 0);
}
