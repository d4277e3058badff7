// Whether a room has tests, without parsing them: it is asked while a program prints.
import { isRecord, parseJson } from '../../party/shared/json.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';

/** The documents of tests and results. */
export function testDocuments({ documents }: Session): SessionDocument[] {
  return [documents.tests, documents.hiddenTests, documents.results, documents.hiddenResults];
}

/** Whether there is anything of tests, results of earlier ones and settings included. */
export function hasTests(session: Session): boolean {
  return testDocuments(session).some(({ text }) => text.length > 0);
}

/** How `settingsLine` begins. */
const SETTING = /^\{"(?:hiddenResults|candidateTests)":/;

/** Whether tests are listed: a setting alone, or results of tests that are gone, are none. */
export function listsTests({ documents }: Session): boolean {
  return [documents.tests, documents.hiddenTests].some(({ text }) => {
    for (const line of text.iterLines()) if (line.trim() !== '' && !SETTING.test(line)) return true;
    return false;
  });
}

/** Whether the room was made so that candidates write tests, too. */
export function candidatesWrite({ documents }: Session): boolean {
  for (const line of documents.tests.text.iterLines()) {
    const setting = SETTING.test(line) && parseJson(line);
    if (isRecord(setting) && setting.candidateTests === true) return true;
  }
  return false;
}
