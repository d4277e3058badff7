// Texts about tests: states, counts, and why they cannot be run.
import type { ValuesOf } from '../../party/shared/sentence.js';
import { t, translated, type Words } from './words.js';

export const TEST_TEXTS = {
  'not-on-page': 'Tests are run in a room: put the element on a page first.',
  'not-here-yet': 'The tests of this room are not here yet. Try again when the room is connected.',
  'none-there': 'This room has no tests.',
  'none-hidden': 'This room has no hidden tests.',
  'no-such-test': 'There is no test called "{name}" in this room.',
  observers: 'Observers can watch, but not run tests.',
  'hidden-elsewhere': 'Hidden tests run on the page of an interviewer. They wait until an interviewer runs them.',
  'hidden-nobody-there':
    'Hidden tests run on the page of an interviewer, and none is connected. They wait until one is.',
  stopped: 'It was not run: the tests were stopped before.',
  'already-running': 'It was not run: {by} is running the tests. Wait until they are done, or stop them.',
  'part-failed': 'It was not run: {why}',
  'not-editable': 'The tests were not changed: only interviewers may change them here.',
  unreadable:
    '{count:line|lines} of what stands among the tests cannot be read as a test. Write the tests as JSON to see what is wrong.',
  'not-json': 'This is not JSON: {why}',
  'field-not-json': '{field}: this is not JSON. Write for example {example}.',
  'run-waits': 'Run waits: it begins when the tests are done.',
  'tests-outdated':
    'The code or a test has changed since these tests ran. Run them again to see whether they pass now.',
  'other-question': 'This belongs to a question that is not shown any more. Try again when it is shown again.',
  'test-removed': '{name} was removed.',
} as const satisfies Words;

type TestText = keyof typeof TEST_TEXTS;

export function testText<C extends TestText>(code: C, ...[values]: ValuesOf<(typeof TEST_TEXTS)[C]>): string {
  return translated(TEST_TEXTS[code], values);
}

/** Shown at a test. */
const STATES = {
  'not-run': 'Not run',
  waiting: 'Waiting',
  running: 'Running',
  passed: 'Passed',
  failed: 'Failed',
  error: 'Error',
  'timed-out': 'Timed out',
  skipped: 'Not run',
  interrupted: 'Interrupted',
} as const satisfies Words;

export function stateWord(state: keyof typeof STATES): string {
  return translated(STATES[state]);
}

/** `3 of 5 passed`. */
export function passedOf(passed: number, all: number): string {
  if (passed < all) return t('{passed} of {all} passed', { passed, all });
  return all === 1 ? t('Passed') : t('All {all} passed', { all });
}

export function hiddenTests(count: number): string {
  return t('{count:hidden test|hidden tests}', { count });
}
