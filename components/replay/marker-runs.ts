// Markers of runs and tests, with the first run and the first time that all tests there were had passed in one run.
import { Text } from '@codemirror/state';
import { newLines } from '../../party/shared/new-lines.js';
import { readResultLine } from '../../party/shared/result-lines.js';
import { readTests } from '../../party/shared/test-lines.js';
import { applyChange } from '../../party/shared/text-change.js';
import { endWord } from '../wording/format.js';
import { t } from '../wording/words.js';
import type { FoundMarker, MarkerSource } from './marker.js';

export function runMarkers(happened: MarkerSource): FoundMarker[] {
  return happened.runs.map(({ run, time, name, person, end }, index) => {
    return {
      time,
      label: `${index === 0 ? t('First run by {name}', { name }) : t('Run {run} by {name}', { run, name })}: ${endWord(end?.state ?? 'running')}`,
      person: happened.person(person)?.id ?? '',
    };
  });
}

/** One each time that tests have ended. */
export function testMarkers(happened: MarkerSource): FoundMarker[] {
  const found = ended(happened);
  // Results name whoever ran the tests.
  const idOf = (name: string) => happened.people.find((person) => person.name === name)?.id ?? '';
  const there = testsThere(happened);
  const green = found.find(
    ({ time, passed, all, names, hidden }) =>
      !hidden && all > 0 && passed === all && there(time).every((name) => names.has(name)),
  );
  return found.map((one) => {
    const counts = { passed: one.passed, all: one.all };
    const words = one.hidden
      ? t('{passed} of {all} hidden tests passed', counts)
      : t('{passed} of {all} tests passed', counts);
    return {
      time: one.time,
      label: one === green ? t('First green: {tests}', { tests: words }) : words,
      person: idOf(one.by),
    };
  });
}

/** The names of the tests there were at a time. */
function testsThere(happened: MarkerSource): (time: number) => readonly string[] {
  const tests = happened.text('tests');
  let [last, names] = [0, [] as readonly string[]];
  return (time) => {
    const count = tests?.countAt(time) ?? 0;
    if (tests && count !== last) names = readTests(tests.textAt(count).toString()).map(({ name }) => name);
    last = count;
    return names;
  };
}

interface Ended {
  time: number;
  by: string;
  passed: number;
  all: number;
  /** Of the tests that passed; of hidden ones only where they are known. */
  names: Set<string>;
  hidden: boolean;
}

function ended(happened: MarkerSource): Ended[] {
  const found: Ended[] = [];
  const own = happened.text('hidden-results') !== undefined;
  for (const kind of ['results', 'hidden-results'] as const) {
    const told = new Map<string, Ended>();
    let text = Text.empty;
    for (const { time, change } of happened.text(kind)?.edits ?? []) {
      const after = applyChange(change, text);
      for (const added of newLines(change, text, after)) {
        const line = readResultLine(added);
        // Interviewers have the hidden ones twice: their own, and what candidates hear of them.
        if (!line || (own && kind === 'results' && line.type.startsWith('hidden-'))) continue;
        const one = told.get(line.id);
        const hidden = kind === 'hidden-results' || line.type.startsWith('hidden-');
        if (line.type === 'begin' || line.type === 'hidden-begin') {
          const all = line.type === 'begin' ? line.names.length : line.total;
          // Results of a question come again when it is returned to.
          if (!one) told.set(line.id, { time, by: line.by, passed: 0, all, names: new Set(), hidden });
        } else if (one && one.time >= 0) {
          if (line.type === 'result' && line.result.state === 'passed')
            one.passed = one.names.add(line.result.name).size;
          if (line.type === 'hidden-counts') one.passed = line.passed;
          if (line.type !== 'end' && line.type !== 'hidden-end') continue;
          found.push({ ...one, time });
          one.time = -1;
        }
      }
      text = after;
    }
  }
  return found.sort((one, other) => one.time - other.time);
}
