/** Stores the tests that a room is created with: visible ones for everybody, hidden ones for interviewers. */
import { HIDDEN_TESTS_DOCUMENT, TESTS_DOCUMENT } from '../shared/protocol.js';
import { writeTests } from '../shared/test-lines.js';
import type { HiddenResults } from '../shared/test-results.js';
import type { Test } from '../shared/tests.js';
import { write } from './own-edits.js';
import type { Room } from './room.js';

/** `hiddenResults` of `counts` is the default and is not stored. A room without tests has no such documents. */
export function putTests(room: Room, tests: readonly Test[], hiddenResults: HiddenResults | undefined): void {
  const [hidden, visible] = [true, false].map((are) => tests.filter((test) => (test.hidden ?? false) === are));
  const told = hiddenResults === 'counts' ? undefined : hiddenResults;
  const texts = [
    // This setting is for everybody who may write tests, so it is in the visible document.
    [TESTS_DOCUMENT, writeTests(visible ?? [], room.record.candidateTests ? { candidateTests: true } : {})],
    [HIDDEN_TESTS_DOCUMENT, writeTests(hidden ?? [], told ? { hiddenResults: told } : {})],
  ] as const;
  for (const [id, text] of texts) {
    const document = room.documents.get(id);
    if (document && text) write(room, document, text);
  }
}
