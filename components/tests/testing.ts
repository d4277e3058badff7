// Everything about tests on one page: created once per room, and shared by tag, panel and output.
import type { Test } from '../../party/shared/tests.js';
import type { RunController } from '../run/run-controller.js';
import type { Session } from '../session/session.js';
import { RoomTests } from './room-tests.js';
import { TestController } from './test-controller.js';
import { TestFailures } from './test-failures.js';
import { TestedTexts } from './tested-texts.js';

/** What the panel edits: an existing or new test, one like another, or all of them as text. */
export type TestToEdit = { test: Test; known: boolean } | { like: Test | undefined } | { all: true };

export class Testing {
  readonly tests: RoomTests;
  readonly controller: TestController;
  readonly texts: TestedTexts;
  /** What the panel opens next. */
  toEdit: TestToEdit | null = null;

  constructor(
    session: Session,
    private readonly runs: RunController,
  ) {
    this.tests = new RoomTests(session);
    this.controller = new TestController(session, runs, this.tests);
    this.texts = new TestedTexts(session.documents.files, this.tests);
    new TestFailures(session, runs, this.tests);
  }

  /** Makes the panel open a form. */
  write(toEdit: TestToEdit): void {
    this.toEdit = toEdit;
    this.runs.dispatchEvent(new Event('tests'));
  }
}

const made = new WeakMap<Session, Testing>();

export function testingOf(session: Session, runs: RunController): Testing {
  const known = made.get(session) ?? new Testing(session, runs);
  made.set(session, known);
  return known;
}
