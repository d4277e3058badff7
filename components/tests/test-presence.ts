// Whether a room has tests; in the first load, without parsing them.
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';

/** The documents of tests and results. */
export function testDocuments({ documents }: Session): SessionDocument[] {
  return [documents.tests, documents.hiddenTests, documents.results, documents.hiddenResults];
}

export function hasTests(session: Session): boolean {
  return testDocuments(session).some(({ text }) => text.length > 0);
}
