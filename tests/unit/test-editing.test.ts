/** The form of a test is of the question it was opened at: it is saved there only, and nothing that was typed is lost. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Text } from '@codemirror/state';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { Session } from '../../components/session/session.js';
import { TestEditing } from '../../components/tests/test-editing.js';
import type { Testing } from '../../components/tests/testing.js';
import { writeQuestions } from '../../party/shared/asked-questions.js';
import type { Test } from '../../party/shared/tests.js';

// Rows are found by selectors, which Node has not.
Object.assign(globalThis, { CSS: { escape: String } });

const io = (name: string): Test => ({ name, kind: 'io', stdin: '', stdout: '1' });
const namesOf = (tests: readonly Test[]) => tests.map(({ name }) => name);

/** All values of a template, and of those in it, with the piece of text before each. */
function* valuesIn(value: unknown): Generator<[before: string, value: unknown]> {
  if (Array.isArray(value)) {
    for (const one of value) yield* valuesIn(one);
    return;
  }
  const { strings, values } = (value ?? {}) as Partial<TemplateResult>;
  for (const [index, one] of values?.entries() ?? []) {
    yield [strings?.[index] ?? '', one];
    yield* valuesIn(one);
  }
}

function begun() {
  const room = { tests: [io('a'), io('b')], question: 1 };
  const asked = (n: number) => ({
    n,
    title: `${n}`,
    language: 'python',
    current: n === room.question,
    hints: [],
    stage: 0,
  });
  const documents = {
    files: { list: [] },
    get questions() {
      return { text: Text.of(writeQuestions([asked(1), asked(2)]).split('\n')) };
    },
  };
  const tests = {
    get tests() {
      return room.tests;
    },
    set: (wanted: Test[]) => {
      room.tests = wanted;
    },
  };
  const testing = { tests, controller: { mayRunHidden: false } } as unknown as Testing;
  const host = { requestUpdate: () => {} } as unknown as ReactiveControllerHost;
  const editing = new TestEditing(host, { documents } as unknown as Session, testing, () => {});
  const shown = () => [...valuesIn([editing.form(), editing.said()])];
  const press = (words: RegExp) => {
    const found = shown().find(([before, value]) => words.test(before) && typeof value === 'function');
    assert.ok(found);
    (found[1] as (event: object) => void)({ preventDefault: () => {}, currentTarget: { value: '[]' } });
  };
  const said = () => shown().flatMap(([, value]) => (typeof value === 'string' ? value : []));
  return { room, editing, press, said };
}

const OTHER = 'This belongs to a question that is not shown any more. Try again when it is shown again.';
const SAVE = /@submit=$/;

describe('a test that is being written while another question is asked', () => {
  it('is not saved among the tests of that one, and is still there when the first is back', () => {
    const { room, editing, press, said } = begun();
    editing.begin({ like: undefined });
    const theirs = [io('theirs')];
    const ours = room.tests;
    Object.assign(room, { question: 2, tests: theirs });
    press(SAVE);
    assert.deepEqual([room.tests, said().includes(OTHER), editing.active], [theirs, true, true]);
    Object.assign(room, { question: 1, tests: ours });
    press(SAVE);
    assert.deepEqual([namesOf(room.tests).length, editing.active], [3, false]);
  });

  it('is not removed from those, nor changed in them, though they have one of its name', () => {
    const { room, editing, press, said } = begun();
    editing.begin({ test: io('a'), known: true });
    const theirs = [{ ...io('a'), stdin: 'theirs' }];
    Object.assign(room, { question: 2, tests: theirs });
    press(/class="remove".*@click=$/s);
    press(SAVE);
    assert.deepEqual([room.tests, said().includes(OTHER), editing.active], [theirs, true, true]);
  });

  it('as a text of all tests is not saved either', () => {
    const { room, editing, press, said } = begun();
    editing.begin({ all: true });
    const theirs = [io('theirs')];
    Object.assign(room, { question: 2, tests: theirs });
    press(SAVE);
    assert.deepEqual([room.tests, said().includes(OTHER)], [theirs, true]);
  });

  it('and was removed just before is brought back to its own question only', () => {
    const { room, editing, press, said } = begun();
    editing.begin({ test: io('a'), known: true });
    press(/class="remove".*@click=$/s);
    assert.deepEqual(namesOf(room.tests), ['b']);
    const [ours, theirs] = [room.tests, [io('theirs')]];
    const back = /<button type="button" @click=$/;
    Object.assign(room, { question: 2, tests: theirs });
    press(back);
    assert.deepEqual([room.tests, said().includes(OTHER)], [theirs, true]);
    Object.assign(room, { question: 1, tests: ours });
    press(back);
    assert.deepEqual(namesOf(room.tests), ['a', 'b']);
  });
});
