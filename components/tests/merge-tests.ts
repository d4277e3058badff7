// Three-way merge of a person's changed list of tests into the current list.
import { testLine } from '../../party/shared/test-lines.js';
import type { Test } from '../../party/shared/tests.js';

/** `wanted` was made from `base`; tests equal in both stay as in `current`. */
export function mergeTests(current: readonly Test[], base: readonly Test[], wanted: readonly Test[]): Test[] {
  const [here, before, after] = [byName(current), byName(base), byName(wanted)];
  if (same(current, base)) return [...wanted];
  const changed = (test: Test) => {
    const old = before.get(test.name);
    return !old || testLine(old) !== testLine(test);
  };
  const kept = current.flatMap((test) => {
    const mine = after.get(test.name);
    if (mine) return changed(mine) && before.has(test.name) ? mine : test;
    return before.has(test.name) ? [] : test;
  });
  // A test that somebody else has added under the same name is kept beside it; one that somebody has removed comes back changed.
  const added = wanted.filter((test) => changed(test) && !(here.has(test.name) && before.has(test.name)));
  return [...kept, ...added];
}

function same(one: readonly Test[], other: readonly Test[]): boolean {
  return (
    one.length === other.length && one.every((test, at) => test === other[at] || lineOf(test) === lineOf(other[at]))
  );
}

function lineOf(test: Test | undefined): string {
  return test ? `${test.name} ${testLine(test)}` : '';
}

function byName(tests: readonly Test[]): Map<string, Test> {
  return new Map(tests.map((test) => [test.name, test]));
}
