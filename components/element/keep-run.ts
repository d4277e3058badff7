// Opens a form for a test made from a run, or for a first empty test.
import { mayWriteTests } from '../../party/shared/roles.js';
import { inputOf } from '../run/run-input.js';
import type { CurrentRun } from '../session/run/run-log.js';
import { candidatesWrite } from '../tests/test-presence.js';
import { notLoaded } from '../wording/errors.js';
import type { RoomContext } from './context.js';
import { refuse } from './refusal-event.js';

/** This person may write tests, and there is a panel for it. */
export function mayKeep({ session, isLocal, readOnly, element }: RoomContext): boolean {
  const { token, getToken } = session.options;
  // A local or open room has no interviewers.
  const everybody = isLocal || !(token || getToken) || candidatesWrite(session);
  if (readOnly || session.status !== 'live' || !mayWriteTests(session.role, everybody)) return false;
  const room = element as Element;
  return [room, room.shadowRoot].some((root) => root?.querySelector('code-room-tests'));
}

/** Opens the form; the person saves it there. */
export async function keepRun({ session, runs, element }: RoomContext, run: CurrentRun | null): Promise<void> {
  try {
    const { testingOf, testOfRun } = await import('../tests/panel-modules.js').catch(notLoaded);
    const testing = testingOf(session, runs);
    const { tests } = testing.tests;
    if (!run) return testing.write({ like: tests.at(-1) });
    const { output } = run;
    const file = session.documents.files.list.find(({ document, entry }) => !entry && document.id === run.document);
    const kept = { output, stdin: inputOf(session, run.id), ...(file && { file: file.name }) };
    const names = tests.map(({ name }) => name);
    testing.write({ test: testOfRun(kept, names), known: false });
  } catch (error) {
    refuse(element, 'tests', error);
  }
}
